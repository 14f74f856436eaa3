"""One comparison of two bodies: what stayed, came and went, and what there is to say of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from drafter.diagnostics import WARNING, Diagnostic, Place
from drafter.ooxml.namespaces import W
from drafter.redline.align import aligned
from drafter.redline.bookmarks import OldBookmarks
from drafter.redline.effort import Effort
from drafter.redline.in_office import in_word_only, settled_otherwise
from drafter.redline.line import holds_open_field
from drafter.redline.marks import RevisionMarks
from drafter.redline.paragraphs import Paragraphs
from drafter.redline.plainly import unwrap_rows, unwrapped
from drafter.redline.stretch import changed, rows
from drafter.redline.tables import changed_table, columns, shape, whole_table
from drafter.redline.telling import moved, unshown
from drafter.redline.units import ComparedUnit, UnitPair, unit

if TYPE_CHECKING:
    from lxml.etree import _Element

UNWRAPPED = (
    "content controls round whole paragraphs or rows are left away, and what they held stands"
)
REGRIDDED = (
    "tables with other columns are struck and put in whole, since not every program can settle a "
    "column"
)
RESHAPED = "tables are laid out otherwise: widths, borders and the like are those of the new file"
LONG_FIELDS = (
    "fields that run over several paragraphs were struck or put in; the words that they show are "
    "marked, the field itself is not"
)
_IDS = re.compile(rb'(?<!noteReference) w:id="\d+"')


class BodyComparison:
    """One comparison: its marks, the bookmarks of the old file, which styles make headings."""

    def __init__(self, marks: RevisionMarks, kept: OldBookmarks, headings: frozenset[str]) -> None:
        self.marks, self.kept, self.headings = marks, kept, headings
        self.effort = Effort()
        self.unshown = Counter[str]()
        self.in_office = Counter[str]()  # what LibreOffice settles otherwise than Word
        self.astray = set[str]()  # names that the new file gives to another text
        self.gone: list[ComparedUnit] = []
        self.came: list[ComparedUnit] = []

    def blocks(self, old: list[_Element], new: list[_Element]) -> list[_Element]:
        """Paragraphs and tables of the body or of a cell; what is written alike stays as it is."""
        before, after = list(map(_written, old)), list(map(_written, new))
        result: list[_Element] = []
        for tag, i, j, k, m in self.effort.opcodes(before, after):
            if tag == "equal":
                result += new[k:m]
            else:
                at_end = (j, m) == (len(old), len(new))
                result += self._gap(old[i:j], new[k:m], at_end)
        return result

    def warnings(self, files: tuple[str, str]) -> Iterator[Diagnostic]:
        """What a reader of the redline has to know."""
        yield from moved(self.gone, self.came, files[1])
        for says, count in (+self.unshown).items():
            yield unshown(f"{count} times: {says}", files[1])
        for says, count in self.in_office.items():
            yield in_word_only(f"{count} times: {says}", files[1])
        if self.effort.spent:
            says = (
                "the two files are long and hardly alike; some of it is not compared word by word"
            )
            cure = "what is marked is right, and more than had to be; compare nearer versions"
            yield Diagnostic("coarse-redline", says, Place(files[1]), cure, (), WARNING)

    def _gap(self, old: list[_Element], new: list[_Element], at_end: bool) -> Iterator[_Element]:
        old, new = self._plain(old), self._plain(new)
        before, after = [unit(each, self.kept) for each in old], [unit(each) for each in new]
        pairs = self._pairs(before, after, at_end)
        self.in_office += settled_otherwise(pairs)
        for stretch in _stretches(pairs, self.headings):
            if any(one and one.element.tag != f"{W}p" for one in stretch[0]):
                yield from self._tables(*stretch[0])
            else:
                yield from self._paragraphs(stretch)

    def _pairs(
        self, old: list[ComparedUnit], new: list[ComparedUnit], at_end: bool
    ) -> list[UnitPair]:
        """What is what. The last paragraph of a text or cell stays, whatever it says: its mark
        cannot go."""
        if _alone(old, new):
            return [(old[0], new[0])]
        if at_end and old and new and all(_is_paragraph(one) for one in (old[-1], new[-1])):
            return [*aligned(old[:-1], new[:-1], self.effort), (old[-1], new[-1])]
        return list(aligned(old, new, self.effort))

    def _plain(self, blocks: list[_Element]) -> list[_Element]:
        """Paragraphs and tables without the controls round them and round their rows."""
        self.unshown[UNWRAPPED] += sum(each.tag not in (f"{W}p", f"{W}tbl") for each in blocks)
        plain = unwrapped(blocks)
        self.unshown[UNWRAPPED] += sum(unwrap_rows(each) for each in plain if each.tag == f"{W}tbl")
        return plain

    def _paragraphs(self, stretch: list[UnitPair]) -> list[_Element]:
        for one, other in stretch:
            if one:
                there = other.bookmarks if other else frozenset()
                self.astray |= (one.bookmarks & self.kept.names) - there
        self.gone += [one for one, other in stretch if one and not other]
        self.came += [other for one, other in stretch if other and not one]
        alone = (one or other for one, other in stretch if one is None or other is None)
        self.unshown[LONG_FIELDS] += sum(holds_open_field(each.element) for each in alone if each)
        before, after = rows(stretch)
        return Paragraphs(self.marks).write(
            before, after, changed(stretch, before, after, self.effort)
        )

    def _tables(self, one: ComparedUnit | None, other: ComparedUnit | None) -> Iterator[_Element]:
        if one and other and columns(one.element) == columns(other.element):
            self.unshown[RESHAPED] += shape(one.element) != shape(other.element)
            yield changed_table(one.element, other.element, self.marks, self.blocks, self.effort)
            return
        self.unshown[REGRIDDED] += bool(one and other)
        if one:
            yield whole_table(one.element, "del", self.marks, self.blocks)
        if other:
            yield whole_table(other.element, "ins", self.marks, self.blocks)


def _written(element: _Element) -> bytes:
    """As it is written, ids apart: they count through each file anew."""
    return _IDS.sub(b"", etree.tostring(element, with_tail=False))


def _alone(old: list[ComparedUnit], new: list[ComparedUnit]) -> bool:
    """Whether one stands for another of its style: it is the same one, whatever it says."""
    return len(old) == 1 and len(new) == 1 and old[0].style == new[0].style


def _is_paragraph(one: ComparedUnit) -> bool:
    return one.element.tag == f"{W}p" and not one.ends_section


def _stretches(pairs: Iterable[UnitPair], headings: frozenset[str]) -> Iterator[list[UnitPair]]:
    """Neighbours that may share words; a heading, a table and a paragraph that stayed alone."""
    for alone, group in groupby(pairs, key=lambda pair: _stands_alone(pair, headings)):
        if alone:
            yield from ([pair] for pair in group)
        else:
            yield list(group)


def _stands_alone(pair: UnitPair, headings: frozenset[str]) -> bool:
    return pair[0] == pair[1] or any(
        one.element.tag != f"{W}p" or one.ends_section or one.leads or one.style in headings
        for one in pair
        if one is not None
    )
