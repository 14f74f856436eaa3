"""Which conditions of a draft hold only because a question was not asked.

Each is judged again as if what was not asked were asked and not answered yet: what then still
holds leans on nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.conditions.judge import AtRecord, judge, value_of
from drafter.conditions.model import Condition, Scope
from drafter.diagnostics import Place
from drafter.kinds.model import Missing, Points, Record, Value
from drafter.prose.model import ForEach, Guard, Text, When
from drafter.prose.model import ProseParagraph as Written
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.find import find
from drafter.selection.model import Selection

Leaning = tuple[Condition, Place | None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A deal in which every question is asked."""

    deal: Deal

    def value(self, name: str) -> Value | Missing:
        fact = self.deal.questionnaire.facts.get(name)
        value = self.deal.value(name) if fact is None else find(fact, self)
        return Missing.ABSENT if value is Missing.NOT_ASKED else value

    def record(self, points: Points) -> Record | None:
        return self.deal.record(points)

    def has_text(self, topic: str) -> bool:
        return self.deal.has_text(topic)


def leaning(selection: Selection) -> Iterator[Leaning]:
    """The rows and guards of a selection that lean on a question that was not asked."""
    deal, library = selection.deal, selection.library
    tables = [one.topic.rows for one in selection.chosen.values()]
    for row in (row for rows in (*tables, *(d.rows for d in library.definitions.values()))
                for row in rows):  # fmt: skip
        if row.when is not None and _leans(row.when, deal, _Asked(deal)):
            yield row.when, row.place
    texts = [one.variant.text for one in selection.chosen.values() if one.variant]
    texts += [text for one in library.definitions.values() for text in one.texts.values()]
    for text in texts:
        yield from _in_text(text, deal)


def _leans(condition: Condition, scope: Scope, asked: Scope) -> bool:
    return judge(condition, scope) is True and judge(condition, asked) is not True


def _in_text(text: Text, deal: Deal) -> Iterator[Leaning]:
    for block in text.blocks:
        if isinstance(block, Written):
            yield from _in_paragraph(block, (deal, _Asked(deal)))
        else:
            for _ in _through(block.guards, (deal, _Asked(deal)), found := []):
                pass
            yield from found


_Scopes = tuple[Scope, Scope]  # as the deal is, and as if all were asked


def _in_paragraph(paragraph: Written, scopes: _Scopes) -> Iterator[Leaning]:
    found: list[Leaning] = []
    for here in _through(paragraph.guards, scopes, found):
        for sentence in paragraph.sentences:
            for _ in _through(sentence.guards, here, found):
                pass
        for bullet in paragraph.bullets:
            found += _in_paragraph(bullet, here)
    yield from found


def _through(guards: Iterable[Guard], scopes: _Scopes, found: list[Leaning]) -> Iterator[_Scopes]:
    """Where the guards leave something standing; those that lean are noted on the way."""
    guards = tuple(guards)
    if not guards:
        yield scopes
        return
    for here in _past(guards[0], scopes, found):
        yield from _through(guards[1:], here, found)


def _past(guard: Guard, scopes: _Scopes, found: list[Leaning]) -> Iterator[_Scopes]:
    if isinstance(guard, ForEach):
        yield from _records(guard, scopes)
        return
    if _leans(guard.condition, *scopes):
        found.append((guard.condition, _first_place(guard)))
    if judge(guard.condition, scopes[0]) is not False:
        yield scopes


def _records(loop: ForEach, scopes: _Scopes) -> Iterator[_Scopes]:
    records = value_of(loop.list, scopes[0])
    for record in records if isinstance(records, tuple) else ():
        if isinstance(record, Record):
            here, asked = (AtRecord(loop.record, record, one) for one in scopes)
            if loop.where is None or judge(loop.where, here) is not False:
                yield here, asked


def _first_place(guard: When) -> Place | None:
    """Where the first test of a guard is written."""
    waiting: list[object] = [guard.condition]
    while waiting:
        one = waiting.pop(0)
        parts = getattr(one, "parts", None) or [getattr(one, "part", None)]
        waiting = [*(part for part in parts if part is not None), *waiting]
        if getattr(one, "place", None) is not None:
            place: Place | None = getattr(one, "place", None)
            return place
    return None
