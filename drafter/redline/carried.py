"""What struck text leads to in other parts of the old file, brought into the new one: pictures and
addresses, styles, lists, notes. So a redline that is rejected shows them as the old file did.

Each carrier makes the old body speak of a thing as the new file does, where both have the same
thing; what the new file has not is added to it under a name that is free.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.links import RELS, Link, links_name, links_of, links_part, reached
from drafter.ooxml.namespaces import OFFICE, R
from drafter.ooxml.package import MAIN, TYPES

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADERS = ("headerReference", "footerReference")


class CarriedLinks:
    """The pictures, charts and addresses of an old body, led to by the links of the new file."""

    def __init__(self, old: dict[str, bytes], new: dict[str, bytes]) -> None:
        self._old, self._new = old, new
        self.added: list[str] = []
        self._links = {link.id: link for link in links_of(old, MAIN)}
        self._known = list(links_of(new, MAIN))
        self._ids: dict[str, str] = {}

    def lead(self, body: _Element) -> None:
        """Every id of a link in the body becomes one of the new file."""
        for element in body.iter():
            if str(element.tag).endswith(_HEADERS):
                continue
            for name, value in element.attrib.items():
                if str(name).startswith(R) and value in self._links:
                    element.set(name, self._id(str(value)))
        if self.added:
            self._new[links_name(MAIN)] = links_part(self._known).encode()

    def _id(self, id: str) -> str:
        if id not in self._ids:
            link = self._links[id]
            same = next((each.id for each in self._known if self._same(link, each)), "")
            self._ids[id] = same or self._add(link)
        return self._ids[id]

    def _same(self, old: Link, new: Link) -> bool:
        if (old.type, old.outside) != (new.type, new.outside):
            return False
        if old.outside or old.target.startswith("#"):
            return old.target == new.target
        before, after = reached(MAIN, old.target), reached(MAIN, new.target)
        return before in self._old and self._old[before] == self._new.get(after)

    def _add(self, link: Link) -> str:
        taken = {each.id for each in self._known}
        id = next(name for n in range(len(taken) + 1) if (name := f"old{n + 1}") not in taken)
        target = link.target
        if not link.outside and reached(MAIN, target) in self._old:
            target = f"/{self._part(reached(MAIN, target), set())}"
        self._known.append(Link(id, link.kind, link.type, target, link.outside))
        self.added.append(link.kind)
        return id

    def _part(self, name: str, on_the_way: set[str]) -> str:
        """Brings a part of the old file along, with all that it leads to; its name from now on."""
        data = self._old[name]
        if self._new.get(name) == data or name in on_the_way:
            return name
        free = free_name(name, self._new)
        self._new[free] = data
        declare(self._old, self._new, name, free)
        further = [
            link
            if link.outside or reached(name, link.target) not in self._old
            else link._replace(
                target="/" + self._part(reached(name, link.target), {*on_the_way, name})
            )
            for link in links_of(self._old, name)
        ]
        if further:
            self._new[links_name(free)] = links_part(further).encode()
        return free


def free_name(name: str, parts: dict[str, bytes]) -> str:
    """The name of a part, or the next one like it that no part has."""
    stem, ending = posixpath.splitext(name)
    names = (name, *(f"{stem}-old{n + 1}{ending}" for n in range(len(parts) + 1)))
    return next(one for one in names if one not in parts)


def declare(old: dict[str, bytes], new: dict[str, bytes], name: str, free: str) -> None:
    """Declares a part that came along to be what it was in the old file."""
    kind = _kind(old[TYPES], name)
    if kind and _kind(new[TYPES], free) != kind:
        root = etree.fromstring(new[TYPES])
        known = etree.SubElement(root, f"{{{etree.QName(root).namespace}}}Override")
        known.set("PartName", f"/{free}")
        known.set("ContentType", kind)
        new[TYPES] = written_part(root)


def _kind(types: bytes, name: str) -> str:
    ending = posixpath.splitext(name)[1].removeprefix(".").casefold()
    root = etree.fromstring(types)
    named = (
        each.get("ContentType", "")
        for each in root
        if each.get("PartName", "").casefold() == f"/{name}".casefold()
    )
    by_ending = (
        each.get("ContentType", "")
        for each in root
        if each.get("Extension", "").casefold() == ending
    )
    return next((*named, *by_ending).__iter__(), "")


def linked(parts: dict[str, bytes], kind: str) -> str:
    """The part of a kind (`styles`, `numbering`, `footnotes`) that the document leads to."""
    return next(
        (reached(MAIN, link.target) for link in links_of(parts, MAIN) if link.kind == kind), ""
    )


def bring_whole(old: dict[str, bytes], new: dict[str, bytes], kind: str) -> str:
    """A part of which the new file has none of its kind, brought along empty of its own links."""
    name = linked(old, kind)
    free = free_name(name, new)
    new[free] = old[name]
    declare(old, new, name, free)
    links = links_of(new, MAIN)
    taken = {link.id for link in links}
    id = next(one for n in range(len(taken) + 1) if (one := f"{kind}{n + 1}") not in taken)
    link = Link(id, kind, f"{OFFICE}/{kind}", f"/{free}", False)
    new[links_name(MAIN)] = links_part((*links, link)).encode()
    return free


def written_part(root: _Element) -> bytes:
    """A part as it is written into a package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def without_links(parts: dict[str, bytes]) -> Iterator[str]:
    """The parts that are no lists of links."""
    return (name for name in parts if not name.endswith(RELS))
