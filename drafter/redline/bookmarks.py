"""Bookmarks of the old file in the redline: those of blocks that are gone, so that references in
struck text still lead somewhere. A name that the new file has too stays with the new text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.ooxml.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBERED = tuple(
    f"{W}{name}" for name in ("bookmarkStart", "commentReference", "ins", "del", "pPrChange")
)
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


def highest_id(body: _Element) -> int:
    """The highest id of a bookmark, comment or change."""
    return max((int(one.get(_ID, "0")) for one in body.iter(*_NUMBERED)), default=0)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
