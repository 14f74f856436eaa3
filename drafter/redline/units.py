"""Paragraphs, tables and rows as they are compared: by name, style and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.data_classes import dataclass, field
from drafter.ooxml.namespaces import W
from drafter.redline.bookmarks import OldBookmarks, names_in
from drafter.redline.line import LINK, Piece, read_line

if TYPE_CHECKING:
    from lxml.etree import _Element

BOOKMARK = "_cl_"


@dataclass(frozen=True, slots=True)
class ComparedUnit:
    """A paragraph, table or row: the name of its bookmark or of what it leads to, its style, its
    words; and, never compared, what it is made of."""

    name: str
    style: str
    words: tuple[str, ...]
    ends_section: bool
    leads: bool
    element: _Element = field(compare=False, repr=False)
    line: list[Piece] = field(compare=False, repr=False)
    bag: frozenset[str] = field(compare=False, repr=False)
    bookmarks: frozenset[str] = field(compare=False, repr=False)


UnitPair = tuple[ComparedUnit | None, ComparedUnit | None]


def unit(element: _Element, kept: OldBookmarks | None = None) -> ComparedUnit:
    """A paragraph, table or row, read once; one of the old file loses bookmarks of the new one."""
    is_paragraph = element.tag == f"{W}p"
    name = _name(element, is_paragraph)
    bookmarks = names_in(element) if is_paragraph else frozenset()
    if kept is not None and is_paragraph:
        kept.keep(element)
    line = read_line(element) if is_paragraph else []
    words = tuple(_known(line) if is_paragraph else _words(element))
    bag = frozenset([*words, *map(" ".join, pairwise(words))])
    leads = is_paragraph and element.find(LINK) is not None
    ends_section = element.find(f"{W}pPr/{W}sectPr") is not None
    made = (name, style_of(element), words, ends_section, leads, element, line, bag)
    return ComparedUnit(*made, bookmarks)


def style_of(element: _Element) -> str:
    """The style of a paragraph by its id; for another element its tag."""
    style = element.find(f"{W}pPr/{W}pStyle")
    return str(element.tag) if style is None else str(style.get(f"{W}val"))


def _name(element: _Element, is_paragraph: bool) -> str:
    link = element.find(LINK) if is_paragraph else None
    if link is not None:
        return str(link.get(f"{W}anchor"))
    names = (str(mark.get(f"{W}name")) for mark in element.iter(f"{W}bookmarkStart"))
    return next((name for name in names if name.startswith(BOOKMARK)), "")


def _known(line: Sequence[Piece]) -> Iterator[str]:
    """The words; for a field its code instead of what it shows."""
    for piece in line:
        if piece.words:
            yield piece.code or piece.text


def _words(element: _Element) -> Iterator[str]:
    for one in element.iter(f"{W}t"):
        yield from (one.text or "").split()
