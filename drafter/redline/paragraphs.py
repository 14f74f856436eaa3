"""Paragraphs with tracked changes, written from old pieces, new pieces and what became of them.

A paragraph ends at a mark, and the mark carries its style and number. So a paragraph that is cut
in two has an inserted mark at the cut, two that are joined a deleted one; the text around stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import W
from drafter.redline.line import BOOKMARKS, Piece
from drafter.redline.marks import RevisionMarks
from drafter.redline.operations import Operation
from drafter.redline.properties import kept, marked
from drafter.redline.runs import runs

if TYPE_CHECKING:
    from lxml.etree import _Element

STAYS, GONE, CAME = "", "del", "ins"


class Paragraphs:
    """Writes paragraphs one behind the other."""

    def __init__(self, marks: RevisionMarks) -> None:
        self.marks = marks
        self.done: list[_Element] = []
        self._inside: list[_Element] = []

    def write(
        self, before: Sequence[Piece], after: Sequence[Piece], changes: Sequence[Operation]
    ) -> list[_Element]:
        """All of them; the last operation has to end at the end of a paragraph."""
        for one in changes:
            gone, came = before[one.i : one.j], after[one.k : one.m]
            if one.stays:
                self._keep(gone, came)
                continue
            if gone and one.k < len(after) and not _ends(gone):
                self._open(after[one.k])
            self._put(gone, GONE)
            self._put(came, CAME)
        return self.done

    def _open(self, piece: Piece) -> None:
        """A bookmark over the words that come begins before those that they replace."""
        starts = [each for each in piece.before if _starts(each)]
        self._inside += starts
        piece.before = tuple(each for each in piece.before if not _starts(each))

    def _keep(self, old: Sequence[Piece], new: Sequence[Piece]) -> None:
        """Pieces that stay, with the bookmarks of both sides."""
        for one, other in zip(old, new, strict=True):
            if one.before:
                other.before = (*_bookmarks(one), *other.before)
        start = 0
        for place, piece in enumerate(new):
            if piece.ends is not None:
                self._put(new[start:place], STAYS)
                self._inside += piece.before
                before = old[place].ends
                assert before is not None
                self._end(kept(before, piece.ends, self.marks))
                start = place + 1
        self._put(new[start:], STAYS)

    def _put(self, pieces: Sequence[Piece], kind: str) -> None:
        stretch: list[Piece] = []
        for piece in pieces:
            if stretch and (
                piece.before or piece.ends is not None or piece.link is not stretch[-1].link
            ):
                self._stretch(stretch, kind)
                stretch = []
            if piece.before:
                self._inside += _bookmarks(piece) if kind == GONE else self._signs(piece, kind)
            if piece.ends is None:
                stretch.append(piece)
            else:
                self._end(marked(piece.ends, kind, self.marks))
        self._stretch(stretch, kind)

    def _signs(self, piece: Piece, kind: str) -> Iterator[_Element]:
        """What has no width. The sign of a comment on words that came goes where they go: alone in
        its paragraph it would keep that from going, and lend its style to the next one."""
        for each in piece.before:
            if kind == CAME and each.tag == f"{W}r":
                mark = self.marks.mark(CAME)
                mark.append(each)
                yield mark
            else:
                yield each

    def _stretch(self, pieces: Sequence[Piece], kind: str) -> None:
        if not pieces:
            return
        elements = list(runs(pieces, deleted=kind == GONE))
        if kind:
            self.marks.words += sum(piece.words for piece in pieces)
            mark = self.marks.mark(kind)
            mark.extend(elements)
            elements = [mark]
        if pieces[0].link is None:
            self._inside += elements
        else:
            self._linked(pieces[0].link).extend(elements)

    def _linked(self, link: _Element) -> _Element:
        """The link that these words go on in, or a new one."""
        last = self._inside[-1] if self._inside else None
        if last is None or last.tag != link.tag or last.attrib != link.attrib:
            last = etree.Element(link.tag, {str(k): str(v) for k, v in link.attrib.items()})
            self._inside.append(last)
        return last

    def _end(self, properties: _Element) -> None:
        paragraph = etree.Element(f"{W}p")
        if len(properties):
            paragraph.append(properties)
        paragraph.extend(self._inside)
        self._inside = []
        self.done.append(paragraph)


def _bookmarks(piece: Piece) -> tuple[_Element, ...]:
    """Of what has no width in an old line, only bookmarks stand in the new file too."""
    return tuple(each for each in piece.before if each.tag in BOOKMARKS)


def _starts(element: _Element) -> bool:
    return str(element.tag).endswith("Start")


def _ends(pieces: Sequence[Piece]) -> bool:
    return any(piece.ends is not None for piece in pieces)
