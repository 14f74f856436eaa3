"""Words for two parties stand only where three can never be.

Why: "the other Party" is true for two, and leaves the third out.

Bad (in a wording that a deal of three can have):

    A Party may leave by telling the other Party. Both Parties then stop work.

Good:

    A Party may leave by telling each other Party. Each Party then stops work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from drafter.diagnostics import Diagnostic, Place
from drafter.rules.of_style.model import Page
from drafter.rules.of_upkeep.model import Upkeep

RULE = "party-count-wording"
_FOR_TWO = {
    "both Parties": "each Party, or all Parties",
    "both of the Parties": "each Party, or all Parties",
    "the two Parties": "the Parties",
    "the other Party": "each other Party, or the role",
    "each of the two": "each Party",
    "one Party or the other": "a Party",
}


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Words for two where no row, guard, host or precedent keeps the text to two parties."""
    library, pages = upkeep.library, upkeep.pages
    cures = _FOR_TWO | {two: many for many, two in library.words.bends.items()}
    words = "|".join(re.escape(one) for one in sorted(cures, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for page in pages:
        yield from _found(page, pattern, {two.lower(): many for two, many in cures.items()})


def _found(page: Page, pattern: re.Pattern[str], cures: Mapping[str, str]) -> Iterator[Diagnostic]:
    for found in pattern.finditer(page.masked):
        line, start = page.at(found.start())
        if line.for_two:
            continue
        yield Diagnostic(
            RULE,
            f"`{found[0]}` counts two Parties, and three can meet this text",
            _within(line.place, start, len(found[0])),
            f"write `{cures[found[0].lower()]}`, or keep the row to two parties",
        )


def _within(place: Place | None, start: int, width: int) -> Place | None:
    return place and replace(place, column=place.column + start, width=width)
