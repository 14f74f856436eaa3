"""Headers: each page has one, because the mark of a draft stands there."""

from __future__ import annotations

import re

from drafter.diagnostics import NOTE, Diagnostic, Place
from drafter.ooxml.links import Link, links_name, links_of, links_part
from drafter.ooxml.namespaces import DECLARATION, OFFICE, WORD, WORD_PART
from drafter.ooxml.package import MAIN, TYPES
from drafter.ooxml.spans import inside, spans
from drafter.word.firm.emptied import with_references

_OWN = "added-header.xml"
_ID = "addedHeader"
_EMPTY = f'{DECLARATION}<w:hdr xmlns:w="{WORD}"><w:p/></w:hdr>'
_REFERENCE = re.compile(rb"<\w+:headerReference\b[^>]*?/>")
_KIND = re.compile(rb'\w+:type="(\w+)"')
_FIRST = re.compile(rb'<\w+:titlePg(?:\s*/>|\s+\w+:val="(?:1|true|on)"\s*/>|>)')


def with_headers(parts: dict[str, bytes], file: str) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The parts with an empty header for each kind of page that has none, and a note of them."""
    data = parts[MAIN]
    even = b"evenAndOddHeaders" in parts.get("word/settings.xml", b"")
    known: set[bytes] = set()
    missing: list[tuple[int, int, list[bytes]]] = []
    for section in spans(data, "document/body/p/pPr/sectPr", "document/body/sectPr"):
        own = data[section.start : section.end]
        known |= {kind for one in _REFERENCE.findall(own) for kind in _KIND.findall(one)}
        wanted = [
            b"default",
            *([b"first"] if _FIRST.search(own) else []),
            *([b"even"] if even else []),
        ]
        lacking = [kind for kind in wanted if kind not in known]
        known |= set(lacking)
        if lacking:
            missing.append((section.start, section.end, lacking))
    if not missing:
        return parts, []
    for start, end, kinds in reversed(missing):
        more = b"".join(_reference(kind) for kind in kinds)
        data = data[:start] + with_references(data[start:end], more) + data[end:]
    pages = dict.fromkeys(kind.decode() for _, _, each in missing for kind in each)
    says = f"an empty header is added for the {' and the '.join(pages)} page, to mark a draft there"
    told = [Diagnostic("style-assumed", says, Place(file), severity=NOTE)]
    return _with_part({**parts, MAIN: data}), told


def _reference(kind: bytes) -> bytes:
    return b'<w:headerReference xmlns:r="%s" w:type="%s" r:id="%s"/>' % (
        OFFICE.encode(),
        kind,
        _ID.encode(),
    )


def _with_part(parts: dict[str, bytes]) -> dict[str, bytes]:
    link = Link(_ID, "header", f"{OFFICE}/header", _OWN, False)
    types, end = parts[TYPES], parts[TYPES].rindex(b"</")
    own = f'<Override PartName="/word/{_OWN}" ContentType="{WORD_PART}header+xml"/>'.encode()
    return {
        **parts,
        f"word/{_OWN}": _EMPTY.encode(),
        links_name(MAIN): links_part((*links_of(parts, MAIN), link)).encode(),
        TYPES: types[:end] + own + types[end:],
    }


def with_watermark_place(text: str, place: str) -> str:
    """A header with a place at the end of its first paragraph, outside tables and drawings."""
    data = text.encode()
    paragraphs = spans(data, "hdr/p", "hdr/sdt/sdtContent/p")
    if not paragraphs:
        (root,) = spans(data, "hdr")
        end = inside(data, root)[1]
        return (data[:end] + f"<w:p>{place}</w:p>".encode() + data[end:]).decode()
    first, (_, end) = paragraphs[0], inside(data, paragraphs[0])
    if end == first.end and data[end - 2 : end] == b"/>":
        opened = data[first.start : end - 2] + b">" + place.encode() + b"</w:p>"
        return (data[: first.start] + opened + data[end:]).decode()
    return (data[:end] + place.encode() + data[end:]).decode()
