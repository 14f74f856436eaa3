"""Three proofs of each table of random libraries, which share no abstraction.

The solver over cells, every deal judged by drafting, and z3 over numbers and records of its own.
A few libraries on every run; two hundred, with and without rules, by `make prove-deep`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import settings
from support.engines import Verdicts, by_enumeration, by_solver, every_deal
from support.native import Native
from support.random_library import random_library

from drafter.bundled import starter_library
from drafter.library.load import load
from drafter.library.model import Library, Row
from drafter.proof.mentions import mentions
from drafter.proof.solver import Solver
from drafter.proof.standing import standing

DEEP = settings().max_examples > 1_000
LIBRARIES = 200 if DEEP else 5
MOST_DEALS = 1_000  # a table with more deals is left to the other two


def verdicts(library: Library) -> Iterator[tuple[tuple[Row, ...], Verdicts, Verdicts]]:
    """Each table of the library, and what the solver and z3 say of it."""
    here = standing(library, library.precedents["deal"], mentions(library))
    solver, native = Solver(here.encoding.clauses), Native(library, "deal")
    for table in here.tables.values():
        yield table.rows, by_solver(table, here, solver), native.faults(table.rows)


def faults(found: Verdicts) -> Iterator[bool]:
    """Whether there is a gap; whether there is an overlap."""
    yield found["gap",]
    yield any(held for what, held in found.items() if what != ("gap",))


@pytest.mark.parametrize("rules", [True, False], ids=["with rules", "without rules"])
class DescribeThreeEngines:
    """The solver, enumeration and z3 agree on every gap and on every overlap of two rows."""

    def it_agrees_on_every_table(self, rules: bool) -> None:
        asked: Counter[bool] = Counter()
        pairs, judged = 0, 0
        for seed in range(LIBRARIES):
            library = random_library(seed, rules)
            for rows, by_cells, by_z3 in verdicts(library):
                assert by_cells == by_z3, (seed, rows)
                every = every_deal(rows, library)
                if every.size <= MOST_DEALS:
                    assert by_enumeration(rows, every.deals()) == by_z3, (seed, rows)
                    judged += len(by_z3)
                asked.update(faults(by_z3))
                pairs += len(by_z3)
        print(f"{LIBRARIES} libraries: {asked[True]} faults possible, {asked[False]} not;",
              f"{pairs} queries row by row, {judged} of them enumerated")  # fmt: skip
        assert min(asked.values()) >= sum(asked.values()) / 4
        assert judged >= pairs / 4


class DescribeTheShippedLibrary:
    """z3, told of it in its own words, finds what the proof finds."""

    @pytest.mark.parametrize("precedent", ["co-development", "co-marketing"])
    def it_has_no_gap_and_no_overlap(self, precedent: str) -> None:
        library, _ = load(starter_library())
        native = Native(library, precedent, strict=False)
        tables = [*library.topics.values(), *library.definitions.values()]
        assert [one.id for one in tables if any(native.faults(one.rows).values())] == []
