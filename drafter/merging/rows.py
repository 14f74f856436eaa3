"""Table rows with tracked changes: new ones made like a neighbour, old ones struck as a whole."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from drafter.merging.line_read import line_of
from drafter.merging.lines import WordLines
from drafter.merging.read import CHANGES, in_body
from drafter.ooxml.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_AWAY = (
    *CHANGES,
    *(f"{W}{name}" for name in ("tblHeader", "bookmarkStart", "bookmarkEnd")),
    *(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd")),
)
_PARAGRAPH, _CELL, _ROW = (f"{W}p",), f"{W}tc", f"{W}tr"


def paragraphs(element: _Element) -> list[_Element]:
    """A paragraph itself, or those of a row."""
    return list(in_body(element, _PARAGRAPH)) if element.tag == _ROW else [element]


def fits(row: _Element, fresh: _Element) -> bool:
    """Whether two rows have as many cells with as many paragraphs in each."""
    return _shape(row) == _shape(fresh)


def strike_row(row: _Element, lines: WordLines) -> None:
    """The whole row struck."""
    _mark(row, "del", lines)
    for paragraph in paragraphs(row):
        lines.strike(paragraph)


def add_row(fresh: _Element, neighbour: _Element, lines: WordLines) -> _Element:
    """A new row with the words of a fresh one and the cells of its neighbour."""
    row = deepcopy(neighbour)
    row.tail = None
    for node in list(row.iter(*_LEFT_AWAY)):
        _replace(node)
    _mark(row, "ins", lines)
    for old, new in zip(paragraphs(row), paragraphs(fresh), strict=True):
        form = old.find(f"{W}pPr")
        form = etree.Element(f"{W}pPr") if form is None else form
        looks = form.find(f"{W}rPr")
        if looks is not None:
            form.remove(looks)
        _replace(old, lines.add(line_of(new), form))
    return row


def add_table(fresh: _Element, lines: WordLines) -> _Element:
    """A whole new table."""
    table = lines.looks.of_fresh(fresh)
    rows = zip(table.iterchildren(_ROW), fresh.iterchildren(_ROW), strict=True)
    for row, source in list(rows):
        _mark(row, "ins", lines)
        for old, new in zip(paragraphs(row), paragraphs(source), strict=True):
            form = new.find(f"{W}pPr")
            form = etree.Element(f"{W}pPr") if form is None else lines.looks.of_fresh(form)
            _replace(old, lines.add(line_of(new), form))
    return table


def _replace(old: _Element, *new: _Element) -> None:
    if (parent := old.getparent()) is not None:
        parent[parent.index(old) : parent.index(old) + 1] = new


def _shape(row: _Element) -> list[int]:
    return [len(list(in_body(cell, _PARAGRAPH))) for cell in in_body(row, (_CELL,))]


def _mark(row: _Element, kind: str, lines: WordLines) -> None:
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(1 if row.find(f"{W}tblPrEx") is not None else 0, properties)
    properties.append(lines.marks.mark(kind))
