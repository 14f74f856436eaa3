"""Relationships: what the parts of a package lead to, inside it and outside."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from drafter.ooxml.namespaces import DECLARATION, PACKAGE

RELS = ".rels"
_OUTSIDE = ' TargetMode="External"'


class Link(NamedTuple):
    """A relationship: its id, the last word of its type, the whole type, target, outside or not."""

    id: str
    kind: str
    type: str
    target: str
    outside: bool


def links_name(part: str) -> str:
    """The name of the part that holds the relationships of `part`.

    >>> links_name("word/document.xml")
    'word/_rels/document.xml.rels'
    """
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}{RELS}")


def reached(part: str, target: str) -> str:
    """The part that a relationship of `part` leads to.

    >>> reached("word/document.xml", "../customXml/item1.xml")
    'customXml/item1.xml'
    """
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def links_of(parts: dict[str, bytes], part: str) -> tuple[Link, ...]:
    """The relationships of a part, in their own order."""
    return read_links(parts.get(links_name(part), b""))


def read_links(data: bytes) -> tuple[Link, ...]:
    """The relationships that a relationships part holds; none for no part."""
    return tuple(
        Link(
            each.get("Id", ""),
            each.get("Type", "").rsplit("/", 1)[-1],
            each.get("Type", ""),
            each.get("Target", ""),
            each.get("TargetMode", "").casefold() == "external",
        )
        for each in (ElementTree.fromstring(data) if data else ())
    )


def links_part(links: Iterable[Link]) -> str:
    """A relationships part."""
    each = "".join(
        f"<Relationship Id={quoteattr(link.id)} Type={quoteattr(link.type)} "
        f"Target={quoteattr(link.target)}{_OUTSIDE if link.outside else ''}/>"
        for link in links
    )
    space = f"{PACKAGE}/relationships"
    return f'{DECLARATION}<Relationships xmlns="{space}">{each}</Relationships>'
