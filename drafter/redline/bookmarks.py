"""Bookmarks of the old file in the redline: those of blocks that are gone, so that references in
struck text still lead somewhere. A name that the new file has too stays with the new text.

Where that is another text than the old file gave the name, the old one goes by another name, and
so do the references to it: whoever rejects the changes is led where the old file led.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from drafter.ooxml.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBERED = tuple(
    f"{W}{name}" for name in ("bookmarkStart", "commentReference", "ins", "del", "pPrChange")
)
LONGEST = 40  # characters of a name
_BEFORE = "_was"
_CODE, _ANCHOR, _LINK = f"{W}instrText", f"{W}anchor", f"{W}hyperlink"
_START, _END, _NAME, _ID = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}name", f"{W}id"


class OldBookmarks:
    """Takes from the old paragraphs what must not stand twice; gives new ids to the rest."""

    def __init__(self, new: _Element) -> None:
        self.names = {mark.get(_NAME) for mark in new.iter(_START)}
        self.offset = highest_id(new)

    def keep(self, element: _Element) -> None:
        """Leaves an old block only the bookmarks that the new file has not."""
        twice = {mark.get(_ID) for mark in element.iter(_START) if mark.get(_NAME) in self.names}
        for mark in list(element.iter(_START, _END)):
            if mark.get(_ID) in twice:
                _remove(mark)
            else:
                mark.set(_ID, str(int(mark.get(_ID, "0")) + self.offset))


def names_in(element: _Element) -> frozenset[str]:
    """The names of the bookmarks that begin in an element."""
    return frozenset(mark.get(_NAME, "") for mark in element.iter(_START))


def asked_for(body: _Element) -> frozenset[str]:
    """The names that references and links of a body lead to, and all other words of their codes."""
    codes = (word for code in body.iter(_CODE) for word in (code.text or "").split())
    return frozenset([*codes, *(link.get(_ANCHOR, "") for link in body.iter(_LINK))])


def give_other_names(body: _Element, names: Collection[str], taken: Collection[str]) -> None:
    """Bookmarks of these names, and what leads to them, go by names that are free."""
    if not names:
        return
    others = dict(_other_names(names, taken))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(others)))})(?!\w)")
    for mark in body.iter(_START):
        mark.set(_NAME, others.get(mark.get(_NAME, ""), mark.get(_NAME, "")))
    for code in body.iter(_CODE):
        code.text = pattern.sub(lambda found: others[found[0]], code.text or "")
    for link in body.iter(_LINK):
        if (anchor := link.get(_ANCHOR, "")) in others:
            link.set(_ANCHOR, others[anchor])


def _other_names(names: Collection[str], taken: Collection[str]) -> Iterator[tuple[str, str]]:
    used = {name.casefold() for name in taken}
    for name in sorted(names):
        ends = (_BEFORE, *(f"{_BEFORE}{n}" for n in range(2, len(used) + 3)))
        free = next(
            other
            for end in ends
            if (other := name[: LONGEST - len(end)] + end).casefold() not in used
        )
        used.add(free.casefold())
        yield name, free


def highest_id(body: _Element) -> int:
    """The highest id of a bookmark, comment or change."""
    return max((int(one.get(_ID, "0")) for one in body.iter(*_NUMBERED)), default=0)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
