"""An amount has bounds, or says why it has none.

Why: `0 days`, `GBP 0`, `-3` people and `900 percent` are printed as they are answered.

Bad:

    exit_notice: {asks: How much notice?, type: duration}

Good:

    exit_notice: {asks: How much notice?, type: duration, at least: 1 days, at most: 2 years}
    balance: {asks: What is the balance?, type: whole number, no bounds: a loss is a negative one}

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import WARNING, Diagnostic
from drafter.kinds.sort import Bounds
from drafter.questionnaire.model import Question
from drafter.rules.of_upkeep.model import Upkeep

RULE = "no-bounds"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Numbers, money, percentages, dates and periods that nothing bounds, fields too."""
    library = upkeep.library
    for question in library.questionnaire.questions.values():
        for one in (question, *question.fields.values()):
            if one.kind.sort.ordered and one.kind.bounds == Bounds() and not one.no_bounds:
                yield _fault(one)


def _fault(question: Question) -> Diagnostic:
    says = f"`{question.id}` ({question.kind.sort.name}) takes any amount, however small or large"
    cure = "say `at least:` or `more than:` and `at most:`, or `no bounds:` and why"
    return Diagnostic(RULE, says, question.place, cure, severity=WARNING)
