"""Tables with tracked changes: rows that came, went or changed, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import W
from drafter.redline.align import aligned
from drafter.redline.effort import Effort
from drafter.redline.line import written
from drafter.redline.marks import RevisionMarks
from drafter.redline.plainly import BLOCKS
from drafter.redline.units import ComparedUnit, unit

if TYPE_CHECKING:
    from lxml.etree import _Element

Blocks = Callable[[list["_Element"], list["_Element"]], list["_Element"]]
"""Writes what became of the paragraphs and tables of a cell."""


def columns(table: _Element) -> int:
    """How many columns its grid has."""
    return len(table.findall(f"{W}tblGrid/{W}gridCol"))


def shape(table: _Element) -> list[str]:
    """How it is laid out, apart from what stands in it."""
    names = [f"{W}{name}" for name in ("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr")]
    return sorted({written(each) for each in table.iter(*names)})


def changed_table(
    old: _Element, new: _Element, marks: RevisionMarks, blocks: Blocks, effort: Effort
) -> _Element:
    """The new table with its difference from an old one of as many columns."""
    before, after = ([unit(row) for row in table.findall(f"{W}tr")] for table in (old, new))
    rows = [
        row
        for one, other in aligned(before, after, effort)
        for row in _rows(one, other, marks, blocks)
    ]
    for row in new.findall(f"{W}tr"):
        new.remove(row)
    new.extend(rows)
    return new


def whole_table(table: _Element, kind: str, marks: RevisionMarks, blocks: Blocks) -> _Element:
    """A table that came (`ins`) or went (`del`)."""
    for row in table.findall(f"{W}tr"):
        _whole_row(row, kind, marks, blocks)
    return table


def _rows(
    one: ComparedUnit | None, other: ComparedUnit | None, marks: RevisionMarks, blocks: Blocks
) -> Iterator[_Element]:
    """A row that stayed, cell by cell; one whose cells were merged or cut goes and comes whole."""
    if one and other and _cells(one.element) == _cells(other.element):
        for before, after in zip(
            one.element.findall(f"{W}tc"), other.element.findall(f"{W}tc"), strict=True
        ):
            _fill(after, blocks(_content(before), _content(after)))
        yield other.element
        return
    if one:
        yield _whole_row(one.element, "del", marks, blocks)
    if other:
        yield _whole_row(other.element, "ins", marks, blocks)


def _cells(row: _Element) -> list[tuple[str, str]]:
    """Of each cell how many columns it spans, and whether it goes on the one above."""
    return [
        (_value(cell, "gridSpan", "1"), _value(cell, "vMerge", "continue"))
        for cell in row.findall(f"{W}tc")
    ]


def _value(cell: _Element, name: str, unsaid: str) -> str:
    found = cell.find(f"{W}tcPr/{W}{name}")
    return "" if found is None else found.get(f"{W}val", unsaid)


def _whole_row(row: _Element, kind: str, marks: RevisionMarks, blocks: Blocks) -> _Element:
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(0 if row.find(f"{W}tblPrEx") is None else 1, properties)
    properties.append(marks.mark(kind))
    for cell in row.findall(f"{W}tc"):
        content = _content(cell)
        _fill(cell, blocks([], content) if kind == "ins" else blocks(content, []))
    return row


def _content(cell: _Element) -> list[_Element]:
    return [child for child in cell if child.tag in BLOCKS]


def _fill(cell: _Element, content: list[_Element]) -> None:
    for child in _content(cell):
        cell.remove(child)
    cell.extend(content)
