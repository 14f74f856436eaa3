"""Bookmarks that a file lost, put back where their words stand: references lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from drafter.merging.rows import paragraphs
from drafter.merging.sides import Sides
from drafter.ooxml.namespaces import W
from drafter.redline.marks import RevisionMarks

if TYPE_CHECKING:
    from lxml.etree import _Element


def restore(sides: Sides, marks: RevisionMarks) -> int:
    """Give each block of the marked-up file the bookmark that it was issued with; how many had
    lost theirs, or had it slide to another paragraph."""
    restored = 0
    for issued, marked in sides.counsel.to.items():
        if issued.name and issued.name not in marked.names and not marked.gone:
            _take_away(sides.marked.body, issued.name)
            _put(paragraphs(marked.element)[0], issued.name, marks)
            restored += 1
    for fresh, marked in sides.both.to.items():
        name = next(mark.get(f"{W}name", "") for mark in fresh.element.iter(f"{W}bookmarkStart"))
        if name not in marked.names:
            _put(paragraphs(marked.element)[0], name, marks)
    return restored


def _take_away(body: _Element, name: str) -> None:
    starts = [mark for mark in body.iter(f"{W}bookmarkStart") if mark.get(f"{W}name") == name]
    ids = {mark.get(f"{W}id") for mark in starts}
    ends = [mark for mark in body.iter(f"{W}bookmarkEnd") if mark.get(f"{W}id") in ids]
    for mark in (*starts, *ends):
        if (parent := mark.getparent()) is not None:
            parent.remove(mark)


def _put(paragraph: _Element, name: str, marks: RevisionMarks) -> None:
    start, end = etree.Element(f"{W}bookmarkStart"), etree.Element(f"{W}bookmarkEnd")
    for mark in (start, end):
        mark.set(f"{W}id", str(marks.id))
    start.set(f"{W}name", name)
    marks.id += 1
    form = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if form is None else 1, start)
    paragraph.append(end)
