"""The marks of one run of changes: one author, one date, ids from one counter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from lxml import etree

from drafter.diagnostics import Diagnostic, quoted
from drafter.kinds import TEXT, Kind, NotAValue, read_value
from drafter.ooxml.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element


class RevisionMarks:
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


def mark_faults(author: str, date: str) -> Iterator[Diagnostic]:
    """Why the marks cannot carry this author or date."""
    try:
        read_value(author, Kind(TEXT))
    except NotAValue as fault:
        yield Diagnostic("wrong-text", f"author: {fault.says}", None, fault.cure)
    try:
        if date:
            datetime.strptime(date, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        says = f"{quoted(date)} is no date and time"
        yield Diagnostic("wrong-date", says, None, "write it as 2027-03-05T09:00:00Z")
