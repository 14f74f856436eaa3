"""Each question says whether it is a fact, a choice or for counsel to decide.

Why: the nature says who may answer. Only a choice is recommended, and a question that says nothing
counts as one.

Bad:

    cure_time: {asks: How long may a breach be cured?, type: duration}

Good:

    cure_time: {asks: How long may a breach be cured?, type: duration, nature: choice}

Effect: A warning: `drafter check` tells it, and does not end with 1 for it. A library of which no
question says it, as libraries were written before, is told once, in a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import NOTE, WARNING, Diagnostic
from drafter.rules.of_upkeep.model import Upkeep

RULE = "unsaid-nature"
_CURE = "say `nature:` fact, choice or counsel decides"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Questions that do not say their nature; a field is of that of its list."""
    questions = upkeep.library.questionnaire.questions.values()
    silent = [one for one in questions if one.nature is None]
    if silent and len(silent) == len(questions):
        says = "no question says its nature, so each counts as a choice"
        yield Diagnostic(RULE, says, silent[0].place, _CURE, severity=NOTE)
        return
    for one in silent:
        says = f"`{one.id}` does not say its nature, and counts as a choice"
        yield Diagnostic(RULE, says, one.place, _CURE, severity=WARNING)
