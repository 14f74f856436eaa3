"""Adopting a house style: a .docx is checked from end to end and made ready for drafting.

Everything slow or dangerous happens here and once; the result is a `HouseStyle` of plain text,
deflated parts and style ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from drafter.diagnostics import Diagnostic, Place, refuse_errors
from drafter.ooxml.links import reached
from drafter.ooxml.namespaces import W
from drafter.ooxml.package import MAIN as DOCUMENT
from drafter.ooxml.package import read_package
from drafter.ooxml.spans import spans
from drafter.word.cell_looks import cell_looks
from drafter.word.custom import with_custom
from drafter.word.firm.adopted import Adopted, adopted, lent_always
from drafter.word.forbidden import forbidden_things
from drafter.word.headers import with_headers
from drafter.word.house_links import kept_links, link_faults
from drafter.word.house_package import constant_parts, content_types, document_links
from drafter.word.house_style import HouseStyle
from drafter.word.sample_fill import trial_faults
from drafter.word.scheme import read_scheme
from drafter.word.style_sheet import (
    deep_faults,
    language,
    listed,
    listing,
    read_styles,
    style_faults,
)
from drafter.word.tagged_parts import TaggedPart
from drafter.word.tagging import tagged

_STYLES, _LISTS = "word/styles.xml", "word/numbering.xml"
_NUMBERED = re.compile(
    rb'<w:bookmarkStart\b[^>]*?w:id="(\d+)"|<w:sdtPr\b(?:(?!</w:sdtPr>).)*?<w:id w:val="(-?\d+)"|'
    rb'"_x0000_s(\d+)"',
    re.DOTALL,
)


def adopt(data: bytes, roles: dict[str, str] | None, file: str, digest: str) -> HouseStyle:
    """A house style ready for drafting; raises `Refused` with every fault it has.

    Without `roles` the file is taken as a firm has it, and what is assumed of it is told.
    """
    parts, roles, told = lent_always(*_let_in(data, roles, file))
    styles = read_styles(parts.get(_STYLES, b""))
    faults = [*style_faults(styles, roles, file), *_page_faults(parts, file)]
    parts, more_told = _completed(parts, file)
    tags, more = _tagged_parts(parts)
    refuse_errors([*faults, *more])  # nothing is tried out before its tags are known to be safe
    refuse_errors(list(trial_faults(tags)))
    ids = {role: styles[name.casefold()].id for role, name in roles.items()}
    scheme, faults = read_scheme(parts[_STYLES], parts.get(_LISTS, b""), ids)
    refuse_errors(faults)
    return HouseStyle(
        digest=digest,
        styles=ids,
        contents=dict(listed(styles, roles)),
        width=_text_width(parts[DOCUMENT]),
        scheme=scheme,
        cells=cell_looks(parts[_STYLES], ids),
        language=language(parts[_STYLES]),
        constant=constant_parts(parts, {part.name for part in tags}),
        tagged=tuple(tags),
        listing=listing(styles, roles),
        taken=_taken(parts),
        told=(*told, *more_told),
    )


def _let_in(data: bytes, roles: dict[str, str] | None, file: str) -> Adopted:
    """A file that is safe to read on; without `roles` made a house style of."""
    parts, told = read_package(data, file)
    refuse_errors([*told, *deep_faults(parts.get(_STYLES, b""))])
    made = Adopted(parts, roles, ()) if roles is not None else adopted(parts, file)
    refuse_errors([*link_faults(made.parts), *forbidden_things(made.parts)])
    return made._replace(told=(*told, *made.told))


def _completed(parts: dict[str, bytes], file: str) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The parts with those that each agreement needs, and what was told of these."""
    told: list[Diagnostic] = []
    for complete in (with_headers, with_custom):
        parts, more = complete(parts, file)
        told += more
    return parts, told


def _page_faults(parts: dict[str, bytes], file: str) -> Iterator[Diagnostic]:
    if not spans(parts[DOCUMENT], "document/body/sectPr"):
        yield Diagnostic("no-page", "the house style has no page set-up", Place(file))


def _taken(parts: dict[str, bytes]) -> tuple[int, ...]:
    """Numbers that bookmarks, controls and shapes of the house have; a draft uses others."""
    found = (_NUMBERED.findall(data) for name, data in parts.items() if name.startswith("word/"))
    numbers = (number for each in found for one in each for number in one if number)
    return tuple(sorted(set(map(int, numbers))))


def _tagged_parts(parts: dict[str, bytes]) -> tuple[list[TaggedPart], list[Diagnostic]]:
    texts = {DOCUMENT: "document"}
    for link in kept_links(parts, DOCUMENT):
        if link.kind in ("header", "footer"):
            texts[reached(DOCUMENT, link.target)] = link.kind
    both = [
        tagged(name, parts[name].decode("utf-8-sig"), kind == "header")
        for name, kind in sorted(texts.items())
    ]
    own = [content_types(parts), document_links(parts)]
    return [part for part, _ in both] + own, [fault for _, faults in both for fault in faults]


def _text_width(document: bytes) -> int:
    """The width of the words on a page, in twips."""
    section = list(ElementTree.fromstring(document).iter(f"{W}sectPr"))[-1]
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if page is None or margins is None:
        return 9026  # A4 with margins of an inch, as Word assumes
    sides = sum(float(margins.get(f"{W}{side}", "0")) for side in ("left", "right", "gutter"))
    return int(float(page.get(f"{W}w", "11906")) - sides)
