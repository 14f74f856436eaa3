"""The statements of a library, answered by three engines that share no abstraction.

A verdict says whether some answers show it: a fault that happens, a variant that is reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.library.model import ClauseLibrary
from drafter.proof.comparisons import mentions
from drafter.proof.outline import standing
from drafter.proof.solver import Solver
from drafter.rules.of_all_answers import (
    blank_not_asked,
    conflict_together,
    dangling_reference,
    dead_text,
    empty_list,
    gap,
    lone_bullet,
    needs_broken,
    overlap,
    question_never_asked,
    recommendation_not_possible,
    schedule_without_clause,
    statute_out_of_place,
    term_defined_twice,
    term_without_definition,
    two_outcomes,
    unguarded_reading,
    unreachable_recommendation,
    unreachable_variant,
)
from support.enumeration import Enumeration
from support.happenings import happenings
from support.native import Native
from support.native_library import NativeLibrary
from support.native_queries import queries

Verdicts = dict[tuple[str, ...], bool]
_FAULTS = (gap, overlap, dangling_reference, term_without_definition, term_defined_twice,
           needs_broken, conflict_together, blank_not_asked, two_outcomes, empty_list, lone_bullet,
           statute_out_of_place, schedule_without_clause, unguarded_reading)  # fmt: skip
_HOPES = (unreachable_variant, question_never_asked, dead_text, unreachable_recommendation,
          recommendation_not_possible)  # fmt: skip


def by_solver(library: ClauseLibrary, precedent: str = "deal") -> Verdicts:
    """By the proof: cases as clauses, and a solver."""
    here = standing(library, library.precedents[precedent], mentions(library))
    solver = Solver(here.encoding.clauses)
    goals = ((goal.rule, goal.about, goal.bad) for rule in _FAULTS for goal in rule.goals(here))
    wishes = ((one.rule, one.about, one.good) for hope in _HOPES for one in hope.wishes(here))
    return _answered(((rule, *about), solver.possible([literal]))
                     for rule, about, literal in (*goals, *wishes))  # fmt: skip


def by_z3(library: ClauseLibrary, precedent: str = "deal") -> Verdicts:
    """By z3: numbers, dates and records of its own."""
    native = Native(library, precedent)
    return _answered((key, native.possible(what)) for key, what in queries(NativeLibrary(native)))


def by_enumeration(library: ClauseLibrary, precedent: str = "deal") -> Verdicts:
    """By every deal, as drafting judges it."""
    every = Enumeration(library, precedent)
    return _answered((one.key, every.shows(one)) for one in happenings(library))


def _answered(found: Iterator[tuple[Any, bool]]) -> Verdicts:
    """What is stated of the same thing twice is shown when either is."""
    verdicts: Verdicts = {}
    for key, shown in found:
        verdicts[key] = verdicts.get(key, False) or shown
    return verdicts
