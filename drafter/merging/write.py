"""Decisions carried out in counsel's own file; nothing that no decision names is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.merging.comments import MergeComments
from drafter.merging.decide import BlockDecision
from drafter.merging.line_read import line_of
from drafter.merging.lines import WordLines
from drafter.merging.looks import Looks
from drafter.merging.model import BlockOutcome, FileBlock
from drafter.merging.places import BlockPlaces
from drafter.merging.rows import add_row, add_table, fits, paragraphs, strike_row
from drafter.merging.sides import Sides
from drafter.merging.wording import text_of, words_of
from drafter.ooxml.namespaces import W
from drafter.redline.marks import RevisionMarks

if TYPE_CHECKING:
    from lxml.etree import _Element

NO_PLACE = "counsel left no place where it could stand"
OTHER_SHAPE = "its cells are others than those of the library's row"


class Writing:
    """Writes one run of changes into the marked-up file."""

    def __init__(self, sides: Sides, marks: RevisionMarks, because: str) -> None:
        self._sides, self._because = sides, because
        self.lines = WordLines(marks, Looks(sides))
        self.comments = MergeComments(sides.marked.parts, marks)
        self._places = BlockPlaces(sides)
        self._tables: set[_Element] = set()
        self._known_tables = {
            table
            for each in sides.library.back
            if each.row
            for table in each.element.iterancestors(f"{W}tbl")
        }

    def carry_out(self, decided: Iterable[BlockDecision]) -> Iterator[BlockDecision]:
        """Do what was decided; gives back what was done, which is less where it cannot be. What is
        struck goes last: until then it shows where new blocks belong."""
        every = list(decided)
        order = {BlockOutcome.ADDED: 0, BlockOutcome.STRUCK: 2}
        for one in sorted(every, key=lambda each: order.get(each.did, 1)):
            done = self._done(one)
            yield done
            if done.did is BlockOutcome.CONFLICT or done.why == NO_PLACE:
                self._comment(done)

    def _done(self, one: BlockDecision) -> BlockDecision:
        if one.did is BlockOutcome.ADDED and one.fresh is not None:
            return (
                one
                if self._add(one.fresh)
                else replace(one, did=BlockOutcome.LEFT_OUT, why=NO_PLACE)
            )
        if one.marked is None:
            return one
        if one.did is BlockOutcome.STRUCK:
            self._strike(one.marked)
        elif one.did is BlockOutcome.PUT_IN and one.fresh is not None and one.issued is not None:
            if not fits(one.marked.element, one.fresh.element):
                return replace(one, did=BlockOutcome.CONFLICT, why=OTHER_SHAPE)
            self._put_in(one.issued, one.marked, one.fresh)
        return one

    def _put_in(self, issued: FileBlock, marked: FileBlock, fresh: FileBlock) -> None:
        if words_of(marked.element) != words_of(fresh.element):
            both = zip(paragraphs(marked.element), paragraphs(fresh.element), strict=True)
            for old, new in both:
                if words_of(old) != words_of(new):
                    self.lines.reword(old, new)
        style = self._sides.style(fresh)
        if style != issued.style and marked.style == issued.style and not marked.row:
            self.lines.restyle(marked.element, self.lines.looks.form(style, fresh.element))

    def _strike(self, block: FileBlock) -> None:
        if block.row:
            strike_row(block.element, self.lines)
            return
        ends_section = block.element.find(f"{W}pPr/{W}sectPr") is not None
        following = block.element.getnext()
        last = following is None or following.tag == f"{W}sectPr"
        self.lines.strike(block.element, with_mark=not ends_section and not last)

    def _add(self, fresh: FileBlock) -> bool:
        """Whether a new block found its place."""
        table = next(fresh.element.iterancestors(f"{W}tbl"), None) if fresh.row else None
        if table is not None and table not in self._known_tables:
            return table in self._tables or self._add_table(fresh, table)
        place, ahead = self._places.place(fresh, fresh.row)
        if place is None or (fresh.row and not fits(place, fresh.element)):
            return False
        if fresh.row:
            new = add_row(fresh.element, place, self.lines)
        else:
            form = self.lines.looks.form(self._sides.style(fresh), fresh.element)
            new = self.lines.add(line_of(fresh.element), form)
        place.addprevious(new) if ahead else place.addnext(new)
        self._places.note(fresh, new)
        return True

    def _add_table(self, fresh: FileBlock, table: _Element) -> bool:
        place, ahead = self._places.place(fresh, row=False)
        if place is None:
            return False
        new = add_table(table, self.lines)
        place.addprevious(new) if ahead else place.addnext(new)
        self._tables.add(table)
        self._places.note(fresh, new)
        return True

    def _comment(self, one: BlockDecision) -> None:
        element = self._comment_place(one)
        if element is None:
            return
        now = text_of(one.fresh.element) if one.fresh is not None else ""
        says = [f"Not put in: {one.why}."]
        says += (
            [
                f"The library now says: \N{LEFT DOUBLE QUOTATION MARK}{now}"
                "\N{RIGHT DOUBLE QUOTATION MARK}"
            ]
            if now
            else []
        )
        says += [f"Reason: {self._because}"] if self._because else []
        self.comments.put(paragraphs(element)[0], says)

    def _comment_place(self, one: BlockDecision) -> _Element | None:
        """Where a comment stands: at the block, or at the nearest one before it that stands."""
        if one.marked is not None:
            return one.marked.element
        if one.fresh is not None:
            return self._places.nearest(one.fresh)
        blocks = self._sides.issued.blocks
        at = 0 if one.issued is None else self._sides.place(one.issued)
        found = (self._sides.counsel.to.get(blocks[before]) for before in reversed(range(at)))
        return next((each.element for each in found if each is not None), None)
