"""Lines in stock: the paragraphs of a wording, laid out once for the verdicts of its guards.

A guard judged is a guard gone: where a block has no loop and no answer is missing, what it prints
hangs on nothing but those verdicts. Its lines are kept beside the printed words of an edition; the
names of blocks, the numbers and what bends inside a line are the agreement's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from drafter.agreement.role import Role
from drafter.conditions.model import Condition
from drafter.printed_words import PrintedWords
from drafter.prose.model import ForEach, Guard, Inline, ProseParagraph
from drafter.prose.walk import beneath
from drafter.worked_out import once_for_each

Roles: TypeAlias = tuple[Role, Role, Role, Role]
"""The roles in which a text stands: of its paragraphs by level, and of those without a number."""

_MOST = 64  # sets of verdicts on one block; then they begin anew


class Line(NamedTuple):
    """A paragraph in stock: what it adds to the name of its block, the stop behind it, and the
    conditions that let it stand, of each sentence too. `settled`: it reads the same in every
    agreement that has it, and no condition is behind it."""

    more: str
    role: Role
    sentences: tuple[tuple[tuple[Inline, ...], tuple[Condition, ...]], ...]
    label: str
    stop: str
    rests: tuple[Condition, ...]
    settled: bool


Verdicts: TypeAlias = tuple[bool | None, ...]


class Stocked(NamedTuple):
    """A block, the conditions of its guards (None where one is a loop), its lines by verdicts."""

    block: ProseParagraph  # kept, so that no other one takes its identity
    conditions: tuple[Condition, ...] | None
    lines: dict[Verdicts, tuple[Line, ...]]

    def keep(self, verdicts: Verdicts, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """The lines, remembered."""
        if len(self.lines) >= _MOST:
            self.lines.clear()
        self.lines[verdicts] = lines
        return lines


class Stock:
    """What was laid out so far in the words of an edition."""

    def __init__(self) -> None:
        self._blocks: dict[tuple[int, Roles], Stocked] = {}

    def of(self, block: ProseParagraph, roles: Roles) -> Stocked:
        """A block that stands in these roles."""
        known = self._blocks.get((id(block), roles))
        if known is None:
            known = self._blocks[id(block), roles] = Stocked(block, _conditions(block), {})
        return known


@once_for_each
def stock(words: PrintedWords) -> Stock:
    """That of an edition."""
    return Stock()


def _conditions(block: ProseParagraph) -> tuple[Condition, ...] | None:
    guards = list(_guards(block))
    if any(isinstance(one, ForEach) for one in guards):
        return None
    return tuple(one.condition for one in guards if not isinstance(one, ForEach))


def _guards(block: ProseParagraph) -> Iterator[Guard]:
    for paragraph in beneath(block):
        yield from paragraph.guards
        for sentence in paragraph.sentences:
            yield from sentence.guards
