"""Which conditions hold only because a question was not asked.

A test of a question that was not asked is false, so its opposite is true: `not pilot` holds in a
deal that never came to speak of pilots. That may be meant, but then it is written.
"""

from __future__ import annotations

from drafter.conditions.model import (
    All,
    Condition,
    Either,
    Holds,
    Is,
    Not,
    RecordsTest,
    SomeTwo,
    Subject,
    TopicStands,
)
from drafter.conditions.walk import tests
from drafter.diagnostics import Place
from drafter.kinds.model import Missing
from drafter.proof.clauses import FALSE, TRUE
from drafter.proof.encode import Encoding
from drafter.proof.encoded import LoopSignatures
from drafter.questionnaire.model import Classification, NamedCondition


def guarded(
    condition: Condition, encoding: Encoding, loops: LoopSignatures, negated: bool = False
) -> int:
    """The condition (or its opposite) holds, and by no test of a question that was not asked."""
    both, either = encoding.clauses.both, encoding.clauses.either
    match condition:
        case Not(part):
            return guarded(part, encoding, loops, not negated)
        case All(parts) | Either(parts):
            join = both if isinstance(condition, All) is not negated else either
            return join([guarded(part, encoding, loops, negated) for part in parts])
        case Holds((name,)) if name not in loops and name in encoding.names.facts:
            return _fact(condition, name, encoding, loops, negated)
        case Is((name,)) if name in encoding.names.facts:
            return _fact(condition, name, encoding, loops, negated)
    verdict = encoding.verdict(condition, loops)
    if not negated:
        none = isinstance(condition, RecordsTest) and condition.quantifier == "no"
        return both((verdict.true, -_skipped(condition, encoding, loops))) if none else verdict.true
    return both((verdict.false, -_skipped(condition, encoding, loops)))


def _fact(
    condition: Holds | Is, name: str, encoding: Encoding, loops: LoopSignatures, negated: bool
) -> int:
    """A fact leans on a question as the condition under its name does."""
    rule = encoding.names.facts[name].rule
    if isinstance(rule, NamedCondition):
        return guarded(rule.when, encoding, {}, negated)
    if isinstance(rule, Classification) and isinstance(condition, Is):
        wanted = [
            when for row, when in rule.rows.items() if (row in condition.values) is not negated
        ]
        held = encoding.clauses.either(guarded(when, encoding, {}) for when in wanted)
        verdict = encoding.verdict(condition, loops)
        return encoding.clauses.both((held, verdict.false if negated else verdict.true))
    verdict = encoding.verdict(condition, loops)
    return verdict.false if negated else verdict.true


def _skipped(condition: Condition, encoding: Encoding, loops: LoopSignatures) -> int:
    """The question that a test reads was not asked."""
    if isinstance(condition, RecordsTest | SomeTwo):
        return encoding.listed(condition.list).not_asked
    subject: Subject = getattr(condition, "subject", ())
    if isinstance(condition, TopicStands) or not subject or subject[0] in loops:
        return FALSE
    return encoding.group(subject[0]).at(Missing.NOT_ASKED)


def first_place(condition: Condition) -> Place | None:
    """Where a condition is written: at its first test."""
    return next(
        (place for test in tests(condition) if (place := getattr(test, "place", None)) is not None),
        None,
    )


__all__ = ["TRUE", "first_place", "guarded"]
