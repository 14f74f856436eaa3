"""The least difference in words between two rows of pieces.

Spaces follow the word that they stand behind. A mark or space that is kept between two changes
is changed with them: so a phrase is struck and replaced as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.redline.effort import Effort
from drafter.redline.line import Piece


class Operation(NamedTuple):
    """Old pieces from `i` to `j` stay, or give way to the new ones from `k` to `m`."""

    stays: bool
    i: int
    j: int
    k: int
    m: int

    def moved(self, old: int, new: int) -> Operation:
        """The same in rows that have this many more pieces in front."""
        return Operation(self.stays, self.i + old, self.j + old, self.k + new, self.m + new)


Range = tuple[int, int]


def operations(before: Sequence[Piece], after: Sequence[Piece], effort: Effort) -> list[Operation]:
    """What turns one row of pieces into the other."""
    return _joined(list(_by_words(before, after, effort)), after)


def words_marked(
    changes: Sequence[Operation], before: Sequence[Piece], after: Sequence[Piece]
) -> int:
    """How many words are struck and put in."""
    return sum(
        piece.words
        for one in changes
        if not one.stays
        for piece in (*before[one.i : one.j], *after[one.k : one.m])
    )


def _by_words(
    before: Sequence[Piece], after: Sequence[Piece], effort: Effort
) -> Iterator[Operation]:
    old, new = _groups(before), _groups(after)
    keys = [before[i].key for i, _ in old], [after[k].key for k, _ in new]
    for tag, a, b, c, d in effort.opcodes(*keys):
        whole = Operation(
            tag == "equal", *_span(old, a, b, len(before)), *_span(new, c, d, len(after))
        )
        if not whole.stays or _same(before, after, whole):
            yield whole
            continue
        for (i, j), (k, m) in zip(old[a:b], new[c:d], strict=True):
            yield Operation(True, i, i + 1, k, k + 1)
            spaces = Operation(True, i + 1, j, k + 1, m)
            yield spaces._replace(stays=_same(before, after, spaces))


def _same(before: Sequence[Piece], after: Sequence[Piece], one: Operation) -> bool:
    """Whether the spaces are the same too."""
    old, new = before[one.i : one.j], after[one.k : one.m]
    return [piece.key for piece in old] == [piece.key for piece in new]


def _groups(row: Sequence[Piece]) -> list[Range]:
    """Each word, mark or field with the spaces behind it; spaces in front stand alone."""
    starts = [i for i, piece in enumerate(row) if i == 0 or not piece.is_space]
    return list(pairwise([*starts, len(row)]))


def _span(groups: list[Range], first: int, last: int, end: int) -> Range:
    start = groups[first][0] if first < len(groups) else end
    return start, groups[last - 1][1] if last > first else start


def _joined(changes: list[Operation], after: Sequence[Piece]) -> list[Operation]:
    """Neighbours of one kind as one; a mark or space between two changes goes with them."""
    result: list[Operation] = []
    for place, one in enumerate(changes):
        last = result[-1] if result else None
        stays = one.stays and not (
            last is not None
            and not last.stays
            and _is_thin(one, after)
            and _changes_again(changes, place, after)
        )
        if last is not None and last.stays is stays:
            result[-1] = Operation(stays, last.i, one.j, last.k, one.m)
        else:
            result.append(one._replace(stays=stays))
    return result


def _is_thin(one: Operation, after: Sequence[Piece]) -> bool:
    return not any(piece.words or piece.ends is not None for piece in after[one.k : one.m])


def _changes_again(changes: list[Operation], place: int, after: Sequence[Piece]) -> bool:
    """Whether the next thing that is not thin is a change."""
    for one in changes[place:]:
        if not one.stays:
            return True
        if not _is_thin(one, after):
            return False
    return False
