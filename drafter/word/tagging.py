"""Making the shell: tags of a part found with docxtpl's own cleaning, checked, and split off.

Runs once, when a house style is read for the first time; docxtpl and Jinja are loaded only here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module

from drafter.agreement.tag_reading import ROOTS
from drafter.diagnostics import Diagnostic
from drafter.word.headers import with_watermark_place
from drafter.word.tag_blocks import marked, without_bare_blocks
from drafter.word.tag_paths import TagPlaces, simple_reading, template_readings
from drafter.word.tag_rules import format_faults, size_faults, template_faults, unknown_tag
from drafter.word.tagged_parts import (
    AGREEMENT_PLACE,
    CONTENTS_PLACE,
    LINE,
    PLACE,
    TAG,
    TAGS,
    WATERMARK_PLACE,
    WORDS,
    PartPiece,
    TaggedPart,
    sandbox,
)

_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|</w:p>).)*</w:p>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SIMPLE = re.compile(r"\{\{\s*(\w+(?:\.[A-Za-z]\w*)*)\s*\}\}")
_BLOCK = re.compile(r"\{%")
_ANY = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")


def tagged(name: str, text: str, is_header: bool = False) -> tuple[TaggedPart, list[Diagnostic]]:
    """The part `name` with its tags split off, and every fault in them; a header gets a place for
    the watermark."""
    if faults := [*size_faults(name, text), *format_faults(name, text)]:
        return TaggedPart(name), faults
    places = TagPlaces(text)
    if "{" in text:
        text = import_module("docxtpl").DocxTemplate.patch_xml(None, without_bare_blocks(text))
    if has_blocks := bool(_BLOCK.search(text)):
        text = marked(text)
    if is_header:
        text = with_watermark_place(text, f"{{{{ {WATERMARK_PLACE} }}}}")
    pieces = list(_lines_and_places(text, in_body=name == "word/document.xml"))
    if not has_blocks and all(_plain(piece.text) for piece in pieces if piece.kind == WORDS):
        return _in_pieces(name, pieces, places)
    return _as_template(name, "".join(map(_jinja, pieces)), places)


def _in_pieces(
    name: str, pieces: list[PartPiece], places: TagPlaces
) -> tuple[TaggedPart, list[Diagnostic]]:
    """A part whose tags print names and nothing more."""
    whole = tuple(part for piece in pieces for part in _split(piece))
    names = dict.fromkeys(one.text for one in whole if one.kind in (TAG, LINE))
    of_deal = [one for one in names if one.split(".")[0] in ROOTS]
    reads = tuple(simple_reading(name, one, places) for one in of_deal)
    strays = [one for one in names if one not in TAGS and one not in of_deal]
    faults = [unknown_tag(name, stray, places.of(stray)) for stray in strays]
    return TaggedPart(name, whole, reads=reads), faults


def _as_template(name: str, source: str, places: TagPlaces) -> tuple[TaggedPart, list[Diagnostic]]:
    """A part with loops, tests or forms."""
    if faults := list(template_faults(name, source, places)):
        return TaggedPart(name, source=source), faults
    reads = tuple(template_readings(sandbox().parse(source), name, places))
    return TaggedPart(name, source=source, reads=reads), []


def _plain(text: str) -> bool:
    return not _ANY.search(_SIMPLE.sub("", text))


def _lines_and_places(text: str, in_body: bool) -> Iterator[PartPiece]:
    """Paragraphs that hold one tag and nothing else stand apart from the words between them."""
    start = 0
    for found in _PARAGRAPH.finditer(text) if in_body else ():
        shown = _TEXT.findall(found[0])
        tag = _SIMPLE.fullmatch("".join(shown).strip())
        before = text[start : found.start()]
        if not tag or _in_table(text, found.start()):
            continue
        yield PartPiece(WORDS, before)
        start = found.end()
        if tag[1] in (AGREEMENT_PLACE, CONTENTS_PLACE):
            yield PartPiece(PLACE, tag[1])
        elif _PARAGRAPH.search(text, start):
            yield _line(found[0], tag[0], tag[1])
        else:  # the last paragraph of a document always stands
            yield PartPiece(WORDS, found[0])
    yield PartPiece(WORDS, text[start:])


def _in_table(text: str, at: int) -> bool:
    return text.count("<w:tbl>", 0, at) > text.count("</w:tbl>", 0, at)


def _line(paragraph: str, tag: str, name: str) -> PartPiece:
    before, after = paragraph.split(tag, 1)
    return PartPiece(LINE, name, before, after)


def _split(piece: PartPiece) -> Iterator[PartPiece]:
    if piece.kind != WORDS:
        yield piece
        return
    for place, text in enumerate(_SIMPLE.split(piece.text)):
        if place % 2:
            yield PartPiece(PLACE if text == WATERMARK_PLACE else TAG, text)
        elif text:
            yield PartPiece(WORDS, text)


def _jinja(piece: PartPiece) -> str:
    if piece.kind == LINE:
        walk = f"{{% for line in {piece.text}.splitlines() %}}"
        return f"{walk}{piece.before}{{{{ line }}}}{piece.after}{{% endfor %}}"
    return f"{{{{ {piece.text} }}}}" if piece.kind == PLACE else piece.text
