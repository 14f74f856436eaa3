"""Resolves tracked changes: the file with all of them accepted, or all of them rejected.

An author limits it to the changes of that author. A move is words that went and words that came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.diagnostics import refuse_errors
from drafter.ooxml.body import read_body, with_body
from drafter.ooxml.namespaces import W
from drafter.ooxml.package import read_package

if TYPE_CHECKING:
    from lxml.etree import _Element

_LIVE_NAME = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_MOVED = {f"{W}moveFrom": f"{W}del", f"{W}moveTo": f"{W}ins"}
_START, _END, _ID = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}id"


def accepted(data: bytes, author: str = "") -> bytes:
    """The file as it reads when every change (of the author) is accepted."""
    return _resolved(data, keep="ins", drop="del", author=author)


def rejected(data: bytes, author: str = "") -> bytes:
    """The file as it reads when every change (of the author) is rejected."""
    return _resolved(data, keep="del", drop="ins", author=author)


def _resolved(data: bytes, keep: str, drop: str, author: str) -> bytes:
    parts, faults = read_package(data, "the file")
    refuse_errors(faults)
    body = read_body(parts)
    _moves(body, author)
    _rows(body, keep, drop, author)
    ended = _paragraph_marks(body, keep, drop, author)
    _runs(body, keep, drop, author)
    for paragraph in ended:
        _join(paragraph)
    _styles(body, keep, author)
    return with_body(parts, body)


def _by(element: _Element, author: str) -> bool:
    return not author or element.get(f"{W}author") == author


def _moves(body: _Element, author: str) -> None:
    for move in list(body.iter(*_MOVED)):
        if _by(move, author):
            move.tag = _MOVED[str(move.tag)]
    for start in list(body.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")):
        if _by(start, author):
            ended = str(start.tag).replace("Start", "End")
            ends = [end for end in body.iter(ended) if end.get(_ID) == start.get(_ID)]
            for mark in (start, *ends):
                _remove(mark)


def _rows(body: _Element, keep: str, drop: str, author: str) -> None:
    for properties in list(body.iter(f"{W}trPr")):
        for mark in [*properties.findall(f"{W}{keep}"), *properties.findall(f"{W}{drop}")]:
            if _by(mark, author):
                properties.remove(mark)
                if mark.tag == f"{W}{drop}":
                    _remove(properties.getparent())
    for table in list(body.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _remove(table)


def _paragraph_marks(body: _Element, keep: str, drop: str, author: str) -> list[_Element]:
    """Takes the changes off the marks of paragraphs; gives back those whose mark is dropped."""
    dropped = []
    for looks in list(body.iterfind(f".//{W}p/{W}pPr/{W}rPr")):
        for mark in [*looks.findall(f"{W}{keep}"), *looks.findall(f"{W}{drop}")]:
            if _by(mark, author):
                looks.remove(mark)
                if mark.tag == f"{W}{drop}":
                    dropped += list(looks.iterancestors(f"{W}p"))[:1]
        if len(looks) == 0:
            _remove(looks)
    return dropped


def _runs(body: _Element, keep: str, drop: str, author: str) -> None:
    for mark in list(body.iter(f"{W}{drop}")):
        if _by(mark, author):
            parent = mark.getparent()
            _remove(mark)
            if parent is not None and parent.tag == f"{W}hyperlink" and not len(parent):
                _remove(parent)
    for mark in list(body.iter(f"{W}{keep}")):
        if _by(mark, author):
            _unwrap(mark)
    if keep == "del":
        for one in body.iter(*_LIVE_NAME):
            one.tag = _LIVE_NAME[str(one.tag)]


def _join(paragraph: _Element) -> None:
    """What is left of a paragraph whose mark is dropped goes to the front of the next one, which
    keeps its own style; a paragraph before a table or at an end stays, if it has words."""
    left = [child for child in paragraph if child.tag != f"{W}pPr"]
    following = paragraph.getnext()
    if following is not None and following.tag == f"{W}p":
        place = 1 if following.find(f"{W}pPr") is not None else 0
        whole = {mark.get(_ID) for mark in left if mark.tag == _START} & {
            mark.get(_ID) for mark in left if mark.tag == _END
        }
        words = any(child.tag not in (_START, _END) for child in left)
        for child in reversed(left):
            if words or child.get(_ID) not in whole:
                following.insert(place, child)
    elif any(child.tag not in (_START, _END) for child in left):
        return
    _remove(paragraph)


def _styles(body: _Element, keep: str, author: str) -> None:
    for change in list(body.iter(f"{W}pPrChange")):
        properties = change.getparent()
        if not _by(change, author) or properties is None:
            continue
        properties.remove(change)
        before = change.find(f"{W}pPr")
        if keep == "del":
            for child in [one for one in properties if one.tag not in (f"{W}rPr", f"{W}sectPr")]:
                properties.remove(child)
            for place, child in enumerate([] if before is None else list(before)):
                properties.insert(place, child)


def _unwrap(mark: _Element) -> None:
    parent = mark.getparent()
    if parent is None:
        return
    place = parent.index(mark)
    for child in reversed(list(mark)):
        parent.insert(place, child)
    parent.remove(mark)


def _remove(element: _Element | None) -> None:
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)
