"""The properties of a paragraph whose mark came, went or stayed: style and number hang on it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import W
from drafter.redline.marks import RevisionMarks

if TYPE_CHECKING:
    from lxml.etree import _Element

_APART = {f"{W}{name}" for name in ("rPr", "sectPr", "pPrChange")}  # no part of an older form
_LAYOUT = {*_APART, f"{W}keepNext"}  # what changes with the neighbours


def marked(paragraph: _Element, kind: str, marks: RevisionMarks) -> _Element:
    """The properties of a paragraph whose mark came (`ins`) or went (`del`)."""
    properties = _properties(paragraph)
    looks = properties.find(f"{W}rPr")
    if looks is None:
        looks = etree.Element(f"{W}rPr")
        behind = properties.find(f"{W}sectPr")
        properties.append(looks) if behind is None else behind.addprevious(looks)
    looks.insert(0, marks.mark(kind))
    return properties


def kept(old: _Element, new: _Element, marks: RevisionMarks) -> _Element:
    """The new properties; a changed style or number as a tracked change."""
    before, properties = _properties(old), _properties(new)
    if list(_form(before)) != list(_form(properties)):
        change = marks.mark("pPrChange")
        older = etree.SubElement(change, f"{W}pPr")
        older.extend(child for child in list(before) if child.tag not in _APART)
        properties.append(change)
    return properties


def _properties(paragraph: _Element) -> _Element:
    found = paragraph.find(f"{W}pPr")
    return etree.Element(f"{W}pPr") if found is None else deepcopy(found)


def _form(properties: _Element) -> Iterator[bytes]:
    return (etree.tostring(child) for child in properties if child.tag not in _LAYOUT)
