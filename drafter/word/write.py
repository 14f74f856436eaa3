"""An agreement as a Word file: the house style round it, live numbers and references inside."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.agreement.model import Agreement
from drafter.ooxml.comments import comments_part
from drafter.ooxml.controls import SHARED_LINKS, SHARED_TYPES
from drafter.ooxml.namespaces import OFFICE, WORD_PART
from drafter.ooxml.packing import Packed, archive, packed
from drafter.ooxml.properties import CUSTOM, CUSTOM_TYPE
from drafter.ooxml.watermark import FIRST_SHAPE, watermark
from drafter.word.assumed_values import in_style
from drafter.word.blank_parts import shared_blank_parts
from drafter.word.body import Body
from drafter.word.contents import Pages, contents
from drafter.word.house_parts import house_parts
from drafter.word.house_style import HouseStyle
from drafter.word.printed_references import reference_of
from drafter.word.roles import ASSUMED, NOTE, NOTE_MARK
from drafter.word.tagged_parts import (
    AGREEMENT_PLACE,
    CONTENTS_PLACE,
    NOTES_PLACE,
    WATERMARK_PLACE,
    TaggedPart,
    TagValues,
    filled,
    sheet_of,
    without_contents,
)

NOTES_PART = "word/comments.xml"
_TYPES, _LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_NOTES_ADDED = {
    _TYPES: f'<Override PartName="/{NOTES_PART}" ContentType="{WORD_PART}comments+xml"/>',
    _LINKS: f'<Relationship Id="drafterNotes" Type="{OFFICE}/comments" Target="comments.xml"/>',
}
_BLANKS_ADDED = {_TYPES: SHARED_TYPES, _LINKS: SHARED_LINKS}


def to_docx(agreement: Agreement, house: HouseStyle, pages: Pages | None = None) -> bytes:
    """The agreement as the bytes of a .docx; the same bytes for the same agreement and house.

    A draft carries a watermark and its notes as comments, and a preview of what is to go out
    carries a watermark; nothing else does. With `pages` the contents page has their numbers.
    """
    return archive(packed_parts(agreement, house, pages))


def packed_parts(
    agreement: Agreement, house: HouseStyle, pages: Pages | None = None
) -> Iterator[Packed]:
    """The parts of the file, deflated, in no particular order."""
    body = Body(agreement, house)
    places = {
        AGREEMENT_PLACE: body.xml(),
        CONTENTS_PLACE: contents(agreement, house, pages),
    }
    values = _values(agreement)
    assumed = house.styles[ASSUMED] if agreement.purpose == "draft" else ""
    marks_assumed = body.marks_assumed
    for number, part in enumerate(house.tagged, 1):
        added = _added(part.name, body) + _property_type(part.name, agreement, house)
        mark = watermark(agreement.watermark, _free(number, house)) if agreement.watermark else ""
        shell = _shell(part, agreement)
        text = filled(shell, values, {**places, WATERMARK_PLACE: mark, NOTES_PLACE: added})
        styled = in_style(text, assumed)
        marks_assumed |= bool(assumed) and styled != text
        yield packed(part.name, styled.encode())
    if body.notes:
        looks = house.styles[NOTE], house.styles[NOTE_MARK], agreement.day
        yield packed(NOTES_PART, comments_part(body.notes, "drafter", *looks).encode())
    if body.shared_blanks:
        yield from shared_blank_parts(body.shared_blanks, house)
    yield from house_parts(agreement, house, marks_assumed)


def _shell(part: TaggedPart, agreement: Agreement) -> TaggedPart:
    """A part of the house style with the pages before the agreement that this one has."""
    if agreement.is_sheet:
        return sheet_of(part)
    return part if agreement.lists_contents else without_contents(part)


def _added(part: str, body: Body) -> str:
    """What a part says of the parts that not every file has."""
    notes = _NOTES_ADDED.get(part, "") if body.notes else ""
    return notes + (_BLANKS_ADDED.get(part, "") if body.shared_blanks else "")


def _property_type(part: str, agreement: Agreement, house: HouseStyle) -> str:
    """The type of the part that says which agreement it is, where the house has no such part."""
    known = any(one.name == CUSTOM for one in house.constant)
    named = part == _TYPES and reference_of(agreement.cover.get("reference", ""))
    return CUSTOM_TYPE if named and not known else ""


def _free(number: int, house: HouseStyle) -> int:
    """A number for a shape, after those that the house style has."""
    return number + max(
        [0, *(each - FIRST_SHAPE for each in house.taken if each < 2 * FIRST_SHAPE)]
    )


def _values(agreement: Agreement) -> TagValues:
    """What cover, headers and footers print; the closing line repeats the status."""
    return {"closing": agreement.cover.get("status", ""), **agreement.cover, **agreement.tags}
