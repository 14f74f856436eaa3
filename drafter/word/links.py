"""What the parts of a house style lead to: kept, left behind, or a reason to refuse it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from drafter.diagnostics import Diagnostic, Place
from drafter.ooxml.namespaces import DECLARATION, PACKAGE
from drafter.ooxml.package import beside, reached

_KEPT = {
    "styles", "numbering", "settings", "fontTable", "font", "theme", "webSettings", "header",
    "footer", "image", "hyperlink", "footnotes", "endnotes",
}  # fmt: skip
_LEFT_BEHIND = {
    "customXml", "customXmlProps", "glossaryDocument", "comments", "commentsExtended",
    "commentsIds", "commentsExtensible", "people", "stylesWithEffects", "printerSettings",
    "documenttasks", "keyMapCustomizations",
}  # fmt: skip
_OUTSIDE = ' TargetMode="External"'
_SAFE_ADDRESSES = ("http://", "https://", "mailto:")


class Link(NamedTuple):
    """A relationship: its id, the last word of its type, the whole type, target, outside or not."""

    id: str
    kind: str
    type: str
    target: str
    outside: bool


def links_of(parts: dict[str, bytes], part: str) -> tuple[Link, ...]:
    """The relationships of a part, in their own order."""
    data = parts.get(beside(part))
    if data is None:
        return ()
    return tuple(
        Link(
            each.get("Id", ""),
            each.get("Type", "").rsplit("/", 1)[-1],
            each.get("Type", ""),
            each.get("Target", ""),
            each.get("TargetMode") == "External",
        )
        for each in ElementTree.fromstring(data)
    )


def kept_links(parts: dict[str, bytes], part: str) -> tuple[Link, ...]:
    """The relationships of a part that a drafted file has too."""
    return tuple(link for link in links_of(parts, part) if link.kind in _KEPT)


def link_faults(parts: dict[str, bytes]) -> Iterator[Diagnostic]:
    """Each relationship that leads out of the file, into a program, or nowhere."""
    for part in ("", *sorted(parts)):
        for link in links_of(parts, part):
            place = Place(beside(part))
            if link.outside and link.kind == "hyperlink":
                if not link.target.lower().startswith(_SAFE_ADDRESSES):
                    says = f"the link to `{link.target}` is no web or mail address"
                    yield Diagnostic("unsafe-link", says, place)
            elif link.outside or (part.startswith("word/") and _unknown(link)):
                says = f"the part leads to `{link.target}` ({link.kind}), which could reach out"
                yield Diagnostic("unsafe-link", says, place, "remove it in Word")
            elif link.kind in _KEPT and _nowhere(parts, part, link):
                says = f"the part leads to `{link.target}`, which is not in the file"
                yield Diagnostic("broken-link", says, place)


def _unknown(link: Link) -> bool:
    return link.kind not in _KEPT | _LEFT_BEHIND


def _nowhere(parts: dict[str, bytes], part: str, link: Link) -> bool:
    return not link.target.startswith("#") and reached(part, link.target) not in parts


def kept_parts(parts: dict[str, bytes], start: str = "word/document.xml") -> tuple[str, ...]:
    """Every part that the document needs, found by following the kept relationships."""
    found, waiting = set[str](), [start]
    while waiting:
        part = waiting.pop()
        if part in found or part not in parts:
            continue
        found.add(part)
        waiting += [reached(part, x.target) for x in kept_links(parts, part) if not x.outside]
    return tuple(sorted(found))


def links_part(links: tuple[Link, ...], more: str = "") -> str:
    """A relationships part; `more` is XML for links that are added while drafting."""
    each = "".join(
        f"<Relationship Id={quoteattr(link.id)} Type={quoteattr(link.type)} "
        f"Target={quoteattr(link.target)}{_OUTSIDE if link.outside else ''}/>"
        for link in links
    )
    space = f"{PACKAGE}/relationships"
    return f'{DECLARATION}<Relationships xmlns="{space}">{each}{more}</Relationships>'
