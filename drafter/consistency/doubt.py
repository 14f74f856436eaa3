"""Rules that stay undecided although every answer is given: two periods of different units, or two
amounts in two currencies, that nothing orders. Such a rule is never silent: it warns, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.kinds.model import Missing, Record
from drafter.library.model import ConsistencyRule
from drafter.questionnaire.deal import Deal, print_answer_of
from drafter.questionnaire.model import Comparison


def with_doubts(deal: Deal) -> Deal:
    """The deal in which a comparison of two given answers that do not compare is undecided; the
    deal itself where there is none."""
    doubts = {
        id: Missing.ABSENT
        for id, fact in deal.questionnaire.facts.items()
        if isinstance(fact.rule, Comparison)
        and deal.value(id) == "open"
        and all_given((fact.rule.one, fact.rule.other), deal)
    }
    return replace(deal, values={**deal.values, **doubts}) if doubts else deal


def all_given(names: Iterable[str], deal: Deal) -> bool:
    """Whether every one of the answers is there, each field of a list's records too."""
    return not any(_lacks(deal.value(name)) for name in names)


def _lacks(value: object) -> bool:
    records = value if isinstance(value, tuple) else ()
    return isinstance(value, Missing) or any(
        isinstance(one, Record) and any(isinstance(held, Missing) for held in one.values.values())
        for one in records
    )


def in_doubt(rule: ConsistencyRule, questions: Iterable[str], deal: Deal) -> ConsistencyRule:
    """The rule as it speaks where answers do not compare: it warns at most."""
    answers = " and ".join(f"`{name}` ({print_answer_of(name, deal)})" for name in questions)
    says = f"{answers} cannot be compared, so it is not known whether this holds: {rule.message}"
    severity = "warn" if rule.severity == "block" else rule.severity
    return replace(rule, message=says, severity=severity)
