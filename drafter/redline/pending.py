"""Changes that are pending in a file before it is compared: they count as accepted, and are told.

A redline shows what lies between two texts. Changes of somebody else inside it could be accepted
or rejected by themselves, and then neither text would come out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.ooxml.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_GOES, _STAYS = (f"{W}del", f"{W}moveFrom"), (f"{W}ins", f"{W}moveTo")
_IN_PROPERTIES = {f"{W}rPr", f"{W}trPr", f"{W}tcPr", f"{W}numPr"}
_RECORDS = tuple(
    f"{W}{name}"
    for name in "rPrChange pPrChange tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange "
    "sectPrChange numberingChange cellIns cellMerge moveFromRangeStart moveFromRangeEnd "
    "moveToRangeStart moveToRangeEnd".split()
)
_CELL_GONE = f"{W}cellDel"


def settle(body: _Element) -> Counter[str]:
    """Accepts every tracked change of a body; how many each author had."""
    changes = list(body.iter(*_GOES, *_STAYS, *_RECORDS, _CELL_GONE))
    authors = Counter(one.get(f"{W}author", "") for one in changes if one.get(f"{W}author"))
    if not changes:
        return authors
    joined = [mark for mark in body.iter(*_GOES) if _of_paragraph(mark)]
    paragraphs = [next(mark.iterancestors(f"{W}p")) for mark in joined]
    for properties in (f"{W}trPr", f"{W}tcPr"):
        _drop_rows_and_cells(body, properties)
    for change in changes:
        _settle_one(change)
    for paragraph in paragraphs:
        _join(paragraph)
    _drop_empty(body)
    return authors


def _of_paragraph(mark: _Element) -> bool:
    looks = mark.getparent()
    owner = None if looks is None else looks.getparent()
    return owner is not None and owner.tag == f"{W}pPr"


def _drop_rows_and_cells(body: _Element, properties: str) -> None:
    for found in list(body.iter(properties)):
        if any(found.find(tag) is not None for tag in (*_GOES, _CELL_GONE)):
            _drop(found.getparent())


def _settle_one(change: _Element) -> None:
    parent = change.getparent()
    if parent is None:
        return
    if change.tag in _STAYS and parent.tag not in _IN_PROPERTIES:
        for child in list(change):
            change.addprevious(child)
    parent.remove(change)


def _join(paragraph: _Element) -> None:
    """What is left of a paragraph whose mark is gone goes to the front of the next one."""
    following = paragraph.getnext()
    left = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is None or following.tag != f"{W}p":
        if not any(child.tag == f"{W}r" for child in left) and following is not None:
            _drop(paragraph)
        return
    place = 0 if following.find(f"{W}pPr") is None else 1
    for child in reversed(left):
        following.insert(place, child)
    _drop(paragraph)


def _drop_empty(body: _Element) -> None:
    """Tables without rows."""
    for table in list(body.iter(f"{W}tbl")):
        if next(table.iter(f"{W}tr"), None) is None:
            _drop(table)


def _drop(element: _Element | None) -> None:
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)
