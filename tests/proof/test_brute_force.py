"""The solver against enumeration on random libraries: two ways that share no abstraction."""

from __future__ import annotations

from collections import Counter

import pytest
from support.engines import by_enumeration, by_solver, every_deal
from support.random_library import random_library

from drafter.proof.mentions import mentions
from drafter.proof.solver import Solver
from drafter.proof.standing import standing

MOST_DEALS = 1_000


@pytest.mark.parametrize("rules", [True, False], ids=["with rules", "without rules"])
class DescribeTheSolverAndEnumeration:
    """What the solver says is impossible happens in no deal; what it says is possible happens."""

    def it_agrees_on_every_table_that_can_be_enumerated(self, rules: bool) -> None:
        count: Counter[bool] = Counter()
        for seed in range(12):
            library = random_library(seed, rules)
            here = standing(library, library.precedents["deal"], mentions(library))
            solver = Solver(here.encoding.clauses)
            for id, table in here.tables.items():
                every = every_deal(table.rows, library)
                if every.size <= MOST_DEALS:
                    expected = by_enumeration(table.rows, every.deals())
                    assert by_solver(table, here, solver) == expected, (seed, id)
                    count.update(expected.values())
        assert count[True] > 15
        assert count[False] > 60
