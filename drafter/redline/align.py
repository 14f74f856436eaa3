"""Which paragraph of the old file is which of the new one.

Blocks that are the same in name and words hold the two files together. Between two of them the
rest is paired so that most words stay: by likeness first, the block's hidden bookmark breaking
ties. A number that a reference shows is no word: a field is known by what it points at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.redline.package import w

if TYPE_CHECKING:
    from lxml.etree import _Element

BOOKMARK = "_cl_"
LEAST_ALIKE = 0.15  # of the words of both: less is another paragraph
LARGEST_GAP = 60_000  # pairs to weigh between two blocks that hold; beyond it names decide


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, table or row: the name of its bookmark, its style, its words."""

    element: _Element = field(compare=False, repr=False)
    name: str
    style: str
    words: tuple[str, ...]
    ends_section: bool = False


Pair = tuple[Unit | None, Unit | None]


def units(parent: _Element, *tags: str) -> list[Unit]:
    """The children with these tags."""
    wanted = {w(tag) for tag in tags}
    return [_unit(child) for child in parent if child.tag in wanted]


def _unit(element: _Element) -> Unit:
    style = element.find(f"{w('pPr')}/{w('pStyle')}")
    name = str(element.tag) if style is None else str(style.get(w("val")))
    ends_section = element.find(f"{w('pPr')}/{w('sectPr')}") is not None
    return Unit(element, _bookmark(element), name, tuple(_words(element)), ends_section)


def _bookmark(element: _Element) -> str:
    names = (str(mark.get(w("name"))) for mark in element.iter(w("bookmarkStart")))
    return next((name for name in names if name.startswith(BOOKMARK)), "")


def _words(element: _Element) -> Iterator[str]:
    """The words; for a field its code instead of what it shows."""
    shown = 0
    for one in element.iter(w("t"), w("instrText"), w("fldChar")):
        if one.tag == w("fldChar"):
            shown += {"begin": 1, "end": -1}.get(str(one.get(w("fldCharType"))), 0)
        elif one.tag == w("instrText"):
            yield one.text or ""
        elif not shown:
            yield from (one.text or "").split()


def aligned(old: list[Unit], new: list[Unit]) -> Iterator[Pair]:
    """The units of both sides in one order: pairs, deletions, insertions."""
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(old[i:j], new[k:m], strict=True)
        else:
            yield from _in_gap(old[i:j], new[k:m])


def _in_gap(old: list[Unit], new: list[Unit]) -> Iterator[Pair]:
    """What stands between two blocks that hold: pairs in order, the rest came or went."""
    behind, ahead = 0, 0
    for i, k in [*_best_pairs(old, new), (len(old), len(new))]:
        yield from ((one, None) for one in old[behind:i])
        yield from ((None, other) for other in new[ahead:k])
        if i < len(old):
            yield old[i], new[k]
        behind, ahead = i + 1, k + 1


def _best_pairs(old: list[Unit], new: list[Unit]) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, that keep the most words."""
    weigh = _weight if len(old) * len(new) <= LARGEST_GAP else _weight_by_name
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for k in range(len(new) - 1, -1, -1):
            paired = weigh(old[i], new[k])
            skipped = max(best[i + 1][k], best[i][k + 1])
            best[i][k] = max(skipped, best[i + 1][k + 1] + paired) if paired else skipped
    return list(_walked(best, old, new))


def _walked(best: list[list[float]], old: list[Unit], new: list[Unit]) -> Iterator[tuple[int, int]]:
    i = k = 0
    while i < len(old) and k < len(new):
        if best[i][k] == best[i + 1][k]:
            i += 1
        elif best[i][k] == best[i][k + 1]:
            k += 1
        else:
            yield i, k
            i, k = i + 1, k + 1


def _weight(one: Unit, other: Unit) -> float:
    """How many words a pair would keep; nothing when the two are too unlike to be one."""
    if one.element.tag != other.element.tag or one.ends_section != other.ends_section:
        return 0
    if one.ends_section:
        return 1000
    total = len(one.words) + len(other.words)
    same_name = bool(one.name) and one.name == other.name
    if not total:
        return 1 if one.style == other.style else 0
    most = (Counter(one.words) & Counter(other.words)).total()
    if 2 * most < LEAST_ALIKE * total:
        return 0.5 if same_name and 6 * most >= total else 0
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    return kept + 0.5 * same_name if 2 * kept >= LEAST_ALIKE * total else 0


def _weight_by_name(one: Unit, other: Unit) -> float:
    return 1 if one.name and one.name == other.name else 0
