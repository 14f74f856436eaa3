"""How new words look in counsel's file: like what already stands there in the same role.

Another program may have renamed the styles, or numbered each paragraph by itself; so a new
paragraph takes its form from one of the marked-up file, never from the fresh draft.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from drafter.merging.read import CHANGES
from drafter.merging.sides import Sides
from drafter.ooxml.namespaces import W
from drafter.redline.line import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_OWN = (*CHANGES, *(f"{W}{name}" for name in ("sectPr", "rPr", "pageBreakBefore", "keepNext")))


class Looks:
    """The form of each role in the marked-up file."""

    def __init__(self, sides: Sides) -> None:
        self._ids = sides.marked.styles
        self._fresh = {id: name for name, id in sides.fresh.styles.items()}
        seen: dict[str, Counter[bytes]] = {}
        for issued, marked in sides.counsel.to.items():
            form = marked.element.find(f"{W}pPr")
            if form is not None and not marked.pending and not marked.row:
                written = etree.tostring(_bare(form), with_tail=False)
                seen.setdefault(issued.style, Counter())[written] += 1
        self._forms = {style: some.most_common(1)[0][0] for style, some in seen.items()}

    def form(self, style: str, fresh: _Element) -> _Element:
        """The properties of a paragraph in a style of the fresh draft, named in small letters."""
        if style in self._forms:
            return etree.fromstring(self._forms[style])
        found = fresh.find(f"{W}pPr")
        return self.of_fresh(found) if found is not None else etree.Element(f"{W}pPr")

    def of_fresh(self, element: _Element) -> _Element:
        """Something of the fresh draft with the style ids that the marked-up file has for them; a
        style that it has not is left away."""
        copy = _bare(element) if element.tag == f"{W}pPr" else deepcopy(element)
        for node in list(copy.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")):
            name = self._fresh.get(node.get(f"{W}val", ""), "")
            if name in self._ids:
                node.set(f"{W}val", self._ids[name])
            elif (parent := node.getparent()) is not None:
                parent.remove(node)
        return copy

    def dress(self, came: list[Piece], around: list[Piece]) -> None:
        """Give new words the look of the plain ones around them, or the style that is their own."""
        plain = _commonest([one for one in around if _is_plain(one)])
        for piece in came:
            if piece.whole:
                piece.whole = tuple(map(self.of_fresh, piece.whole))
            elif piece.looks is not None:
                piece.looks = self.of_fresh(piece.looks)
            else:
                piece.looks = plain


def _bare(form: _Element) -> _Element:
    """The properties of a paragraph without what is its own alone."""
    copy = deepcopy(form)
    for node in list(copy.iterchildren(*_OWN)):
        copy.remove(node)
    return copy


def _is_plain(piece: Piece) -> bool:
    return (
        not piece.whole
        and bool(piece.words)
        and (piece.looks is None or piece.looks.find(f"{W}rStyle") is None)
    )


def _commonest(pieces: list[Piece]) -> _Element | None:
    """The look of most of the words, without marks of a change."""
    found = Counter(
        b"" if one.looks is None else etree.tostring(one.looks, with_tail=False) for one in pieces
    )
    written = found.most_common(1)[0][0] if found else b""
    return _bare(etree.fromstring(written)) if written else None
