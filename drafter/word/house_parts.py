"""The parts of a house style as a file has them, in its language, with its properties."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import lru_cache

from drafter.agreement.model import Agreement, Role
from drafter.ooxml.packing import Packed, packed
from drafter.ooxml.properties import (
    CUSTOM,
    CUSTOM_LINKS,
    PACKAGE_LINKS,
    PROGRAM,
    REFERENCE,
    application,
    core_properties,
    with_property,
)
from drafter.ooxml.runs import quoted
from drafter.ooxml.signing import FIELD_STYLE_XML
from drafter.word.firm.borrowed import STYLES as OURS
from drafter.word.firm.borrowed import style_xml
from drafter.word.house_style import HouseStyle
from drafter.word.printed_references import reference_of
from drafter.word.roles import ASSUMED

NO_BREAK = "\N{NO-BREAK SPACE}"
_STYLES_PART, _NUMBERING_PART = "word/styles.xml", "word/numbering.xml"


def house_parts(agreement: Agreement, house: HouseStyle, marks_assumed: bool) -> Iterator[Packed]:
    """The parts that every file in a house style has, and the properties of this one; the style of
    words that nobody has confirmed only where there are such words."""
    language = _language(agreement.language, house.language)
    is_draft = agreement.purpose == "draft"
    for part in house.constant:
        if part.name == _STYLES_PART:
            spoken = _in_language(part, language) if language != house.language else part
            kept = spoken if marks_assumed else _without_marks(spoken)
            yield _with_fields(kept) if agreement.signers else kept
        elif part.name == _NUMBERING_PART and house.scheme.named_by_deal:
            heading = house.styles[Role.SCHEDULE_HEADING]
            yield _with_schedules_called(part, heading, agreement.schedule)
        elif part.name != CUSTOM:
            yield part
    subject = "; ".join(agreement.cover.get("parties", "").split("\n"))
    author = agreement.author or (PROGRAM if is_draft else "")
    core = core_properties(agreement.title, subject, language, author, agreement.day)
    yield packed("docProps/core.xml", core.encode())
    yield _APPLICATION if is_draft else _NO_APPLICATION
    properties = list(_properties(agreement, house))
    yield from properties
    yield _CUSTOM_LINKS if properties else _PACKAGE_LINKS


def _properties(agreement: Agreement, house: HouseStyle) -> Iterator[Packed]:
    """The properties that the pages of the house show, and which agreement this is where it has a
    number."""
    own = next((part for part in house.constant if part.name == CUSTOM), None)
    reference = reference_of(agreement.cover.get("reference", ""))
    if reference:
        shown = zlib.decompress(own.deflated, -15).decode("utf-8-sig") if own else ""
        yield packed(CUSTOM, with_property(shown, REFERENCE, reference).encode())
    elif own:
        yield own


def _language(wanted: str, house: str) -> str:
    """The language of the file: the house's own kind of it ("en-GB") unless another is asked."""
    alike = house.split("-")[0] == wanted.split("-")[0] and not ("-" in wanted and "-" in house)
    return house if alike else wanted or house


@lru_cache(maxsize=32)
def _in_language(part: Packed, language: str) -> Packed:
    """The style sheet with another language of the document."""
    text = zlib.decompress(part.deflated, -15).decode("utf-8-sig")
    own = re.compile(r'(<w:docDefaults>.*?<w:lang [^>]*?w:val=")[^"]*', re.DOTALL)
    spoken = own.sub(lambda found: found[1] + quoted(language), text, count=1)
    return packed(part.name, spoken.encode())


@lru_cache(maxsize=32)
def _without_marks(part: Packed) -> Packed:
    """The style sheet without the style of ours that marks what nobody has confirmed."""
    text = zlib.decompress(part.deflated, -15).decode("utf-8-sig")
    ours = style_xml(ASSUMED, OURS[ASSUMED], {})
    return packed(part.name, text.replace(ours, "").encode()) if ours in text else part


@lru_cache(maxsize=32)
def _with_fields(part: Packed) -> Packed:
    """The style sheet with the style of the fields of an e-signature service."""
    text = zlib.decompress(part.deflated, -15).decode("utf-8-sig")
    before, end, after = text.rpartition("</w:styles>")
    return packed(part.name, f"{before}{FIELD_STYLE_XML}{end}{after}".encode())


@lru_cache(maxsize=32)
def _with_schedules_called(part: Packed, style: str, schedule: str) -> Packed:
    """The numbering with schedules called as the agreement calls them; its own where they agree."""
    text = zlib.decompress(part.deflated, -15).decode("utf-8-sig")
    own = re.compile(
        rf'(<w:pStyle w:val="{re.escape(style)}"/>(?:(?!</w:lvl>).)*?<w:lvlText w:val=")([^"]*)',
        re.DOTALL,
    )
    called = quoted(schedule.replace(" ", NO_BREAK).format(number="%1"))
    found = own.search(text)
    if found is None or found[2].replace(" ", NO_BREAK) == called:
        return part
    return packed(part.name, own.sub(lambda level: level[1] + called, text, count=1).encode())


_APPLICATION = packed("docProps/app.xml", application(PROGRAM).encode())
_NO_APPLICATION = packed("docProps/app.xml", application("").encode())
_PACKAGE_LINKS = packed("_rels/.rels", PACKAGE_LINKS.encode())
_CUSTOM_LINKS = packed("_rels/.rels", CUSTOM_LINKS.encode())
