"""Every statement of random libraries, answered three times by engines that share no abstraction.

The solver over cases, every deal judged by drafting, and z3 over numbers and records of its own.
A few libraries on every run; two hundred, with and without rules, by `make prove-deep`.
"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import settings
from support.engines import Verdicts, by_enumeration, by_solver, by_z3
from support.native import Native
from support.random_library import random_library

from drafter.bundled import starter_library
from drafter.library.load import load

DEEP = settings().max_examples > 1_000
# Of the few, in 9 a period in working days decides neither of two tests in months, and in 29 a rule
# blocks what is recommended, and a class leans on what was not asked.
SEEDS = range(200) if DEEP else (0, 1, 9, 29)


def disagreements(verdicts: list[Verdicts]) -> list[tuple[tuple[str, ...], list[bool]]]:
    """The statements that are not answered alike; one that is folded away is not possible."""
    found = {key: [one.get(key, False) for one in verdicts] for key in set().union(*verdicts)}
    return [(key, said) for key, said in sorted(found.items()) if len(set(said)) > 1]


@pytest.mark.parametrize("rules", [True, False], ids=["with rules", "without rules"])
class DescribeThreeEngines:
    """The solver, enumeration and z3 agree on every statement about tables and texts."""

    def it_agrees_on_every_statement(self, rules: bool) -> None:
        asked: Counter[tuple[str, bool]] = Counter()
        for seed in SEEDS:
            library = random_library(seed, rules)
            enumerated, by_their_own = by_enumeration(library), by_z3(library)
            assert disagreements([by_solver(library), enumerated, by_their_own]) == [], seed
            assert enumerated.keys() == by_their_own.keys()
            asked.update((key[0], shown) for key, shown in enumerated.items())
        self.tell(asked)
        possible = sum(count for (_, shown), count in asked.items() if shown)
        assert asked.total() / 4 <= possible <= asked.total() * 3 / 4

    def tell(self, asked: Counter[tuple[str, bool]]) -> None:
        """Print what was asked, each answered by all three."""
        print(f"\n{len(SEEDS)} libraries, {asked.total()} queries, no disagreement")
        for rule in sorted({rule for rule, _ in asked}):
            print(f"  {rule:<26}{asked[rule, True]:>7} possible{asked[rule, False]:>7} not")
        print(f"  {'all':<26}{sum(n for (_, yes), n in asked.items() if yes):>7} possible"
              f"{sum(n for (_, yes), n in asked.items() if not yes):>7} not")  # fmt: skip


class DescribeTheShippedLibrary:
    """z3, told of it in its own words, finds what the proof finds."""

    @pytest.mark.parametrize("precedent", ["co-development", "co-marketing"])
    def it_has_no_gap_and_no_overlap(self, precedent: str) -> None:
        library, _ = load(starter_library())
        native = Native(library, precedent, strict=False)
        tables = [*library.topics.values(), *library.definitions.values()]
        assert [one.id for one in tables if any(native.faults(one.rows).values())] == []
