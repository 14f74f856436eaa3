"""One deal, read plainly: which rows are taken, which topics stand, what a text prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from drafter.conditions.judge import AtRecord, judge
from drafter.conditions.model import Condition, Scope
from drafter.kinds.model import Missing, Record
from drafter.library.model import LEFT_OUT, ClauseLibrary, Row
from drafter.prose.model import ForEach, Guard, Inline, ProseParagraph, Text
from drafter.prose.walk import within
from drafter.questionnaire.deal import Deal
from support.leaning import leaning_in, leans

Printed = Inline | str  # a string is a label


class _Standing(frozenset[str]):
    """The topics that have text, found when one is asked for."""

    def __new__(cls, deal: OneDeal) -> _Standing:
        return super().__new__(cls)

    def __init__(self, deal: OneDeal) -> None:
        self._deal = deal

    def __contains__(self, topic: object) -> bool:
        return self._deal.has_topic(str(topic))


class OneDeal:
    """What drafting's own judgement makes of a library in one deal."""

    def __init__(self, library: ClauseLibrary, deal: Deal) -> None:
        self.library, self._deal = library, deal
        self._rows: dict[int, tuple[str, ...]] = {}

    @cached_property
    def deal(self) -> Deal:
        """The deal, told which topics have text."""
        return replace(self._deal, standing=_Standing(self))

    def held(self, rows: Sequence[Row]) -> tuple[str, ...]:
        """The rows that hold."""
        return tuple(row.variant for row in rows if self._judged(row.when))

    def taken(self, rows: Sequence[Row]) -> tuple[str, ...]:
        """The rows that hold, or the only one that still may."""
        if id(rows) not in self._rows:
            judged = [(row.variant, self._judged(row.when)) for row in rows]
            held = tuple(id for id, verdict in judged if verdict)
            left = tuple(id for id, verdict in judged if verdict is None)
            self._rows[id(rows)] = held or (left if len(left) == 1 else ())
        return self._rows[id(rows)]

    def text(self, rows: Sequence[Row]) -> bool:
        """Whether a row is taken that prints something."""
        return any(row != LEFT_OUT for row in self.taken(rows))

    def has_topic(self, id: str) -> bool:
        """Whether a topic has text."""
        return self.text(self.library.topics[id].rows)

    def holds(self, condition: Condition | None) -> bool:
        """Whether a condition beside a text holds."""
        return condition is None or judge(condition, self.deal) is True

    def fails(self, condition: Condition | None) -> bool:
        """Whether a condition does not hold, and not for want of an answer."""
        return condition is not None and judge(condition, self.deal) is False

    def leans(self, condition: Condition | None) -> bool:
        """Whether a row holds only because a question was not asked."""
        return condition is not None and leans(condition, self._deal, self._deal.questionnaire)

    def leaning(self, text: Text) -> frozenset[str]:
        """Where the guards of a text stand that do."""
        return frozenset(place for _, place in leaning_in(text, self.deal))

    def _judged(self, condition: Condition | None) -> bool | None:
        return True if condition is None else judge(condition, self._deal)

    # --- texts ---

    def prints(self, text: Text) -> Iterator[tuple[Printed, str]]:
        """The inlines and labels that a text prints, and where each is written."""
        for block in text.blocks:
            if isinstance(block, ProseParagraph):
                yield from self._paragraph(block, self.deal)

    def _paragraph(self, block: ProseParagraph, scope: Scope) -> Iterator[tuple[Printed, str]]:
        for inside in self._past(block.guards, scope):
            for sentence in block.sentences:
                for _ in self._past(sentence.guards, inside):
                    for inline in within(sentence.inlines):
                        yield inline, str(getattr(inline, "place", None) or sentence.place)
            if block.label:
                yield block.label, str(block.place)
            for bullet in block.bullets:
                yield from self._paragraph(bullet, inside)

    def bullets(self, lead: ProseParagraph) -> Iterator[list[bool]]:
        """Which bullets of a list stand, each time that its lead does."""
        for inside in self._past(lead.guards, self.deal):
            if self._speaks(lead, inside):
                yield [self._stands(bullet, inside) for bullet in lead.bullets]

    def _stands(self, block: ProseParagraph, scope: Scope) -> bool:
        return any(self._speaks(block, inside) for inside in self._past(block.guards, scope))

    def _speaks(self, block: ProseParagraph, scope: Scope) -> bool:
        return any(True for one in block.sentences for _ in self._past(one.guards, scope))

    def _past(self, guards: tuple[Guard, ...], scope: Scope) -> Iterator[Scope]:
        if not guards:
            yield scope
            return
        for inside in self._through(guards[0], scope):
            yield from self._past(guards[1:], inside)

    def _through(self, guard: Guard, scope: Scope) -> Iterator[Scope]:
        """A guard that hangs on a missing answer keeps its text."""
        if not isinstance(guard, ForEach):
            yield from [scope] if judge(guard.condition, scope) is not False else []
            return
        value = self.deal.value(guard.list[0])
        blank = () if value is Missing.NOT_ASKED else (Record(guard.list[0], "", {}),)
        for record in blank if isinstance(value, Missing) else value:
            inside = AtRecord(guard.record, record, scope)
            if guard.where is None or judge(guard.where, inside) is not False:
                yield inside
