"""Each rule over answers has an id and a condition of its own.

Why: an override names a rule by its id, and where two rules say one thing a lawyer is warned twice
and overrides half of it. A folder that tells `R1a` from `R1A` is one file short elsewhere.

Bad:

    consistency/R1.yaml: {severity: warn, when: cap < EUR 1000, message: The cap is low.}
    consistency/R2.yaml: {severity: block, when: cap < EUR 1000, message: The cap is too low.}

Good:

    consistency/R1.yaml: {severity: warn, when: cap < EUR 1000, message: The cap is low.}

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.conditions.source import source
from drafter.diagnostics import WARNING, Diagnostic
from drafter.rules.of_upkeep.model import Upkeep

RULE = "rule-twice"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Rules of one id but for case, and rules of one condition."""
    by_id: dict[str, str] = {}
    by_condition: dict[str, str] = {}
    for rule in upkeep.library.rules.values():
        first = by_id.setdefault(rule.id.casefold(), rule.id)
        alike = by_condition.setdefault(source(rule.when), rule.id)
        says = ""
        if first != rule.id:
            says = f"`{rule.id}` and `{first}` differ by capital letters only"
        elif alike != rule.id:
            says = f"`{rule.id}` and `{alike}` fire on the same condition"
        if says:
            cure = "drop one of the two, or say how they differ"
            yield Diagnostic(RULE, says, rule.place, cure, severity=WARNING)
