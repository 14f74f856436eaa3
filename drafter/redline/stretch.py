"""A stretch of paragraphs on both sides: each compared with its like, or all of them as one text.

Paragraph by paragraph reads best. Where a clause was cut into other paragraphs that would strike
and repeat words which stayed, so there the marks of paragraphs are compared like words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.redline.effort import Effort
from drafter.redline.joined_changes import readable
from drafter.redline.line import Piece
from drafter.redline.operations import Operation, operations, words_marked
from drafter.redline.units import ComparedUnit, UnitPair

DEAREST = 1.15  # what reads well may mark so many times the least number of words
LONGEST = 4_000_000  # pieces of one side times those of the other that are compared as one text


def rows(stretch: Sequence[UnitPair]) -> tuple[list[Piece], list[Piece]]:
    """All pieces of the old and of the new paragraphs."""
    before = [piece for one, _ in stretch if one for piece in one.line]
    after = [piece for _, other in stretch if other for piece in other.line]
    return before, after


def changed(
    stretch: Sequence[UnitPair], before: Sequence[Piece], after: Sequence[Piece], effort: Effort
) -> list[Operation]:
    """What becomes of the pieces of a stretch."""
    found = list(_apart(stretch, effort))
    words = least = words_marked(found, before, after)
    if _may_be_cut(stretch) and len(before) * len(after) <= LONGEST:
        whole = _as_one(before, after, effort)
        least = min(least, words_marked(whole, before, after))
        if words > DEAREST * least:
            found, words = whole, least
    return readable(found, before, after, DEAREST * least - words)


def _may_be_cut(stretch: Sequence[UnitPair]) -> bool:
    """Whether words could have gone from one paragraph into another."""
    olds = sum(one is not None for one, _ in stretch)
    news = sum(other is not None for _, other in stretch)
    return olds > 0 and news > 0 and olds + news > 2


def _apart(stretch: Sequence[UnitPair], effort: Effort) -> Iterator[Operation]:
    old = new = 0
    for one, other in stretch:
        before, after = _line(one), _line(other)
        if before and after:
            found = operations(before[:-1], after[:-1], effort)
            yield from (each.moved(old, new) for each in found)
            old, new = old + len(before), new + len(after)
            yield Operation(True, old - 1, old, new - 1, new)
        else:
            yield Operation(False, old, old + len(before), new, new + len(after))
            old, new = old + len(before), new + len(after)


def _line(unit: ComparedUnit | None) -> list[Piece]:
    return [] if unit is None else unit.line


def _as_one(before: Sequence[Piece], after: Sequence[Piece], effort: Effort) -> list[Operation]:
    """The last mark of a paragraph stays: nothing may run into what follows."""
    end = Operation(True, len(before) - 1, len(before), len(after) - 1, len(after))
    return [*operations(before[:-1], after[:-1], effort), end]
