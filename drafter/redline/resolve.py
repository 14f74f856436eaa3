"""Resolves tracked changes: the file with all of them accepted, or all of them rejected.

An author limits it to the changes of that author. Moves are not used here and are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.redline.package import read_body, w, with_body

if TYPE_CHECKING:
    from lxml.etree import _Element

_LIVE_NAME = {w("delText"): w("t"), w("delInstrText"): w("instrText")}


def accepted(data: bytes, author: str = "") -> bytes:
    """The file as it reads when every change (of the author) is accepted."""
    return _resolved(data, keep="ins", drop="del", author=author)


def rejected(data: bytes, author: str = "") -> bytes:
    """The file as it reads when every change (of the author) is rejected."""
    return _resolved(data, keep="del", drop="ins", author=author)


def _resolved(data: bytes, keep: str, drop: str, author: str) -> bytes:
    body = read_body(data)
    _rows(body, keep, drop, author)
    _paragraph_marks(body, keep, drop, author)
    _runs(body, keep, drop, author)
    _styles(body, keep, author)
    return with_body(data, body)


def _by(element: _Element | None, author: str) -> bool:
    return element is not None and (not author or element.get(w("author")) == author)


def _rows(body: _Element, keep: str, drop: str, author: str) -> None:
    for row in list(body.iter(w("tr"))):
        properties = row.find(w("trPr"))
        for name in (keep, drop):
            mark = None if properties is None else properties.find(w(name))
            if _by(mark, author):
                assert properties is not None
                assert mark is not None
                properties.remove(mark)
                if name == drop:
                    _remove(row)
    for table in list(body.iter(w("tbl"))):
        if table.find(w("tr")) is None:
            _remove(table)


def _paragraph_marks(body: _Element, keep: str, drop: str, author: str) -> None:
    """A dropped mark joins what is left of its paragraph to the next one."""
    for paragraph in list(body.iter(w("p"))):
        looks = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if looks is None:
            continue
        kept, dropped = looks.find(w(keep)), looks.find(w(drop))
        if _by(kept, author):
            looks.remove(kept)  # type: ignore[arg-type]
        if _by(dropped, author):
            looks.remove(dropped)  # type: ignore[arg-type]
            _join(paragraph, drop, author)
        if len(looks) == 0:
            _remove(looks)


def _join(paragraph: _Element, drop: str, author: str) -> None:
    following = paragraph.getnext()
    rest = [child for child in paragraph if child.tag != w("pPr") and not (
        child.tag == w(drop) and _by(child, author))]  # fmt: skip
    words = [child for child in rest if child.tag not in (w("bookmarkStart"), w("bookmarkEnd"))]
    if following is not None and following.tag == w("p") and words:
        place = 1 if following.find(w("pPr")) is not None else 0
        for child in reversed(rest):
            following.insert(place, child)
    _remove(paragraph)


def _runs(body: _Element, keep: str, drop: str, author: str) -> None:
    for mark in list(body.iter(w(drop))):
        if _by(mark, author):
            _remove(mark)
    for mark in list(body.iter(w(keep))):
        if _by(mark, author) and mark.getparent() is not None:
            _unwrap(mark)
    if keep == "del":
        for one in body.iter(*_LIVE_NAME):
            one.tag = _LIVE_NAME[str(one.tag)]


def _styles(body: _Element, keep: str, author: str) -> None:
    for change in list(body.iter(w("pPrChange"))):
        properties = change.getparent()
        if not _by(change, author) or properties is None:
            continue
        properties.remove(change)
        before = change.find(w("pPr"))
        if keep == "del":
            for child in [one for one in properties if one.tag not in (w("rPr"), w("sectPr"))]:
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


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
