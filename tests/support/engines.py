"""Whether tables have gaps and overlaps: said by the solver, and by judging every deal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from drafter.conditions.judge import judge
from drafter.conditions.model import Condition
from drafter.conditions.walk import subjects
from drafter.library.model import Library, Row
from drafter.proof.brute import Enumeration
from drafter.proof.solver import Solver
from drafter.proof.standing import Standing
from drafter.proof.tables import Table
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.load import questions_behind

Verdicts = dict[tuple[str, ...], bool]


def every_deal(rows: tuple[Row, ...], library: Library) -> Enumeration:
    """All deals over the questions that a table rests on."""
    return Enumeration(library, "deal", names_behind(rows, library))


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


def by_enumeration(rows: tuple[Row, ...], deals: Iterator[Deal]) -> Verdicts:
    """The same, from every deal."""
    pairs = combinations((row.variant for row in rows), 2)
    found: Verdicts = {("gap",): False} | dict.fromkeys(pairs, False)
    for deal in deals:
        verdicts = {row.variant: judge(row.when, deal) for row in rows}
        held = [row for row, verdict in verdicts.items() if verdict]
        left = [row for row, verdict in verdicts.items() if verdict is None]
        found["gap",] |= not held and len(left) != 1
        for pair in found:
            found[pair] |= len(pair) == 2 and set(pair) <= set(held)
    return found
