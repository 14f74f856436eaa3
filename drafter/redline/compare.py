"""Compares two files of ours: rejecting every change gives the old text, accepting it the new."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.redline.align import Unit, aligned, units
from drafter.redline.changes import Changes
from drafter.redline.package import read_body, w, with_body

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "drafter"


@dataclass(frozen=True, slots=True)
class Redline:
    """A file with tracked changes, and how many words it marks."""

    data: bytes
    words: int


def compare(old: bytes, new: bytes, author: str = AUTHOR, date: str = "") -> Redline:
    """The new file with its difference from the old one as tracked changes.

    `date` is an ISO date and time for the marks, or empty for none. Raises `Refused` for what is
    no Word file.
    """
    before, after = read_body(old, "the old file"), read_body(new, "the new file")
    changes = Changes(author, date, _highest_id(before, after) + 1)
    result = deepcopy(after)
    merged = list(_blocks(units(before, "p", "tbl"), units(after, "p", "tbl"), changes))
    last = [child for child in result if child.tag not in (w("p"), w("tbl"))]
    for child in list(result):
        result.remove(child)
    result.extend([*merged, *last])
    _unique_bookmarks(result, changes.id)
    parent = after.getparent()
    if parent is not None:
        parent.replace(after, result)
    return Redline(with_body(new, result), changes.words)


def _highest_id(*bodies: _Element) -> int:
    values = (one.get(w("id"), "") for body in bodies for one in body.iter())
    return max((int(value) for value in values if value.isdigit()), default=0)


def _blocks(old: list[Unit], new: list[Unit], changes: Changes) -> Iterator[_Element]:
    for one, other in aligned(old, new):
        if one is None and other is not None:
            yield _came_or_went(other.element, changes, "ins")
        elif one is not None and other is None:
            yield _came_or_went(one.element, changes, "del")
        elif one is not None and other is not None:
            yield from _pair(one.element, other.element, changes)


def _pair(old: _Element, new: _Element, changes: Changes) -> Iterator[_Element]:
    if new.tag == w("p"):
        yield changes.paragraph(old, new)
    elif _columns(old) == _columns(new):
        yield _table(old, new, changes)
    else:
        yield _came_or_went(old, changes, "del")
        yield _came_or_went(new, changes, "ins")


def _came_or_went(element: _Element, changes: Changes, name: str) -> _Element:
    if element.tag == w("p"):
        return changes.whole_paragraph(element, name)
    result = deepcopy(element)
    for row in result.findall(w("tr")):
        result.replace(row, _whole_row(row, changes, name))
    return result


# --- tables -----------------------------------------------------------------------------------


def _columns(table: _Element) -> int:
    return len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))


def _table(old: _Element, new: _Element, changes: Changes) -> _Element:
    result = deepcopy(new)
    rows = [_row(one, other, changes) for one, other in aligned(units(old, "tr"), units(new, "tr"))]
    for row in result.findall(w("tr")):
        result.remove(row)
    result.extend(rows)
    return result


def _row(one: Unit | None, other: Unit | None, changes: Changes) -> _Element:
    if one is None and other is not None:
        return _whole_row(other.element, changes, "ins")
    if other is None and one is not None:
        return _whole_row(one.element, changes, "del")
    assert one is not None
    assert other is not None
    return _cells(one.element, other.element, changes)


def _whole_row(row: _Element, changes: Changes, name: str) -> _Element:
    from lxml import etree

    result = deepcopy(row)
    properties = result.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        result.insert(0, properties)
    properties.append(changes.mark(name))
    for cell in result.findall(w("tc")):
        for paragraph in cell.findall(w("p")):
            cell.replace(paragraph, changes.whole_paragraph(paragraph, name))
    return result


def _cells(old: _Element, new: _Element, changes: Changes) -> _Element:
    result = deepcopy(new)
    for before, after in zip(old.findall(w("tc")), result.findall(w("tc")), strict=False):
        merged = list(_blocks(units(before, "p", "tbl"), units(after, "p", "tbl"), changes))
        for child in [*after.findall(w("p")), *after.findall(w("tbl"))]:
            after.remove(child)
        after.extend(merged)
    return result


def _unique_bookmarks(body: _Element, first_id: int) -> None:
    """A block that moved stands twice: its bookmark stays with the text that came. Ids are new."""
    seen: set[str] = set()
    for start in sorted(body.iter(w("bookmarkStart")), key=_is_deleted):
        name = str(start.get(w("name")))
        ends = _ends(start)
        if name in seen:
            for mark in (start, *ends):
                mark.getparent().remove(mark)  # type: ignore[union-attr]
            continue
        seen.add(name)
        for mark in (start, *ends):
            mark.set(w("id"), str(first_id + len(seen)))


def _ends(start: _Element) -> list[_Element]:
    """The end of a bookmark, in the same paragraph."""
    parent = start.getparent()
    ends = [] if parent is None else parent.findall(w("bookmarkEnd"))
    return [end for end in ends if end.get(w("id")) == start.get(w("id"))][:1]


def _is_deleted(start: _Element) -> bool:
    paragraph = start.getparent()
    found = None if paragraph is None else paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}")
    return found is not None
