"""A library as it is reviewed."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from drafter.library.model import ClauseLibrary
from drafter.rules.of_style.model import Page
from drafter.rules.of_style.pages import pages


class Upkeep(NamedTuple):
    """The library, its texts as the lints read them, and the day to judge by, if one is given."""

    library: ClauseLibrary
    pages: tuple[Page, ...]
    on: date | None = None

    @classmethod
    def of(cls, library: ClauseLibrary, on: date | None = None) -> Upkeep:
        """The library on a day."""
        return cls(library, tuple(pages(library)), on)
