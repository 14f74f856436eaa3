"""Which questions the text of a topic reads: its blanks, guards, choices and loops, those of its
riders, and, where it prints a computed list, those that decide what the list holds."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.conditions.model import Condition, Subject
from drafter.conditions.say import subjects, topics
from drafter.library.model import Row
from drafter.prose.model import (
    COMPUTED,
    Choice,
    Fill,
    ForEach,
    Placed,
    SurvivingClauses,
    Text,
    When,
)
from drafter.prose.walk import guards, inlines, placed
from drafter.questionnaire.load import questions_behind
from drafter.selection.model import Selection

PARTIES = "parties"


def questions_read(selection: Selection, topic: str) -> tuple[str, ...]:
    """The questions whose answers could change what this topic prints, in questionnaire order."""
    questionnaire = selection.deal.questionnaire
    read = _Reader(selection)
    read.topic(topic)
    behind = {question for name in read.names for question in questions_behind(name, questionnaire)}
    return tuple(name for name in questionnaire.questions if name in behind)


class _Reader:
    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.names: set[str] = set()
        self.seen: set[str] = set()

    def topic(self, id: str) -> None:
        if id in self.seen or id not in self.selection.chosen:
            return
        self.seen.add(id)
        chosen = self.selection.chosen[id]
        self._rows(chosen.topic.rows)
        if chosen.variant is not None:
            self._text(chosen.variant.text)

    def _rows(self, rows: tuple[Row, ...]) -> None:
        for row in rows:
            if row.when is not None:
                self._condition(row.when)

    def _condition(self, condition: Condition) -> None:
        self.names.update(subjects(condition))
        for topic in topics(condition):
            self._rows(self.selection.library.topics[topic].rows)

    def _text(self, text: Text) -> None:
        loops: dict[str, str] = {}
        for guard in guards(text):
            if isinstance(guard, When):
                self._condition(guard.condition)
            else:
                loops[guard.record] = guard.list[0]
                self._loop(guard)
        self.names.update(_first(subject, loops) for subject in _subjects(text))
        self.names -= set(loops)
        for one in placed(text):
            self._placed(one)
        if any(isinstance(inline, SurvivingClauses) for inline in inlines(text)):
            self._everything()

    def _loop(self, loop: ForEach) -> None:
        self.names.add(loop.list[0])
        if loop.where is not None:
            self._condition(loop.where)

    def _placed(self, one: Placed) -> None:
        if one.what not in COMPUTED:
            self.topic(one.what)
        elif one.what in ("parties", "signatures"):
            self.names.add(PARTIES)
        elif one.what == "definitions":
            self._everything()
            for definition in self.selection.library.definitions.values():
                self._rows(definition.rows)
                for text in definition.texts.values():
                    self._text(text)
        else:
            for schedule in self.selection.precedent.schedules:
                self._rows(self.selection.chosen[schedule].topic.rows)

    def _everything(self) -> None:
        for id in self.selection.chosen:
            self.topic(id)


def _subjects(text: Text) -> Iterator[Subject]:
    for inline in inlines(text):
        if isinstance(inline, Fill | Choice):
            yield inline.subject


def _first(subject: Subject, loops: dict[str, str]) -> str:
    return loops.get(subject[0], subject[0])
