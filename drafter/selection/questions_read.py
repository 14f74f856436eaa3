"""Which questions could change what a topic prints in this deal: those that its table reads, those
that its variant and riders read, and, where it prints a computed list, those behind the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.conditions.walk import subjects
from drafter.library.names_read import row_names, text_names
from drafter.prose.model import COMPUTED, Placed, SurvivingClauses, Text
from drafter.prose.walk import inlines, placed
from drafter.questionnaire.deal import ANSWERED, Deal
from drafter.questionnaire.model import Question
from drafter.questionnaire.order import questions_behind
from drafter.selection.model import Selection

PARTIES = "parties"


def questions_read(selection: Selection, topic: str) -> tuple[str, ...]:
    """The questions whose answers could change what this topic prints, in questionnaire order."""
    questionnaire = selection.deal.questionnaire
    reading = _Reading(selection)
    reading.topic(topic)
    behind = _behind(reading.names, selection.deal)
    return tuple(questionnaire.in_order(behind))


def _behind(names: Iterable[str], deal: Deal) -> set[str]:
    """The questions behind the names, and those that decide whether one of them is asked or,
    where nobody answered it, what is recommended."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        for name in questions_behind(waiting.pop(), deal.questionnaire) - found:
            found.add(name)
            waiting += _deciding(deal.questionnaire.questions[name], deal)
    return found


def _deciding(question: Question, deal: Deal) -> Iterator[str]:
    steps = question.recommend if deal.origin.get(question.id) != ANSWERED else ()
    for condition in (question.ask_when, *(step.when for step in steps)):
        if condition is not None:
            yield from subjects(condition)


class _Reading:
    def __init__(self, selection: Selection) -> None:
        self.selection, self.library = selection, selection.library
        self.names: set[str] = set()
        self.seen: set[str] = set()

    def topic(self, id: str) -> None:
        if id in self.seen or id not in self.selection.chosen:
            return
        self.seen.add(id)
        chosen = self.selection.chosen[id]
        self.names |= set(row_names(chosen.topic.rows, self.library))
        if chosen.variant is not None:
            self._text(chosen.variant.text)

    def _text(self, text: Text) -> None:
        self.names |= set(text_names(text, self.library))
        for one in placed(text):
            self._placed(one)
        if any(isinstance(inline, SurvivingClauses) for inline in inlines(text)):
            self._whole()

    def _placed(self, one: Placed) -> None:
        if one.what not in COMPUTED:
            self.topic(one.what)
        elif one.what in ("parties", "signatures"):
            self.names.add(PARTIES)
        elif one.what == "definitions":
            self._definitions()
        else:
            for schedule in self.selection.precedent.schedules:
                rows = self.selection.chosen[schedule].topic.rows
                self.names |= set(row_names(rows, self.library))

    def _definitions(self) -> None:
        """The terms in use hang on every other text."""
        self._whole()
        for definition in self.library.definitions.values():
            self.names |= set(row_names(definition.rows, self.library))
            for text in definition.texts.values():
                self._text(text)

    def _whole(self) -> None:
        for id in self.selection.chosen:
            self.topic(id)
