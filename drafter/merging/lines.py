"""Paragraphs of the marked-up file with tracked changes put into them, in place.

What stays is counsel's own: his words, their looks, his comments and bookmarks. Only what goes and
what comes is ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from drafter.merging.line_read import line_of
from drafter.merging.looks import Looks
from drafter.ooxml.namespaces import W
from drafter.redline.effort import Effort
from drafter.redline.joined_changes import readable
from drafter.redline.line import Piece
from drafter.redline.marks import RevisionMarks
from drafter.redline.operations import operations, words_marked
from drafter.redline.properties import marked
from drafter.redline.runs import runs

if TYPE_CHECKING:
    from lxml.etree import _Element

STAYS, GONE, CAME = "", "del", "ins"


class WordLines:
    """Writes the changes of one run, paragraph by paragraph."""

    def __init__(self, marks: RevisionMarks, looks: Looks) -> None:
        self.marks, self.looks = marks, looks
        self._effort = Effort()

    def reword(self, paragraph: _Element, fresh: _Element) -> None:
        """The words of the fresh paragraph put in word by word."""
        before, after = line_of(paragraph), line_of(fresh)
        for piece in after:
            piece.before, piece.link = (), None
        self.looks.dress(after[:-1], before)
        self.rewrite(paragraph, before, after)

    def rewrite(self, paragraph: _Element, before: list[Piece], after: list[Piece]) -> None:
        """A paragraph whose line is `before` made to read as `after`."""
        found = operations(before[:-1], after[:-1], self._effort)
        least = words_marked(found, before, after)
        inside: list[_Element] = []
        for one in readable(found, before, after, 0.15 * least):
            gone, came = before[one.i : one.j], after[one.k : one.m]
            if one.stays:
                self._put(inside, gone, STAYS)
                continue
            if not gone:
                inside += _opened(before[one.i])
            self._put(inside, gone, GONE)
            self._put(inside, came, CAME)
        self._fill(paragraph, [*inside, *before[-1].before])

    def strike(self, paragraph: _Element, with_mark: bool = True) -> None:
        """All words of a paragraph struck, and its mark."""
        line = line_of(paragraph)
        inside: list[_Element] = []
        self._put(inside, line[:-1], GONE)
        self._fill(paragraph, [*inside, *line[-1].before])
        if with_mark:
            self._mark(paragraph, GONE)

    def add(self, line: list[Piece], form: _Element) -> _Element:
        """A new paragraph with the words and bookmarks of a line of the fresh draft."""
        self.looks.dress(line[:-1], [])
        paragraph = etree.Element(f"{W}p")
        paragraph.append(form)
        inside: list[_Element] = []
        for piece in line:
            piece.before = tuple(each for each in piece.before if "bookmark" in str(each.tag))
        self._put(inside, line[:-1], CAME)
        self._fill(paragraph, [*inside, *line[-1].before])
        for mark in paragraph.iter(f"{W}bookmarkStart"):
            self._numbered(paragraph, mark)
        self._mark(paragraph, CAME)
        return paragraph

    def restyle(self, paragraph: _Element, form: _Element) -> None:
        """Another form, the old one kept in a tracked change."""
        old = paragraph.find(f"{W}pPr")
        change = self.marks.mark("pPrChange")
        before = etree.SubElement(change, f"{W}pPr")
        for child in [] if old is None else list(old):
            if child.tag in (f"{W}rPr", f"{W}sectPr"):
                form.append(child)
            else:
                before.append(child)
        form.append(change)
        if old is not None:
            paragraph.remove(old)
        paragraph.insert(0, form)

    def _mark(self, paragraph: _Element, kind: str) -> None:
        form = marked(paragraph, kind, self.marks)
        old = paragraph.find(f"{W}pPr")
        if old is not None:
            paragraph.remove(old)
        paragraph.insert(0, form)

    def _put(self, inside: list[_Element], pieces: Sequence[Piece], kind: str) -> None:
        for stretch in _together(pieces):
            inside += stretch[0].before
            elements = list(runs(stretch, deleted=kind == GONE))
            if kind:
                self.marks.words += sum(piece.words for piece in stretch)
                mark = self.marks.mark(kind)
                mark.extend(elements)
                elements = [mark]
            link = stretch[0].link
            if link is None:
                inside += elements
            else:
                _linked(inside, link).extend(elements)

    def _numbered(self, paragraph: _Element, mark: _Element) -> None:
        """A bookmark with an id of its own."""
        old = mark.get(f"{W}id")
        ends = (each for each in paragraph.iter(f"{W}bookmarkEnd") if each.get(f"{W}id") == old)
        for each in (mark, *list(ends)):
            each.set(f"{W}id", str(self.marks.id))
        self.marks.id += 1

    def _fill(self, paragraph: _Element, inside: Sequence[_Element]) -> None:
        for child in [each for each in paragraph if each.tag != f"{W}pPr"]:
            paragraph.remove(child)
        paragraph.extend(inside)


def _together(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Stretches that nothing without width parts, each in one link or in none."""
    stretches: list[list[Piece]] = []
    for piece in pieces:
        if stretches and not piece.before and piece.link is stretches[-1][0].link:
            stretches[-1].append(piece)
        else:
            stretches.append([piece])
    return stretches


def _opened(piece: Piece) -> list[_Element]:
    """The bookmarks and comments that begin before a piece, so that new words stand in them."""
    starts = [each for each in piece.before if str(each.tag).endswith("Start")]
    piece.before = tuple(each for each in piece.before if each not in starts)
    return starts


def _linked(inside: list[_Element], link: _Element) -> _Element:
    """The link that these words go on in, or a new one."""
    last = inside[-1] if inside else None
    if last is None or last.tag != link.tag or last.attrib != link.attrib:
        last = etree.Element(link.tag, {str(k): str(v) for k, v in link.attrib.items()})
        inside.append(last)
    return last
