"""The styles of the body of a house style, in the order in which an agreement meets them."""

from __future__ import annotations

from collections.abc import Iterator

from house_looks import Look
from house_marks import (
    BOLD,
    CAPS,
    CLOSE_TO_ITS_LIKE,
    KEEP_LINES,
    KEEP_NEXT,
    LEFT,
    NEW_PAGE,
    align,
    colour,
    gap,
    indent,
    numbered,
    outline,
    rule,
    size,
    style,
    tabs,
)

SIGNED, SIGNED_TO = 2320, 6400  # where the line to sign on begins and ends
KEPT = KEEP_NEXT + KEEP_LINES


def paragraph_styles(look: Look) -> str:
    """Every paragraph style."""
    groups = (_opening, _clauses, _schedules, _tables, _signatures, _contents, _cover, _running)
    return "".join(one for group in groups for one in group(look))


def _opening(look: Look) -> Iterator[str]:
    text = gap(*look.text)
    at = align(look.heading)
    yield style("Normal", "<w:widowControl/>" + text + align(look.ranged), based="")
    words = BOLD + colour(look.ink)
    first = KEPT + gap(360, 120) + LEFT + outline(0)
    yield style("heading 1", first, words + size(look.size("heading 1", 13)), follows="Normal")
    small = size(look.sizes["heading 2"]) if "heading 2" in look.sizes else ""
    second = KEPT + gap(230, 70) + at + outline(1)
    yield style("heading 2", second, BOLD + small, follows="Normal")
    title = KEPT + NEW_PAGE + gap(0, 320) + align("center")
    yield style("Title", title, words + size(look.size("title", 17)), follows="Body")
    front = KEPT + gap(320, 100) + LEFT
    yield style("Front Heading", front, words + size(look.size("front", 12)), follows="Body")
    yield style("Party", numbered(3, 0))
    yield style("Recital", numbered(4, 0))


def _clauses(look: Look) -> Iterator[str]:
    part = rule("bottom", look.ink, 6, 4) + gap(480, 160)
    words = CAPS + '<w:spacing w:val="16"/>' + size(look.size("part", 11.5))
    yield style("Part Heading", part, words, based="Heading1", follows="Clause Heading")
    yield style("Clause Heading", numbered(1, 0), based="Heading2", follows="Clause")
    yield style("Clause", numbered(1, 1))
    yield style("Subclause", numbered(1, 2))
    yield style("Subsubclause", numbered(1, 3))
    yield style("Flush", indent(look.flush))
    yield style("Definition", numbered(5, 0))
    yield style("Definition Item", numbered(5, 1))
    yield style("Definition Subitem", numbered(5, 2))


def _schedules(look: Look) -> Iterator[str]:
    heading = NEW_PAGE + numbered(2, 0) + rule("bottom", look.ink, 6, 6) + gap(0, 240)
    words = size(look.size("schedule", 14))
    follows = "Schedule Paragraph"
    yield style("Schedule Heading", heading, words, based="Heading1", follows=follows)
    yield style("Schedule Paragraph", numbered(2, 1))
    yield style("Schedule Item", numbered(2, 2))
    yield style("Schedule Subitem", numbered(2, 3))
    yield style("Body")


def _tables(look: Look) -> Iterator[str]:
    cell, small = size(look.size("table", 10)), size(look.size("small", 8.5))
    heading = KEPT + gap(60, 60, 247) + LEFT
    yield style("Table Heading", heading, BOLD + colour(look.ink) + cell)
    yield style("Table Text", gap(60, 60, 247) + LEFT, cell)
    yield style("Small Table Heading", "", small, based="TableHeading")
    yield style("Small Table Text", "", small, based="TableText")


def _signatures(look: Look) -> Iterator[str]:
    heading = NEW_PAGE + rule("bottom", look.ink, 6, 6) + gap(0, 240)
    words = size(look.size("schedule", 14))
    yield style("Signature Heading", heading, words, based="FrontHeading", follows="Body")
    yield style("Signature Lead", KEPT + gap(420, 60) + LEFT, follows="Signature Line")
    stops = tabs(("left", SIGNED, ""), ("right", SIGNED_TO, "underscore"))
    signs = KEEP_LINES + stops + gap(280, 0, 240) + indent(SIGNED, SIGNED) + LEFT
    yield style("Signature Line", KEEP_NEXT + signs)
    yield style("Signature Last Line", '<w:keepNext w:val="0"/>', based="SignatureLine")


def _contents(look: Look) -> Iterator[str]:
    heading = KEEP_NEXT + NEW_PAGE + rule("bottom", look.ink, 6, 6) + gap(0, 240) + LEFT
    words = BOLD + colour(look.ink) + size(look.size("contents", 14))
    yield style("Contents Heading", heading, words)
    stop, hung = tabs(("left", look.listed, "")), indent(look.listed, look.listed)
    first = KEEP_NEXT + stop + gap(110, 30, 276) + hung + CLOSE_TO_ITS_LIKE + LEFT
    yield style("toc 1", first, colour(look.ink) + size(look.size("listed", 10.5)))
    number = look.listed - 650
    yield style("toc 2", stop + gap(0, 40, 252) + indent(look.listed, number) + LEFT)


def _cover(look: Look) -> Iterator[str]:
    status = CAPS + colour(look.grey) + '<w:spacing w:val="20"/>' + size(9.5)
    yield style("Cover Status", gap(0, 0, 240) + align("right"), status)
    title = KEEP_NEXT + rule("bottom", look.ink, 12, 14) + gap(3900, 520, 264) + LEFT
    yield style("Cover Title", title, BOLD + colour(look.ink) + size(28))
    yield style("Cover Party", KEEP_LINES + gap(0, 150, 264) + LEFT, size(14))
    yield style("Cover Line", gap(420, 0, 264) + LEFT, colour(look.grey) + size(11))


def _running(look: Look) -> Iterator[str]:
    words = colour(look.grey) + size(look.size("running", 8.5))
    right = tabs(("right", look.width, "")) + gap(0, 0, 240) + LEFT
    yield style("header", rule("bottom", look.line) + right, words)
    none = '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>'
    yield style("First Header", none, based="Header")
    yield style("footer", right, words)
    closing = gap(300, 0, 240) + align("center")
    yield style("Closing Line", closing, colour(look.grey) + size(look.size("closing", 8)))
    yield style("annotation text", gap(0, 0, 240) + LEFT, size(10))
