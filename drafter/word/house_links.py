"""What the parts of a house style lead to: kept, left behind, or a reason to refuse it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from drafter.diagnostics import Diagnostic, Place, quoted
from drafter.ooxml.links import Link, links_name, links_of, reached
from drafter.ooxml.namespaces import R
from drafter.ooxml.package import MAIN

_KEPT = {
    "styles",
    "numbering",
    "settings",
    "fontTable",
    "font",
    "theme",
    "webSettings",
    "header",
    "footer",
    "image",
    "hyperlink",
    "footnotes",
    "endnotes",
}
_LEFT_BEHIND = {
    "customXml",
    "customXmlProps",
    "glossaryDocument",
    "comments",
    "commentsExtended",
    "commentsIds",
    "commentsExtensible",
    "people",
    "stylesWithEffects",
    "printerSettings",
    "documenttasks",
    "keyMapCustomizations",
}


def kept_links(parts: dict[str, bytes], part: str) -> tuple[Link, ...]:
    """The relationships of a part that a drafted file has too."""
    return tuple(link for link in links_of(parts, part) if link.kind in _KEPT)


def link_faults(parts: dict[str, bytes]) -> Iterator[Diagnostic]:
    """Each relationship of a kind that no agreement has, or that leads nowhere; and each place that
    names a relationship which is not there."""
    for part in ("", *sorted(parts)):
        links = links_of(parts, part)
        for link in links:
            place = Place(links_name(part))
            if not link.outside and part.startswith("word/") and _unknown(link):
                says = f"the part leads to `{link.target}` ({link.kind}), which could reach out"
                yield Diagnostic("unsafe-link", says, place, "remove it in Word")
            elif not link.outside and link.kind in _KEPT and _nowhere(parts, part, link):
                says = f"the part leads to `{link.target}`, which is not in the file"
                yield Diagnostic("broken-link", says, place, "save it again in Word")
        yield from _named_in_vain(parts, part, {link.id for link in links})
    kinds = {link.kind for link in links_of(parts, MAIN)}
    for kind in [kind for kind in ("styles", "numbering") if kind not in kinds]:
        says = f"the document does not lead to its {kind}"
        yield Diagnostic("broken-link", says, Place(links_name(MAIN)), "save it again in Word")


def _named_in_vain(parts: dict[str, bytes], part: str, known: set[str]) -> Iterator[Diagnostic]:
    """References from a part to relationships that it has not, such as a header that is gone."""
    if not re.fullmatch(r"word/(document|header|footer|settings)[^/]*\.xml", part):
        return
    for node in ElementTree.fromstring(parts[part]).iter():
        for key, id in node.attrib.items():
            if key.startswith(R) and id not in known:
                tag = node.tag.rsplit("}", 1)[-1]
                says = (
                    f"{tag} names the relationship {quoted(id)}, which {links_name(part)} has not"
                )
                yield Diagnostic("broken-link", says, Place(part), "save it again in Word")


def _unknown(link: Link) -> bool:
    return link.kind not in _KEPT | _LEFT_BEHIND


def _nowhere(parts: dict[str, bytes], part: str, link: Link) -> bool:
    return not link.target.startswith("#") and reached(part, link.target) not in parts


def kept_parts(parts: dict[str, bytes], start: str = MAIN) -> tuple[str, ...]:
    """Every part that the document needs, found by following the kept relationships."""
    found, waiting = set[str](), [start]
    while waiting:
        part = waiting.pop()
        if part in found or part not in parts:
            continue
        found.add(part)
        waiting += [reached(part, x.target) for x in kept_links(parts, part) if not x.outside]
    return tuple(sorted(found))
