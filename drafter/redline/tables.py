"""Tables with tracked changes: rows that came, went or changed, cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import W
from drafter.redline.align import aligned
from drafter.redline.effort import Effort
from drafter.redline.marks import RevisionMarks
from drafter.redline.units import ComparedUnit, unit

if TYPE_CHECKING:
    from lxml.etree import _Element

Blocks = Callable[[list["_Element"], list["_Element"]], list["_Element"]]
"""Writes what became of the paragraphs and tables of a cell."""

BLOCKS = (f"{W}p", f"{W}tbl")


def columns(table: _Element) -> int:
    """How many columns its grid has."""
    return len(table.findall(f"{W}tblGrid/{W}gridCol"))


def changed_table(
    old: _Element, new: _Element, marks: RevisionMarks, blocks: Blocks, effort: Effort
) -> _Element:
    """The new table with its difference from an old one of as many columns."""
    before, after = ([unit(row) for row in table.findall(f"{W}tr")] for table in (old, new))
    rows = [_row(one, other, marks, blocks) for one, other in aligned(before, after, effort)]
    for row in new.findall(f"{W}tr"):
        new.remove(row)
    new.extend(rows)
    return new


def whole_table(table: _Element, kind: str, marks: RevisionMarks, blocks: Blocks) -> _Element:
    """A table that came (`ins`) or went (`del`)."""
    for row in table.findall(f"{W}tr"):
        _whole_row(row, kind, marks, blocks)
    return table


def _row(
    one: ComparedUnit | None, other: ComparedUnit | None, marks: RevisionMarks, blocks: Blocks
) -> _Element:
    if one is None and other is not None:
        return _whole_row(other.element, "ins", marks, blocks)
    if other is None and one is not None:
        return _whole_row(one.element, "del", marks, blocks)
    assert one is not None
    assert other is not None
    cells = zip(one.element.findall(f"{W}tc"), other.element.findall(f"{W}tc"), strict=False)
    for before, after in cells:
        _fill(after, blocks(_content(before), _content(after)))
    return other.element


def _whole_row(row: _Element, kind: str, marks: RevisionMarks, blocks: Blocks) -> _Element:
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(0, properties)
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
