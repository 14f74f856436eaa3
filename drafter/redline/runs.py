"""Pieces written as runs, as they stand or as deleted text; links keep what is inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import W
from drafter.redline.line import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_DELETED_NAME = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def runs(pieces: Sequence[Piece], deleted: bool = False) -> Iterator[_Element]:
    """The runs of pieces that stand side by side in one link or in none."""
    for whole, group in groupby(pieces, key=lambda piece: bool(piece.whole)):
        if whole:
            for piece in group:
                yield from _field(piece, deleted)
        else:
            yield from _text(list(group), deleted)


def _field(piece: Piece, deleted: bool) -> Iterator[_Element]:
    for element in map(deepcopy, piece.whole):
        if not deleted:
            yield element
        elif element.tag == f"{W}sdt":  # what a control held is deleted, not the control
            yield from map(as_deleted, element.iterfind(f"{W}sdtContent/*"))
        else:
            yield as_deleted(element)


def as_deleted(element: _Element) -> _Element:
    for one in element.iter(*_DELETED_NAME):
        one.tag = _DELETED_NAME[str(one.tag)]
        one.set(_SPACE, "preserve")
    return element


def _text(pieces: Sequence[Piece], deleted: bool) -> Iterator[_Element]:
    """Words and signs: a run for each stretch that looks alike."""
    for _, group in groupby(pieces, key=_look):
        stretch = list(group)
        run = etree.Element(f"{W}r")
        if stretch[0].looks is not None:
            run.append(deepcopy(stretch[0].looks))
        for is_sign, same in groupby(stretch, key=lambda piece: piece.sign is not None):
            if is_sign:
                run.extend(deepcopy(piece.sign) for piece in same if piece.sign is not None)
            else:
                run.append(_words("".join(piece.text for piece in same), deleted))
        yield run


def _look(piece: Piece) -> str:
    return "" if piece.looks is None else str(etree.tostring(piece.looks, encoding="unicode"))


def _words(text: str, deleted: bool) -> _Element:
    element = etree.Element(f"{W}delText" if deleted else f"{W}t")
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")
    return element
