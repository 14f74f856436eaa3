"""A paragraph of a Word file as a line of pieces to be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.merging.wording import FIELD, field_word
from drafter.ooxml.namespaces import W
from drafter.redline.line import Piece, read_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_OF_PAGES = (f"{W}lastRenderedPageBreak", f"{W}proofErr")


def line_of(paragraph: _Element) -> list[Piece]:
    """The pieces of a paragraph, known by what they say and not by how they look."""
    for node in list(paragraph.iter(*_OF_PAGES)):
        if (parent := node.getparent()) is not None:
            parent.remove(node)
    line = read_line(paragraph)
    for piece in line[:-1]:
        piece.key = _key(piece)
    return line


def _key(piece: Piece) -> str:
    if piece.code:
        return field_word(piece.code)
    if piece.whole:
        return f"{FIELD}{piece.text}"
    if piece.sign is not None:
        return f"{piece.sign.tag}"
    return piece.text.replace("\u00a0", " ")
