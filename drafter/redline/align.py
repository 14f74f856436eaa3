"""Which paragraph of the old file is which of the new one.

Blocks that are the same in name and words hold the two files together. Between two of them the
rest is paired so that most words stay, by likeness first, the block's hidden bookmark breaking
ties. A number that a reference shows is no word here: a field is known by what it points at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from drafter.redline.effort import Effort
from drafter.redline.units import ComparedUnit, UnitPair

LEAST_ALIKE = 0.2  # of the words and pairs of words of both: less is another paragraph
LARGEST_GAP = 60_000  # pairs to weigh between two blocks that hold; beyond it names decide


def aligned(
    old: Sequence[ComparedUnit], new: Sequence[ComparedUnit], effort: Effort
) -> Iterator[UnitPair]:
    """The units of both sides in one order: pairs, deletions, insertions."""
    for tag, i, j, k, m in effort.opcodes(old, new):
        if tag == "equal":
            yield from zip(old[i:j], new[k:m], strict=True)
        else:
            yield from _in_gap(old[i:j], new[k:m], effort)


def _in_gap(
    old: Sequence[ComparedUnit], new: Sequence[ComparedUnit], effort: Effort
) -> Iterator[UnitPair]:
    """What stands between two blocks that hold: pairs in order, the rest came or went."""
    behind, ahead = 0, 0
    for i, k in [*_best_pairs(old, new, effort), (len(old), len(new))]:
        yield from ((one, None) for one in old[behind:i])
        yield from ((None, other) for other in new[ahead:k])
        if i < len(old):
            yield old[i], new[k]
        behind, ahead = i + 1, k + 1


def _best_pairs(
    old: Sequence[ComparedUnit], new: Sequence[ComparedUnit], effort: Effort
) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, that keep the most words."""
    if len(old) * len(new) > LARGEST_GAP or not effort.weighs(len(old), len(new)):
        return _pairs_by_name(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for k in range(len(new) - 1, -1, -1):
            paired = _weight(old[i], new[k])
            skipped = max(best[i + 1][k], best[i][k + 1])
            best[i][k] = max(skipped, best[i + 1][k + 1] + paired) if paired else skipped
    return list(_walked(best, len(old), len(new)))


def _walked(best: list[list[float]], old: int, new: int) -> Iterator[tuple[int, int]]:
    i = k = 0
    while i < old and k < new:
        if best[i][k] == best[i + 1][k]:
            i += 1
        elif best[i][k] == best[i][k + 1]:
            k += 1
        else:
            yield i, k
            i, k = i + 1, k + 1


def _weight(one: ComparedUnit, other: ComparedUnit) -> float:
    """How much a pair would keep; nothing when the two are too unlike to be one."""
    if one.element.tag != other.element.tag or one.ends_section != other.ends_section:
        return 0
    if one.ends_section:
        return 1000
    same_name = bool(one.name) and one.name == other.name
    if one.leads or other.leads:  # a line of the contents is known by where it leads
        return 1000 * same_name
    total = len(one.bag) + len(other.bag)
    if not total:
        return 1 if one.style == other.style else 0
    kept = len(one.bag & other.bag)
    least = LEAST_ALIKE * total / (2 + 2 * same_name)
    return kept + 0.5 * same_name if kept >= least else 0


def _pairs_by_name(
    old: Sequence[ComparedUnit], new: Sequence[ComparedUnit]
) -> list[tuple[int, int]]:
    """The most pairs of one name that stand in the same order on both sides."""
    places = {unit.name: place for place, unit in enumerate(new) if unit.name}
    ends: list[int] = []  # where the best row of each length ends in the new text
    rows: list[tuple[int, int, int]] = []  # old, new, which one stands before
    last: list[int] = []  # of each length, the pair that it ends with
    for i, unit in enumerate(old):
        k = places.get(unit.name, -1)
        if k < 0 or ((length := bisect_left(ends, k)) < len(ends) and ends[length] == k):
            continue
        rows.append((i, k, last[length - 1] if length else -1))
        ends[length : length + 1], last[length : length + 1] = [k], [len(rows) - 1]
    pairs: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        i, k, at = rows[at]
        pairs.append((i, k))
    return pairs[::-1]
