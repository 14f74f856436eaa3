"""Which block of one file is which of another: by words and by name, never by name alone.

A bookmark may slide to the next paragraph, and in a new draft every name after an inserted clause
is another's. So a name is believed only where the words are alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from drafter.merging.model import FileBlock
from drafter.merging.wording import likeness

BY_NAME, IN_GAP, ANYWHERE = 0.3, 0.45, 0.7  # how alike two blocks have to be to be one
SAME_NAME = 0.15  # how much a name counts between two blocks of one gap
MOST_WEIGHED = 250_000  # pairs that are likened; beyond it only what is written alike is paired


class Pairing:
    """The pairs found so far, both ways."""

    def __init__(self, old: Sequence[FileBlock], new: Sequence[FileBlock]) -> None:
        self.old, self.new = old, new
        self.to: dict[FileBlock, FileBlock] = {}
        self.back: dict[FileBlock, FileBlock] = {}

    def pair(self, one: FileBlock, other: FileBlock) -> None:
        """Two blocks are one."""
        self.to[one], self.back[other] = other, one

    def left(self) -> tuple[list[FileBlock], list[FileBlock]]:
        """What has no counterpart yet."""
        return (
            [each for each in self.old if each not in self.to],
            [each for each in self.new if each not in self.back],
        )

    def moved(self) -> set[FileBlock]:
        """Old blocks that stand elsewhere among the others in the new file."""
        kept = {self.old[i] for i, _ in _rising(self._rows())}
        return {each for each in self.to if each not in kept}

    def _rows(self) -> list[tuple[int, int]]:
        places = {each: place for place, each in enumerate(self.new)}
        return [(i, places[self.to[each]]) for i, each in enumerate(self.old) if each in self.to]

    def gaps(self) -> Iterator[tuple[list[FileBlock], list[FileBlock]]]:
        """What has no counterpart between two neighbours that stand in the same order in both."""
        ends = [(-1, -1), *_rising(self._rows()), (len(self.old), len(self.new))]
        for (i, k), (j, m) in pairwise(ends):
            before = [each for each in self.old[i + 1 : j] if each not in self.to]
            after = [each for each in self.new[k + 1 : m] if each not in self.back]
            if before and after:
                yield before, after


def aligned(old: Sequence[FileBlock], new: Sequence[FileBlock], names_hold: bool) -> Pairing:
    """The pairs of two files; `names_hold` where the second was made from the first by people, so
    that a bookmark went with its words."""
    found = Pairing(old, new)
    _written_alike(found, lambda each: (each.name, each.plain) if each.name else None)
    _written_alike(found, lambda each: (each.row, each.plain) if each.plain else None)
    if names_hold:
        _by_name(found)
    for before, after in found.gaps():
        _most_alike(found, before, after, IN_GAP)
    _most_alike(found, *found.left(), ANYWHERE)
    for before, after in found.gaps():
        if len(before) == len(after) == 1 and _may_be_one(before[0], after[0]):
            found.pair(before[0], after[0])
    return found


def put_in_by_both(old: Sequence[FileBlock], new: Sequence[FileBlock]) -> Pairing:
    """Blocks that each side put in by itself, and that say the same or nearly."""
    found = Pairing(old, new)
    _written_alike(found, lambda each: (each.row, each.plain) if each.plain else None)
    _most_alike(found, *found.left(), ANYWHERE)
    return found


def _may_be_one(one: FileBlock, other: FileBlock) -> bool:
    """Whether the only two that are left between two pairs are one, whatever their words."""
    return (one.row, one.heading, bool(one.bag)) == (other.row, other.heading, bool(other.bag))


def _written_alike(found: Pairing, key: Callable[[FileBlock], object]) -> None:
    """Those that stand once in each file with the same key."""
    old, new = found.left()
    count, other = (Counter(map(key, some)) for some in (old, new))
    once = {key(each): each for each in new if other[key(each)] == 1}
    for each in old:
        known = key(each)
        if known is not None and count[known] == 1 and known in once:
            found.pair(each, once[known])


def _by_name(found: Pairing) -> None:
    old, new = found.left()
    names = {name: each for each in new for name in each.names if each.bag}
    for each in old:
        other = names.get(each.name)
        if other is None or other in found.back or other.row != each.row:
            continue
        if likeness(each.bag, other.bag) >= BY_NAME or each.bag >= other.bag:
            found.pair(each, other)


def _most_alike(
    found: Pairing, old: Sequence[FileBlock], new: Sequence[FileBlock], least: float
) -> None:
    """The most alike first, each once."""
    if len(old) * len(new) > MOST_WEIGHED:
        return
    weighed = []
    for i, one in enumerate(old):
        for k, other in enumerate(new):
            if one.row != other.row or bool(one.bag) != bool(other.bag):
                continue
            same = SAME_NAME * (bool(one.name) and one.name == other.name)
            alike = likeness(one.bag, other.bag)
            if alike + same >= least:
                weighed.append((-alike - same, abs(i - k), i, k))
    for _, _, i, k in sorted(weighed):
        if old[i] not in found.to and new[k] not in found.back:
            found.pair(old[i], new[k])


def _rising(rows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of pairs that rises on both sides; the first already does."""
    ends: list[int] = []
    chain: list[tuple[int, int]] = []  # of each pair: its place in a row, which pair stands before
    last: list[int] = []
    for at, (_, k) in enumerate(rows):
        length = bisect_left(ends, k)
        chain.append((length, last[length - 1] if length else -1))
        ends[length : length + 1], last[length : length + 1] = [k], [at]
    result: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        result.append(rows[at])
        at = chain[at][1]
    return result[::-1]
