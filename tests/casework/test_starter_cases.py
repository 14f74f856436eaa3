"""The cases of the starter library: a lawyer's tests that leave no wording out."""

from __future__ import annotations

from collections import Counter
from functools import cache

from support.coverage_page import lawyers_cases
from support.examples import starter

from drafter.casework.run import CaseOutcome, run_case


@cache
def outcomes() -> tuple[CaseOutcome, ...]:
    """Every case, run."""
    return tuple(run_case(starter(), case) for case in lawyers_cases())


def wordings() -> set[str]:
    """Every wording by its name."""
    return {f"{one.topic}/{one.id}" for one in starter().clauses.variants}


def chosen(outcome: CaseOutcome) -> set[str]:
    """The wordings that the deal of a case takes."""
    if outcome.decision is None:
        return set()
    topics = outcome.decision.selection.chosen.items()
    return {f"{topic}/{one.variant.id}" for topic, one in topics if one.variant}


class DescribeTheStarterCases:
    """Whoever spoils the table of a topic hears it from a case of the deal that needs it."""

    def it_expects_every_wording_by_name_in_some_case(self) -> None:
        named = {
            f"{topic}/{variant}"
            for one in outcomes()
            for topic, variant in one.case.expected.variants.items()
        }
        assert sorted(wordings() - named) == []

    def it_reaches_every_wording_in_two_cases_or_more(self) -> None:
        counts = Counter(name for one in outcomes() for name in chosen(one))
        assert sorted(name for name in wordings() if counts[name] < 2) == []
