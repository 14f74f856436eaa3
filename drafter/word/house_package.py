"""The package of a house style as every drafted file has it: types, links, constant parts."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from drafter.ooxml.links import links_name, links_part
from drafter.ooxml.namespaces import DECLARATION, PACKAGE
from drafter.ooxml.package import MAIN as DOCUMENT
from drafter.ooxml.packing import Packed, packed
from drafter.ooxml.properties import CUSTOM, CUSTOM_TYPE, TYPES
from drafter.word.house_links import kept_links, kept_parts
from drafter.word.tagged_parts import NOTES_PLACE, PLACE, WORDS, PartPiece, TaggedPart


def content_types(parts: dict[str, bytes]) -> TaggedPart:
    """The types of the parts that a drafted file has, with a place for those of notes."""
    kept = {f"/{name}" for name in kept_parts(parts)}
    root = ElementTree.fromstring(parts["[Content_Types].xml"])
    each = "".join(
        f"<{kind} {key}={quoteattr(node.get(key, ''))} "
        f"ContentType={quoteattr(node.get('ContentType', ''))}/>"
        for node in root
        for kind, key in (("Default", "Extension"), ("Override", "PartName"))
        if node.tag.endswith("}" + kind) and (kind == "Default" or node.get(key) in kept)
    )
    custom = CUSTOM_TYPE if CUSTOM in parts else ""
    start = f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{each}{TYPES}{custom}'
    return _with_notes("[Content_Types].xml", start, "</Types>")


def document_links(parts: dict[str, bytes]) -> TaggedPart:
    """What the document leads to, with a place for notes."""
    whole = links_part(kept_links(parts, DOCUMENT))
    return _with_notes(links_name(DOCUMENT), whole.removesuffix(end := "</Relationships>"), end)


def _with_notes(name: str, start: str, end: str) -> TaggedPart:
    return TaggedPart(
        name, (PartPiece(WORDS, start), PartPiece(PLACE, NOTES_PLACE), PartPiece(WORDS, end))
    )


def constant_parts(parts: dict[str, bytes], tagged_names: set[str]) -> tuple[Packed, ...]:
    """Parts that every drafted file has alike, deflated; relationships follow their parts."""
    kept: list[Packed] = []
    for name in kept_parts(parts):
        if name not in tagged_names:
            kept.append(packed(name, parts[name]))
        if name != DOCUMENT and links_name(name) in parts:
            kept.append(packed(links_name(name), links_part(kept_links(parts, name)).encode()))
    if CUSTOM in parts:
        kept.append(packed(CUSTOM, parts[CUSTOM]))
    return tuple(kept)
