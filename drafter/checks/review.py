"""The rules that `check` alone runs: how the library is written, kept and dated.

A library that breaks one of them can still be drafted from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from drafter.checks.undefined_term import ENGLISH
from drafter.diagnostics import NOTE, Diagnostic
from drafter.library.model import Library

if TYPE_CHECKING:
    from drafter.checks.lints.model import Page

Review = Callable[[Library], Iterable[Diagnostic]]
Dated = Callable[[Library, date], Iterable[Diagnostic]]
Paged = Callable[[Library, "Iterable[Page]"], Iterable[Diagnostic]]


def all_reviews() -> dict[str, Review]:
    """Every rule of review that needs the library alone, by its name."""
    from drafter.checks import (
        definition_chain,
        likely_fact,
        missing_position,
        missing_summary,
        no_bounds,
        renamed_id,
        uncovered_point,
        unfinished,
        unknown_waiver,
        unused_definition,
    )

    modules = (unfinished, uncovered_point, unused_definition, renamed_id,
               unknown_waiver, definition_chain, missing_position, missing_summary,
               likely_fact, no_bounds)  # fmt: skip
    return {module.RULE: module.check for module in modules}


def dated_reviews() -> dict[str, Dated]:
    """Every rule of review that asks what day it is, by its name."""
    from drafter.checks import lapsed_law, overdue_review

    return {module.RULE: module.check for module in (lapsed_law, overdue_review)}


def paged_reviews() -> dict[str, Paged]:
    """Every rule of review that reads the texts as the lints do, by its name."""
    from drafter.checks import edition_spelling, ends_too_soon, party_count_wording

    modules = (party_count_wording, edition_spelling, ends_too_soon)
    return {module.RULE: module.check for module in modules}


def not_judged(library: Library) -> Iterator[Diagnostic]:
    """What is not looked at because the library is in another language than English."""
    from drafter.checks.lints import all_lints

    silent = [one.id for one in all_lints().values() if library.language not in one.languages]
    if silent:
        place = next(iter(library.precedents.values())).place
        rules = ", ".join((f"{len(silent)} drafting lints", "undefined-term", *paged_reviews()))
        says = f"what reads English judges nothing in `{library.language}`: {rules}"
        yield Diagnostic("not-judged", says, place, "have a reader judge it", severity=NOTE)


def run_reviews(library: Library, on: date | None = None) -> Iterator[Diagnostic]:
    """What the rules of review and the lints say, each place once; `on` is the day to judge by."""
    from drafter.checks.lints import run_lints
    from drafter.checks.lints.pages import pages

    read = tuple(pages(library))
    english = library.language == ENGLISH
    said = [fault for review in paged_reviews().values() if english
            for fault in review(library, read)]  # fmt: skip
    said += not_judged(library)
    said += [fault for review in all_reviews().values() for fault in review(library)]
    if on is not None:
        said += [fault for review in dated_reviews().values() for fault in review(library, on)]
    yield from said
    places = {(fault.place, fault.severity) for fault in said}
    yield from (one for one in run_lints(read) if (one.place, one.severity) not in places)
