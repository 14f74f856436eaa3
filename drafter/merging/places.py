"""Where a new block of the library goes in counsel's file."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from drafter.merging.model import FileBlock
from drafter.merging.read import leaves
from drafter.merging.sides import Sides
from drafter.ooxml.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element


class BlockPlaces:
    """Finds places, and knows what was put in before."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._fresh = sides.fresh.blocks
        self._at = {each: place for place, each in enumerate(self._fresh)}
        self._marked = {each.element: place for place, each in enumerate(sides.marked.blocks)}
        self._headings = [at for at, each in enumerate(self._fresh) if each.heading]
        self._element = {
            at: found.element
            for at, each in enumerate(self._fresh)
            if (found := sides.stands(each)) is not None
        }
        self._standing = list(self._element)
        self._rows = [at for at in self._standing if self._fresh[at].row]

    def note(self, fresh: FileBlock, element: _Element) -> None:
        """A block was put in."""
        at = self._at[fresh]
        for standing in (self._standing, self._rows) if fresh.row else (self._standing,):
            insort(standing, at)
        self._element[at] = element

    def place(self, fresh: FileBlock, row: bool) -> tuple[_Element | None, bool]:
        """The element that a new block goes behind, or before where the second says so; None where
        counsel left no place for it. `row`: among the rows of a table that stands."""
        at, heading = self._at[fresh], fresh.heading
        start, end = (0, len(self._fresh)) if heading else self._section(at)
        if not heading and self._fresh[start].heading and start < at and start not in self._element:
            return None, False
        standing = self._rows if row else self._standing
        if (before := bisect_left(standing, at) - 1) >= 0 and standing[before] >= start:
            return self._behind(self._element[standing[before]], fresh, row), False
        if (after := bisect_left(standing, at + 1)) < len(standing) and standing[after] < end:
            found = self._element[standing[after]]
            return (found if row else _out_of_table(found)), True
        return None, False

    def nearest(self, fresh: FileBlock) -> _Element | None:
        """The nearest standing block before a place, for a comment."""
        before = bisect_left(self._standing, self._at[fresh]) - 1
        return self._element[self._standing[before]] if before >= 0 else None

    def _section(self, at: int) -> tuple[int, int]:
        """The heading that a block stands under, and the heading after it; or the ends."""
        after = bisect_left(self._headings, at)
        start = self._headings[after - 1] if after else 0
        return start, (self._headings[after] if after < len(self._headings) else len(self._fresh))

    def _behind(self, element: _Element, fresh: FileBlock, row: bool) -> _Element:
        """The last element that belongs to this one: the rest of a paragraph that somebody cuts
        or joins, and what counsel put beneath it."""
        place = self._marked.get(element)
        blocks = self._sides.marked.blocks
        while place is not None and place + 1 < len(blocks):
            this, following = blocks[place], blocks[place + 1]
            own = following not in self._sides.counsel.back
            cut = _is_cut(this, own=this not in self._sides.counsel.back)
            cut = cut or (own and self._sides.is_rest(following, this))
            if not cut and not (own and not row and following.depth > fresh.depth):
                break
            place += 1
        if place is not None:
            element = blocks[place].element
        return element if row else _out_of_table(element)


def _is_cut(block: FileBlock, own: bool) -> bool:
    """Whether the mark at its end is itself a pending change, and not that of a whole new one."""
    form = None if block.row else block.element.find(f"{W}pPr")
    if form is None:
        return False
    return leaves(form, f"{W}rPr/") or (not own and form.find(f"{W}rPr/{W}ins") is not None)


def _out_of_table(element: _Element) -> _Element:
    """The table that an element stands in, or the element."""
    tables = list(element.iterancestors(f"{W}tbl"))
    return tables[-1] if tables else element
