"""Rules over all answers to a library. They are proved; a fault comes with answers that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from drafter.diagnostics import Diagnostic
from drafter.library.model import ClauseLibrary
from drafter.proof.goals import Proof
from drafter.proof.prove import prove
from drafter.proof.statements import Hope, Rules, StatementRule, Tell
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
    question_decides_nothing,
    question_never_asked,
    recommendation_not_possible,
    recommendation_refuses,
    said_twice,
    schedule_without_clause,
    statute_out_of_place,
    term_defined_twice,
    term_without_definition,
    two_outcomes,
    unguarded_reading,
    unreachable_recommendation,
    unreachable_variant,
)


def rules_of_tables() -> tuple[StatementRule, ...]:
    """The rules that give each deal exactly one row of each table."""
    return cast(tuple[StatementRule, ...], (gap, overlap))


def rules_of_texts() -> tuple[StatementRule, ...]:
    """The rules over what is printed where every table gives one row."""
    return cast(
        tuple[StatementRule, ...],
        (
            unguarded_reading,
            dangling_reference,
            term_without_definition,
            term_defined_twice,
            needs_broken,
            conflict_together,
            two_outcomes,
            said_twice,
            statute_out_of_place,
            schedule_without_clause,
            blank_not_asked,
            empty_list,
            lone_bullet,
        ),
    )


def rules_of_advice() -> tuple[StatementRule, ...]:
    """The rules over answers that are left open, as a draft fills them."""
    return cast(tuple[StatementRule, ...], (recommendation_refuses,))


def hopes() -> tuple[Hope, ...]:
    """The rules whose faults are that no answers exist."""
    return cast(
        tuple[Hope, ...],
        (
            unreachable_variant,
            dead_text,
            question_never_asked,
            question_decides_nothing,
            unreachable_recommendation,
            recommendation_not_possible,
        ),
    )


def rules() -> tuple[StatementRule | Hope, ...]:
    """Every rule, in the order in which they speak."""
    return (*rules_of_tables(), *rules_of_texts(), *rules_of_advice(), *hopes())


def prove_library(
    library: ClauseLibrary,
    faults: Iterable[Diagnostic] = (),
    out_of_time: Callable[[], bool] = lambda: False,
    tell: Tell = lambda words: None,
) -> Proof:
    """What came of every statement that these rules make of a library; see `prove`."""
    every = Rules(rules_of_tables(), (*rules_of_texts(), *rules_of_advice()), hopes())
    return prove(library, every, faults, out_of_time, tell)
