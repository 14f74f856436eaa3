"""Rules over how a library is kept: whole, dated, explained. `drafter check` alone runs them.

A library that breaks one of them can still be drafted from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, cast

from drafter.diagnostics import NOTE, Diagnostic
from drafter.library.model import ClauseLibrary
from drafter.rules.of_files.undefined_term import ENGLISH
from drafter.rules.of_style import all_lints, run_lints
from drafter.rules.of_upkeep import (
    countries_by_hand,
    crowded_paragraph,
    definition_chain,
    edition_spelling,
    ends_too_soon,
    inoperative_point,
    lapsed_law,
    likely_fact,
    list_not_placed,
    missing_position,
    missing_summary,
    no_bounds,
    no_relations,
    no_such_time,
    nobody_gives,
    not_listed,
    overdue_review,
    party_count_wording,
    renamed_id,
    rule_twice,
    uncovered_point,
    unfinished,
    unknown_waiver,
    unsaid_nature,
    unused_definition,
)
from drafter.rules.of_upkeep.model import Upkeep


class UpkeepRule(Protocol):
    """A module of this folder."""

    RULE: str

    def check(self, upkeep: Upkeep) -> Iterable[Diagnostic]: ...


def rules() -> tuple[UpkeepRule, ...]:
    """Every rule, in the order in which they speak."""
    others = (
        unfinished,
        uncovered_point,
        crowded_paragraph,
        unused_definition,
        renamed_id,
        rule_twice,
        unknown_waiver,
        definition_chain,
        missing_position,
        nobody_gives,
        missing_summary,
        unsaid_nature,
        no_bounds,
        no_relations,
        list_not_placed,
        countries_by_hand,
        lapsed_law,
        overdue_review,
    )
    return (*readers_of_english(), *cast(tuple[UpkeepRule, ...], others))


def readers_of_english() -> tuple[UpkeepRule, ...]:
    """Those that judge words, and know English only."""
    readers = (
        likely_fact,
        party_count_wording,
        edition_spelling,
        ends_too_soon,
        not_listed,
        no_such_time,
        inoperative_point,
    )
    return cast(tuple[UpkeepRule, ...], readers)


def not_judged(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """What is not looked at because the library is in another language than English."""
    silent = [one.id for one in all_lints().values() if library.language not in one.languages]
    if silent:
        place = next(iter(library.precedents.values())).place
        names = (one.RULE for one in readers_of_english())
        what = ", ".join((f"{len(silent)} drafting lints", "undefined-term", *names))
        says = f"what reads English judges nothing in `{library.language}`: {what}"
        yield Diagnostic("not-judged", says, place, "have a reader judge it", severity=NOTE)


def run_reviews(library: ClauseLibrary, on: date | None = None) -> Iterator[Diagnostic]:
    """What these rules and the lints say, each place once; `on` is the day to judge by."""
    upkeep = Upkeep.of(library, on)
    silent = () if library.language == ENGLISH else readers_of_english()
    said = list(not_judged(library))
    said += [fault for rule in rules() if rule not in silent for fault in rule.check(upkeep)]
    yield from said
    places = {(fault.place, fault.severity) for fault in said}
    yield from (one for one in run_lints(upkeep.pages) if (one.place, one.severity) not in places)
