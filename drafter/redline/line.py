"""A paragraph as a line of pieces: words, marks and spaces, whole fields, and its own end.

Bookmarks, comment ranges and the marks of a field that runs over several paragraphs have no
width: they go with the piece that they stand before, and are never compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from drafter.data_classes import dataclass
from drafter.ooxml.namespaces import R, W
from drafter.ooxml.runs import ASSUMED_STYLE
from drafter.redline.words import is_word, pieces

if TYPE_CHECKING:
    from lxml.etree import _Element

BOOKMARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")
LINK = f"{W}hyperlink"
_NO_WIDTH = {
    *BOOKMARKS,
    *(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "proofErr")),
    *(f"{W}{name}" for name in ("permStart", "permEnd")),
}
_FIELD_MARKS = {f"{W}fldChar", f"{W}instrText", f"{W}commentReference", f"{W}annotationRef"}
_RUN, _TEXT, _LOOKS, _PROPERTIES = f"{W}r", f"{W}t", f"{W}rPr", f"{W}pPr"
_CONTROL = f"{W}sdt"
_FIELD_MARK, _CODE = f"{W}fldChar", f"{W}instrText"
_ANCHOR, _ADDRESS = f"{W}anchor", f"{R}id"
LONGEST_FIELD = 2_000  # runs; a longer one is compared run by run
_DEPTH = {"begin": 1, "end": -1}
_COUNTED = re.compile(
    r' (?:xmlns:\w+|w:rsid\w*|w14:(?:paraId|textId)|wp14:(?:anchorId|editId))="[^"]*"'
    r'|(?<=:docPr) id="[^"]*"'
)


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch that is kept, inserted or deleted whole.

    Pieces with the same `key` read alike, look alike and lead to the same place.
    """

    key: str
    text: str
    words: int = 0  # as a reader counts them; a field is one
    is_space: bool = False
    looks: _Element | None = None  # w:rPr of a stretch of text
    link: _Element | None = None  # the w:hyperlink that holds it
    sign: _Element | None = None  # a tab or break, inside a run
    whole: tuple[_Element, ...] = ()  # a field or control: copied as it is
    code: str = ""  # where a field points
    ends: _Element | None = None  # the paragraph that ends here
    before: tuple[_Element, ...] = ()  # what stands before it and has no width


def read_line(paragraph: _Element) -> list[Piece]:
    """The pieces of a paragraph; the last one is its end."""
    line: list[Piece] = []
    waiting = _read(paragraph, None, line, [])
    line.append(Piece("¶", "", ends=paragraph, before=tuple(waiting)))
    return line


def _read(
    parent: _Element, link: _Element | None, line: list[Piece], waiting: list[_Element]
) -> list[_Element]:
    """Adds the pieces of a paragraph or link; gives back what waits for the next piece."""
    children = list(parent)
    position = 0
    while position < len(children):
        child = children[position]
        position += 1
        if child.tag == LINK:
            waiting = _read(child, child, line, waiting)
            continue
        if child.tag == _PROPERTIES:
            continue
        if child.tag in _NO_WIDTH or _is_mark(child):
            taken = field_length(children, position - 1)
            if not taken:
                waiting.append(child)
                continue
            found = [_field(children[position - 1 : position - 1 + taken])]
            position += taken - 1
        else:
            found = list(_cut(child)) if child.tag == _RUN else [_field([child])]
        for piece in found:
            piece.before, waiting = tuple(waiting), []
            piece.link = link
            if link is not None:
                piece.key += f"|{link.get(_ANCHOR, '')}{link.get(_ADDRESS, '')}"
            line.append(piece)
    return waiting


def _is_mark(child: _Element) -> bool:
    """A run of nothing but marks of a field, or the anchor of a comment."""
    if child.tag != _RUN:
        return False
    inside = [one.tag for one in child if one.tag != _LOOKS]
    return bool(inside) and _FIELD_MARKS.issuperset(inside)


def _depth(element: _Element) -> int:
    mark = element.find(_FIELD_MARK)
    return 0 if mark is None else _DEPTH.get(str(mark.get(f"{W}fldCharType")), 0)


def holds_open_field(paragraph: _Element) -> bool:
    """Whether a field begins here and ends in another paragraph."""
    return sum(_DEPTH.get(mark.get(f"{W}fldCharType", ""), 0) for mark in
               paragraph.iter(_FIELD_MARK)) > 0  # fmt: skip


def field_length(children: list[_Element], start: int) -> int:
    """How many children a field takes that begins and ends here; 0 for none."""
    depth = _depth(children[start])
    if depth < 1:
        return 0
    for length, child in enumerate(children[start + 1 : start + LONGEST_FIELD], 2):
        depth += _depth(child)
        if depth == 0:
            return length
    return 0


def _field(elements: list[_Element]) -> Piece:
    """A field is known by what it shows and where it points."""
    text = "".join(one.text or "" for each in elements for one in each.iter(_TEXT))
    code = "".join(one.text or "" for each in elements for one in each.iter(_CODE))
    words = 1 if code else sum(map(is_word, pieces(text)))  # a control is as long as its words
    known = text if code or elements[0].tag == _CONTROL else written(elements[0])
    return Piece(f"{elements[0].tag}|{code}|{known}", text, words, whole=tuple(elements), code=code)


def _cut(run: _Element) -> Iterator[Piece]:
    """The words and signs of a run."""
    looks = run.find(_LOOKS)
    look = "" if looks is None or _is_unconfirmed(looks) else written(looks)
    for child in run:
        if child.tag == _TEXT:
            for text in pieces(child.text or ""):
                yield Piece(text + look, text, is_word(text), text.isspace(), looks)
        elif child.tag != _LOOKS:
            yield _sign(child, looks, look)


def _sign(child: _Element, looks: _Element | None, look: str) -> Piece:
    """A tab, break, note or drawing: known by all that is written of it."""
    sign = "\n" if child.tag == f"{W}br" else "\t"
    words = sum(is_word(each) for one in child.iter(_TEXT) for each in pieces(one.text or ""))
    return Piece(f"{sign}{written(child)}{look}", sign, words, looks=looks, sign=child)


def _is_unconfirmed(looks: _Element) -> bool:
    """Whether words look so only because nobody has confirmed them: they read as they did."""
    style = looks.find(f"{W}rStyle")
    return style is not None and style.get(f"{W}val") == ASSUMED_STYLE and len(looks) == 1


def written(element: _Element) -> str:
    """As it is written, but for the numbers that each saving counts anew."""
    return _COUNTED.sub("", str(etree.tostring(element, encoding="unicode", with_tail=False)))
