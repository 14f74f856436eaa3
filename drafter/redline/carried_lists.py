"""The numbered lists of an old body in the new file: the same list where both files define it
alike, otherwise a list that is added. So old numbers come back when a redline is rejected."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import W
from drafter.redline.carried import bring_whole, linked, written_part

if TYPE_CHECKING:
    from lxml.etree import _Element

_ID, _ABSTRACT, _VALUE = f"{W}numId", f"{W}abstractNumId", f"{W}val"
_OF_A_FILE = re.compile(
    rb'<w:(?:nsid|tmpl)\b[^>]*/>| (?:xmlns:\w+|w:(?:abstractNumId|tplc|rsid\w*)|w15:\w+)="[^"]*"'
)
_NONE = "0"


class CarriedLists:
    """The lists of both files."""

    def __init__(self, old: dict[str, bytes], new: dict[str, bytes]) -> None:
        self._old_parts, self._parts, self._part = old, new, linked(new, "numbering")
        self._old, self._new = list_root(old), list_root(new)
        self._ids: dict[str, str] = {}
        self.added = 0

    def lead(self, body: _Element, styles: Iterable[_Element] = ()) -> None:
        """Every list that the body or a style that came along uses becomes one of the new file."""
        if self._old is None:
            return
        for place in (body, *styles):
            for use in place.iter(_ID):
                use.set(_VALUE, self._id(use.get(_VALUE, "")))
        if self.added and self._new is not None:
            self._parts[self._part] = written_part(self._new)

    def _id(self, id: str) -> str:
        if id in self._ids or id == _NONE:
            return self._ids.get(id, id)
        assert self._old is not None
        meant = defined(self._old, id)
        if not meant:
            return id
        self._ids[id] = self._known(id, meant) or self._add(id)
        return self._ids[id]

    def _known(self, id: str, meant: bytes) -> str:
        """A list of the new file that is defined so: that of the same number, or a free one."""
        if self._new is None:
            return ""
        taken = set(self._ids.values())
        numbers = [num.get(_ID, "") for num in self._new.iterfind(f"{W}num")]
        wanted = sorted(numbers, key=lambda number: number != id)
        return next(
            (one for one in wanted if one not in taken and defined(self._new, one) == meant), ""
        )

    def _add(self, id: str) -> str:
        assert self._old is not None
        if self._new is None:
            self._part = bring_whole(self._old_parts, self._parts, "numbering")
            self._new = deepcopy(self._old)
            return id
        num = deepcopy(_num(self._old, id))
        abstract = deepcopy(_abstract(self._old, num))
        assert num is not None
        assert abstract is not None
        _unbind(abstract)
        abstract.set(_ABSTRACT, _next(self._new, "abstractNum", _ABSTRACT))
        num.set(_ID, _next(self._new, "num", _ID))
        lead = num.find(_ABSTRACT)
        assert lead is not None
        lead.set(_VALUE, abstract.get(_ABSTRACT, ""))
        _put_in_order(self._new, abstract, num)
        self.added += 1
        return num.get(_ID, "")


def _unbind(abstract: _Element) -> None:
    """A list that came along is bound to no style of the new file."""
    for link in list(abstract.iter(f"{W}pStyle", f"{W}styleLink", f"{W}nsid")):
        parent = link.getparent()
        assert parent is not None
        parent.remove(link)


def _next(root: _Element, tag: str, id: str) -> str:
    """The number behind the last one."""
    return str(max((int(one.get(id, "0")) for one in root.iterfind(f"{W}{tag}")), default=0) + 1)


def _put_in_order(root: _Element, abstract: _Element, num: _Element) -> None:
    """What lists are made of stands before the lists."""
    nums = root.findall(f"{W}num")
    if nums:
        nums[0].addprevious(abstract)
        nums[-1].addnext(num)
    else:
        root.append(abstract)
        root.append(num)


def list_root(parts: dict[str, bytes]) -> _Element | None:
    """The part that defines the lists of a file."""
    name = linked(parts, "numbering")
    return etree.fromstring(parts[name]) if name in parts else None


def _num(root: _Element, id: str) -> _Element | None:
    return next((num for num in root.iterfind(f"{W}num") if num.get(_ID) == id), None)


def _abstract(root: _Element, num: _Element | None) -> _Element | None:
    lead = None if num is None else num.find(_ABSTRACT)
    wanted = "" if lead is None else lead.get(_VALUE, "")
    return next(
        (one for one in root.iterfind(f"{W}abstractNum") if one.get(_ABSTRACT) == wanted), None
    )


def defined(root: _Element, id: str) -> bytes:
    """What makes up a list, without the numbers that each file counts anew; nothing for none."""
    num = _num(root, id)
    abstract = _abstract(root, num)
    if num is None or abstract is None:
        return b""
    own = [etree.tostring(one) for one in num.iterfind(f"{W}lvlOverride")]
    return _OF_A_FILE.sub(b"", b"".join([etree.tostring(abstract, with_tail=False), *own]))
