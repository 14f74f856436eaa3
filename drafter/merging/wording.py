"""The words of a paragraph as they are compared, whatever program saved it.

Runs, spaces and the numbers that references show are no words: a reference is known by where it
leads. Tracked changes are read as accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import W
from drafter.redline.words import pieces

if TYPE_CHECKING:
    from lxml.etree import _Element

FIELD = "\N{RIGHTWARDS ARROW}"
CELL = "\N{BROKEN BAR}"  # where a cell of a row ends
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PASSED_OVER = {
    *(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "trPr", "tcPr")),
    _FALLBACK,
}
_NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")
_OBJECTS = {*_NOTES, *(f"{W}{name}" for name in ("drawing", "pict", "object", "sym", "tab", "br"))}
_REFERENCE = re.compile(r"(?:REF|PAGEREF|NOTEREF)\s+(\S+)", re.IGNORECASE)


def words_of(element: _Element) -> tuple[str, ...]:
    """The words of a paragraph or row; a field is one word that says where it leads."""
    return tuple(_cut(_stretches(element)))


def text_of(element: _Element) -> str:
    """The text of a paragraph or row with what its fields show, for people; `|` between cells."""
    shown = "".join(one if code is None else code[1] for one, code in _stretches(element))
    return " ".join(shown.split()).removesuffix(CELL).rstrip().replace(CELL, "|")


def plain(words: Iterable[str]) -> tuple[str, ...]:
    """The words without where a field leads."""
    return tuple(FIELD if word.startswith(FIELD) else word for word in words)


def bag_of(words: tuple[str, ...]) -> frozenset[str]:
    """The words and pairs of neighbours of a text, by which two of them are likened."""
    return frozenset([*words, *map(" ".join, pairwise(words))])


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of two texts is the same, from 0 to 1.

    >>> likeness(bag_of(("a", "b")), bag_of(("a", "b")))
    1.0
    """
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 1.0


def field_word(code: str) -> str:
    """The word that stands for a field.

    >>> field_word(" REF  _cl_exit  \\\\w \\\\h ")
    '→_cl_exit'
    """
    found = _REFERENCE.match(code.strip())
    return FIELD + (found[1] if found else " ".join(code.split()))


Stretch = tuple[str, tuple[str, str] | None]
"""Text; or nothing and a field: its code and what it shows."""


def _cut(stretches: Iterator[Stretch]) -> Iterator[str]:
    text = ""
    for one, code in stretches:
        if code is None:
            text += one
            continue
        yield from _words(text)
        text = ""
        yield field_word(code[0])
    yield from _words(text)


def _words(text: str) -> Iterator[str]:
    return (word for word in pieces(text.replace("\u00a0", " ")) if not word.isspace())


def _stretches(element: _Element) -> Iterator[Stretch]:
    """Text and fields in reading order; a field inside another is part of what that shows."""
    depth, code, shown, shows = 0, "", "", False
    for node in _read(element):
        if node.tag == f"{W}fldChar":
            kind = node.get(f"{W}fldCharType")
            if kind == "begin":
                depth += 1
                code, shown, shows = ("", "", False) if depth == 1 else (code, shown, shows)
            elif kind == "separate" and depth == 1:
                shows = True
            elif kind == "end" and depth:
                depth -= 1
                if not depth:
                    yield "", (code, shown)
        elif node.tag == f"{W}instrText":
            code += (node.text or "") if depth == 1 else ""
        elif node.tag == f"{W}t" and depth:
            shown += (node.text or "") if shows else ""
        elif not depth:
            yield _stand_in(node), None


def _read(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag in _PASSED_OVER:
            continue
        if child.tag in _OBJECTS:
            yield child
            continue
        if child.tag in (f"{W}t", f"{W}fldChar", f"{W}instrText"):
            yield child
        elif child.tag == f"{W}fldSimple":
            yield from _simple(child)
        else:
            yield from _read(child)
            if child.tag in (f"{W}p", f"{W}tc"):
                yield child


def _simple(node: _Element) -> Iterator[_Element]:
    """A field in short form, as the marks of a long one."""
    for kind in ("begin", "separate", "end"):
        mark = etree.Element(f"{W}fldChar")
        mark.set(f"{W}fldCharType", kind)
        yield mark
        if kind == "begin":
            code = etree.Element(f"{W}instrText")
            code.text = node.get(f"{W}instr", "")
            yield code
        elif kind == "separate":
            yield from _read(node)


def _stand_in(node: _Element) -> str:
    """What stands for a sign or object: nothing may be struck or counted as unchanged unseen."""
    if node.tag == f"{W}t":
        return node.text or ""
    if node.tag == f"{W}p":
        return " "
    if node.tag == f"{W}tc":
        return f" {CELL} "
    if node.tag == f"{W}br":
        return " "
    return " " if node.tag == f"{W}tab" else " ▣ "
