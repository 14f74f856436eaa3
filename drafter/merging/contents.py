"""The contents page follows the merge: lines of clauses that came, went, or read otherwise now.

What the page showed before is compared with what it ought to show; a line that did not fit its
clause before the merge is left to Word.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from drafter.merging.line_read import line_of
from drafter.merging.lines import WordLines
from drafter.merging.model import Document, FileBlock
from drafter.merging.sides import Sides
from drafter.merging.wording import text_of
from drafter.ooxml.namespaces import W
from drafter.redline.line import LINK, Piece
from drafter.redline.words import is_word, pieces

if TYPE_CHECKING:
    from lxml.etree import _Element


class ContentsEntry(NamedTuple):
    """What a line of the contents shows of a clause."""

    label: str
    heading: str


class Contents:
    """The contents page of the marked-up file, remembered before anything is written."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._before = _entries(sides.marked.blocks)
        self._fresh = _entries(sides.fresh.blocks)
        self._lines = {_anchor(line): line for line in sides.marked.contents}

    def follow(self, after: Document, lines: WordLines) -> int:
        """Bring the lines up to date; how many could not be."""
        if not self._sides.marked.contents:
            return 0
        now, left = _entries(after.blocks), 0
        for name, line in self._lines.items():
            old, new = self._before.get(name), now.get(name)
            if old is None or old == new:
                continue
            if new is None:
                lines.strike(line, with_mark=not self._is_last(line))
            else:
                left += not _reworded(line, old, new, lines)
        return left + self._new_lines(now, lines)

    def _new_lines(self, now: dict[str, ContentsEntry], lines: WordLines) -> int:
        left, previous = 0, None
        for fresh in self._sides.fresh.contents:
            name = _anchor(fresh)
            if name not in self._lines and name in now:
                done = self._added(fresh, name, now[name], previous, lines)
                left += not done
            previous = self._lines.get(name, previous)
        return left

    def _added(
        self,
        fresh: _Element,
        name: str,
        now: ContentsEntry,
        previous: _Element | None,
        lines: WordLines,
    ) -> bool:
        line = line_of(fresh)
        after = _changed(line, self._fresh.get(name, now), now)
        if previous is None or after is None or self._is_last(previous):
            return False
        style = fresh.find(f"{W}pPr/{W}pStyle")
        form = lines.looks.form("" if style is None else style.get(f"{W}val", ""), fresh)
        new = lines.add(after, form)
        previous.addnext(new)
        self._lines[name] = new
        return True

    def _is_last(self, line: _Element) -> bool:
        """Whether the field of the contents ends in a line: nothing may follow it."""
        return line is self._sides.marked.contents[-1]


def _entries(blocks: Iterable[FileBlock]) -> dict[str, ContentsEntry]:
    """What the contents show of each block, by its bookmarks as they are now."""
    return {
        mark.get(f"{W}name", ""): ContentsEntry(_spaced(each.number.label), text_of(each.element))
        for each in blocks
        if not each.gone and not each.row
        for mark in each.element.iter(f"{W}bookmarkStart")
    }


def _anchor(line: _Element) -> str:
    link = line.find(f".//{LINK}")
    return "" if link is None else link.get(f"{W}anchor", "")


def _reworded(line: _Element, old: ContentsEntry, new: ContentsEntry, lines: WordLines) -> bool:
    before = line_of(line)
    if _changed(before, new, new) is not None:  # it says so already
        return True
    after = _changed(before, old, new)
    if after is None:
        return False
    lines.rewrite(line, before, after)
    return True


def _changed(line: list[Piece], old: ContentsEntry, new: ContentsEntry) -> list[Piece] | None:
    """The line with the new number and heading; None where it does not show the old ones."""
    ends = list(accumulate((len(piece.text) for piece in line), initial=0))
    tab = 1 if old.label else 0
    start, end = len(old.label) + tab, len(old.label) + tab + len(old.heading)
    shown = _spaced("".join(piece.text for piece in line))
    fits = shown[: len(old.label)] == old.label and shown[start:end] == old.heading
    if not fits or bool(old.label) != bool(new.label) or not {start, end} <= {*ends}:
        return None
    label = _made(new.label, line) if old.label != new.label else line[: _at(ends, start - tab)]
    heading = line[_at(ends, start) : _at(ends, end)]
    if old.heading != new.heading:
        heading = _made(new.heading, line)
    between = line[_at(ends, start - tab) : _at(ends, start)]
    return [*label, *between, *heading, *line[_at(ends, end) :]]


def _at(ends: list[int], length: int) -> int:
    return ends.index(length)


def _made(text: str, line: list[Piece]) -> list[Piece]:
    """New words of a line, in its link and look."""
    first = line[0]
    return [
        Piece(one, one, is_word(one), one.isspace(), first.looks, first.link)
        for one in pieces(text)
    ]


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ")
