"""The marks of one run of changes: one author, one date, ids from one counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element


class Marks:
    """Makes `w:ins`, `w:del` and `w:pPrChange`, and counts the words they mark."""

    def __init__(self, author: str, date: str, first_id: int) -> None:
        self.author, self.date, self.id = author, date, first_id
        self.words = 0  # inserted or deleted, a field counting as one

    def mark(self, name: str) -> _Element:
        """A new mark with author, date and id."""
        element = etree.Element(f"{W}{name}")
        element.set(f"{W}id", str(self.id))
        element.set(f"{W}author", self.author)
        if self.date:
            element.set(f"{W}date", self.date)
        self.id += 1
        return element
