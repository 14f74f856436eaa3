"""Adopting a house style: a .docx is checked from end to end and made ready for drafting.

Everything slow or dangerous happens here and once; the result is a `HouseStyle` of plain text,
deflated parts and style ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from drafter.diagnostics import Diagnostic, Place, refuse_errors
from drafter.ooxml.links import beside, links_part, reached
from drafter.ooxml.namespaces import DECLARATION, PACKAGE, W
from drafter.ooxml.package import MAIN as DOCUMENT
from drafter.ooxml.package import read_package
from drafter.ooxml.packing import Packed, packed
from drafter.ooxml.properties import TYPES
from drafter.word.cell_looks import cell_looks
from drafter.word.forbidden import forbidden_things
from drafter.word.house_links import kept_links, kept_parts, link_faults
from drafter.word.house_style import HouseStyle
from drafter.word.scheme import read_scheme
from drafter.word.shell import NOTES_PLACE, PLACE, WORDS, Piece, TaggedPart
from drafter.word.style_sheet import language, listed, read_styles, style_faults
from drafter.word.tagging import tagged, with_watermark_place
from drafter.word.trial import trial_faults


def adopt(data: bytes, roles: dict[str, str], file: str, digest: str) -> HouseStyle:
    """A house style ready for drafting; raises `Refused` with every fault it has."""
    parts, told = read_package(data, file)
    refuse_errors(told)
    faults = [*link_faults(parts), *forbidden_things(parts)]
    refuse_errors(faults)
    styles = read_styles(parts.get("word/styles.xml", b""))
    faults = [*style_faults(styles, roles, file), *_header_faults(parts, file)]
    tags, more = _tagged_parts(parts)
    refuse_errors([*faults, *more])  # nothing is tried out before its tags are known to be safe
    refuse_errors(list(trial_faults(tags)))
    ids = {role: styles[name.casefold()].id for role, name in roles.items()}
    numbering = parts.get("word/numbering.xml", b"")
    scheme, faults = read_scheme(parts["word/styles.xml"], numbering, ids)
    refuse_errors(faults)
    return HouseStyle(
        digest=digest,
        styles=ids,
        contents=dict(listed(styles, roles)),
        width=_text_width(parts[DOCUMENT]),
        scheme=scheme,
        cells=cell_looks(parts["word/styles.xml"], ids),
        language=language(parts["word/styles.xml"]),
        constant=_constant(parts, {part.name for part in tags}),
        tagged=tuple(tags),
        told=tuple(told),
    )


def _header_faults(parts: dict[str, bytes], file: str) -> Iterator[Diagnostic]:
    """The watermark of a draft stands in headers, so each kind of page must have one."""
    root = ElementTree.fromstring(parts[DOCUMENT])
    section = next(iter(root.iter(f"{W}sectPr")), None)
    if section is None:
        yield Diagnostic("no-page", "the house style has no page set-up", Place(file))
        return
    kinds = {each.get(f"{W}type") for each in section.findall(f"{W}headerReference")}
    first = section.find(f"{W}titlePg") is not None
    even = b"evenAndOddHeaders" in parts.get("word/settings.xml", b"")
    for kind in ("default", *(["first"] if first else []), *(["even"] if even else [])):
        if kind not in kinds:
            says = f"the {kind} page has no header, so a draft could not be marked there"
            yield Diagnostic("no-header", says, Place(file), "add a header, empty if you like")


def _tagged_parts(parts: dict[str, bytes]) -> tuple[list[TaggedPart], list[Diagnostic]]:
    texts = {DOCUMENT: parts[DOCUMENT].decode("utf-8-sig")}
    for link in kept_links(parts, DOCUMENT):
        if link.kind in ("header", "footer"):
            name = reached(DOCUMENT, link.target)
            text = parts[name].decode("utf-8-sig")
            texts[name] = with_watermark_place(text) if link.kind == "header" else text
    both = [tagged(name, text) for name, text in sorted(texts.items())]
    own = [_content_types(parts), _document_links(parts)]
    return [part for part, _ in both] + own, [fault for _, faults in both for fault in faults]


def _content_types(parts: dict[str, bytes]) -> TaggedPart:
    kept = {f"/{name}" for name in kept_parts(parts)}
    root = ElementTree.fromstring(parts["[Content_Types].xml"])
    each = "".join(
        f"<{kind} {key}={quoteattr(node.get(key, ''))} "
        f"ContentType={quoteattr(node.get('ContentType', ''))}/>"
        for node in root
        for kind, key in (("Default", "Extension"), ("Override", "PartName"))
        if node.tag.endswith("}" + kind) and (kind == "Default" or node.get(key) in kept)
    )
    start = f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{each}{TYPES}'
    return _with_notes("[Content_Types].xml", start, "</Types>")


def _document_links(parts: dict[str, bytes]) -> TaggedPart:
    whole = links_part(kept_links(parts, DOCUMENT))
    return _with_notes(beside(DOCUMENT), whole.removesuffix(end := "</Relationships>"), end)


def _with_notes(name: str, start: str, end: str) -> TaggedPart:
    return TaggedPart(name, (Piece(WORDS, start), Piece(PLACE, NOTES_PLACE), Piece(WORDS, end)))


def _text_width(document: bytes) -> int:
    """The width of the words on a page, in twips."""
    section = list(ElementTree.fromstring(document).iter(f"{W}sectPr"))[-1]
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if page is None or margins is None:
        return 9026  # A4 with margins of an inch, as Word assumes
    sides = sum(int(margins.get(f"{W}{side}", "0")) for side in ("left", "right", "gutter"))
    return int(page.get(f"{W}w", "11906")) - sides


def _constant(parts: dict[str, bytes], tagged_names: set[str]) -> tuple[Packed, ...]:
    """Parts that every drafted file has alike, deflated; relationships follow their parts."""
    kept: list[Packed] = []
    for name in kept_parts(parts):
        if name not in tagged_names:
            kept.append(packed(name, parts[name]))
        if name != DOCUMENT and beside(name) in parts:
            kept.append(packed(beside(name), links_part(kept_links(parts, name)).encode()))
    return tuple(kept)
