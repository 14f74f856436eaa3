"""Where a new block of the library goes in counsel's file."""

from __future__ import annotations

from collections.abc import Iterator
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
        self._added: dict[FileBlock, _Element] = {}

    def note(self, fresh: FileBlock, element: _Element) -> None:
        """A block was put in."""
        self._added[fresh] = element

    def place(self, fresh: FileBlock, row: bool) -> tuple[_Element | None, bool]:
        """The element that a new block goes behind, or before where the second says so; None where
        counsel left no place for it. `row`: among the rows of a table that stands."""
        section = list(self._section(fresh))
        heading = section[-1] if section else None
        taken_out = heading is not None and heading.heading and self._standing(heading) is None
        if taken_out and not fresh.heading:
            return None, False
        for each in section if not fresh.heading else self._all_before(fresh):
            found = self._standing(each)
            if found is not None and (each.row or not row):
                return self._behind(found, fresh, row), False
        for each in self._after(fresh):
            found = self._standing(each)
            if found is not None and (each.row or not row):
                return (found if row else _out_of_table(found)), True
        return None, False

    def nearest(self, fresh: FileBlock) -> _Element | None:
        """The nearest standing block before a place, for a comment."""
        found = map(self._standing, self._all_before(fresh))
        return next((each for each in found if each is not None), None)

    def _standing(self, fresh: FileBlock) -> _Element | None:
        if fresh in self._added:
            return self._added[fresh]
        found = self._sides.stands(fresh)
        return None if found is None else found.element

    def _all_before(self, fresh: FileBlock) -> Iterator[FileBlock]:
        return reversed(self._fresh[: self._at[fresh]])

    def _section(self, fresh: FileBlock) -> Iterator[FileBlock]:
        """What stands before it in its section, nearest first, the heading last."""
        for each in self._all_before(fresh):
            yield each
            if each.heading:
                return

    def _after(self, fresh: FileBlock) -> Iterator[FileBlock]:
        for each in self._fresh[self._at[fresh] + 1 :]:
            if each.heading and not fresh.heading:
                return
            yield each

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
