"""Compares two files of ours: rejecting every change gives the old text, accepting it the new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from drafter.diagnostics import WARNING, Diagnostic, Place, refuse_errors
from drafter.ooxml.body import headings, read_body, with_body
from drafter.ooxml.namespaces import W
from drafter.ooxml.package import read_package
from drafter.redline.align import aligned
from drafter.redline.bookmarks import OldBookmarks, highest_id
from drafter.redline.effort import Effort
from drafter.redline.marks import RevisionMarks, mark_faults
from drafter.redline.paragraphs import Paragraphs
from drafter.redline.stretch import changed, rows
from drafter.redline.tables import BLOCKS, changed_table, columns, whole_table
from drafter.redline.units import ComparedUnit, UnitPair, unit

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "drafter"
_IDS = re.compile(rb' w:id="\d+"')


@dataclass(frozen=True, slots=True)
class Redline:
    """A file with tracked changes, how many words it marks, and what was left out of it."""

    data: bytes
    words: int
    told: tuple[Diagnostic, ...] = ()


def compare(
    old: bytes,
    new: bytes,
    author: str = AUTHOR,
    date: str = "",
    names: tuple[str, str] = ("the old file", "the new file"),
) -> Redline:
    """The new file with its difference from the old one as tracked changes.

    `date` is an ISO date and time for the marks, or empty for none; `names` are what messages call
    the two files. Raises `Refused` for what is no safe Word file.
    """
    refuse_errors([*mark_faults(author, date)])
    old_parts, faults = read_package(old, names[0])
    parts, told = read_package(new, names[1])
    refuse_errors([*faults, *told])
    before, after = read_body(old_parts), read_body(parts)
    kept = OldBookmarks(after)
    marks = RevisionMarks(
        author, date, max(highest_id(before) + kept.offset, highest_id(after)) + 1
    )
    comparison = _Comparison(marks, kept, headings(parts))
    merged = comparison.blocks(_blocks(before), _blocks(after))
    last = [child for child in after if child.tag not in BLOCKS]
    _refill(after, [*merged, *last])
    return Redline(with_body(parts, after), marks.words, (*told, *comparison.warnings(names[1])))


def _refill(body: _Element, content: list[_Element]) -> None:
    """The body with this content. What stands in its place is not moved: a long table is dear to
    move."""
    stays = set(content)
    for child in [each for each in body if each not in stays]:
        body.remove(child)
    there = next(iter(body), None)
    for each in content:
        if each is there:
            there = each.getnext()
        elif there is not None:
            there.addprevious(each)
        else:
            body.append(each)


def _blocks(body: _Element) -> list[_Element]:
    return [child for child in body if child.tag in BLOCKS]


class _Comparison:
    """One comparison: its marks, the bookmarks of the old file, which styles make headings."""

    def __init__(self, marks: RevisionMarks, kept: OldBookmarks, headings: frozenset[str]) -> None:
        self.marks, self.kept, self.headings = marks, kept, headings
        self.effort = Effort()

    def blocks(self, old: list[_Element], new: list[_Element]) -> list[_Element]:
        """Paragraphs and tables of the body or of a cell; what is written alike stays as it is."""
        before, after = list(map(_written, old)), list(map(_written, new))
        result: list[_Element] = []
        for tag, i, j, k, m in self.effort.opcodes(before, after):
            if tag == "equal":
                result += new[k:m]
            else:
                result += self._gap(old[i:j], new[k:m])
        return result

    def warnings(self, file: str) -> Iterator[Diagnostic]:
        """What a reader of the redline has to know."""
        if self.effort.spent:
            says = (
                "the two files are long and hardly alike; some of it is not compared word by word"
            )
            cure = "what is marked is right, and more than had to be; compare nearer versions"
            yield Diagnostic("coarse-redline", says, Place(file), cure, (), WARNING)

    def _gap(self, old: list[_Element], new: list[_Element]) -> Iterator[_Element]:
        before, after = [unit(each, self.kept) for each in old], [unit(each) for each in new]
        for stretch in _stretches(
            _alone(before, after) or aligned(before, after, self.effort), self.headings
        ):
            if any(one and one.element.tag != f"{W}p" for one in stretch[0]):
                yield from self._tables(*stretch[0])
            else:
                yield from self._paragraphs(stretch)

    def _paragraphs(self, stretch: list[UnitPair]) -> list[_Element]:
        before, after = rows(stretch)
        return Paragraphs(self.marks).write(
            before, after, changed(stretch, before, after, self.effort)
        )

    def _tables(self, one: ComparedUnit | None, other: ComparedUnit | None) -> Iterator[_Element]:
        if one and other and columns(one.element) == columns(other.element):
            yield changed_table(one.element, other.element, self.marks, self.blocks, self.effort)
            return
        if one:
            yield whole_table(one.element, "del", self.marks, self.blocks)
        if other:
            yield whole_table(other.element, "ins", self.marks, self.blocks)


def _written(element: _Element) -> bytes:
    """As it is written, ids apart: they count through each file anew."""
    return _IDS.sub(b"", etree.tostring(element, with_tail=False))


def _alone(old: list[ComparedUnit], new: list[ComparedUnit]) -> list[UnitPair]:
    """One paragraph for another of its style is the same paragraph, whatever it says: a cell
    cannot lose its last one."""
    if len(old) != 1 or len(new) != 1 or old[0].style != new[0].style:
        return []
    return [(old[0], new[0])]


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
