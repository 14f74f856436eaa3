"""The solver against enumeration on random libraries: two ways that share no abstraction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from support.random_library import random_library

from drafter.conditions.judge import judge
from drafter.conditions.model import Condition
from drafter.conditions.walk import subjects
from drafter.library.model import Library, Row
from drafter.proof.brute import Enumeration
from drafter.proof.mentions import mentions
from drafter.proof.solver import Solver
from drafter.proof.standing import Standing, standing
from drafter.proof.tables import Table
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.load import questions_behind

MOST_DEALS = 1_000
Verdicts = dict[tuple[str, ...], bool]


def names_behind(rows: tuple[Row, ...], library: Library) -> set[str]:
    """The questions of a table, those that they hang on, and those of rules that read them."""
    names: set[str] = set()
    waiting = _read([row.when for row in rows], library)
    while waiting - names:
        names |= waiting
        whens = [library.questionnaire.questions[name].ask_when for name in names]
        rules = [
            rule.when for rule in library.rules.values() if _read([rule.when], library) & names
        ]
        waiting = _read([when for when in whens if when is not None] + rules, library)
    return names


def _read(whens: Iterable[Condition | None], library: Library) -> set[str]:
    names = (name for when in whens if when is not None for name in subjects(when))
    return {
        question for name in names for question in questions_behind(name, library.questionnaire)
    }


def by_solver(table: Table, here: Standing, solver: Solver) -> Verdicts:
    """Whether a gap, and which overlaps, are possible."""
    both = here.encoding.clauses.both
    found = {("gap",): solver.possible([table.gap])}
    for one, other in table.overlaps():
        pair = [table.verdicts[row.variant].true for row in (one, other)]
        found[one.variant, other.variant] = solver.possible([both(pair)])
    return found


def by_enumeration(table: Table, deals: Iterator[Deal]) -> Verdicts:
    """The same, from every deal."""
    found = {("gap",): False} | {(one.variant, other.variant): False
                                 for one, other in table.overlaps()}  # fmt: skip
    for deal in deals:
        verdicts = {row.variant: judge(row.when, deal) for row in table.rows}
        held = [row for row, verdict in verdicts.items() if verdict]
        left = [row for row, verdict in verdicts.items() if verdict is None]
        found["gap",] |= not held and len(left) != 1
        for pair in found:
            found[pair] |= len(pair) == 2 and set(pair) <= set(held)
    return found


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
                names = names_behind(table.rows, library)
                every = Enumeration(library, "deal", names)
                if every.size <= MOST_DEALS:
                    expected = by_enumeration(table, every.deals())
                    assert by_solver(table, here, solver) == expected, (seed, id)
                    count.update(expected.values())
        assert count[True] > 15
        assert count[False] > 60
