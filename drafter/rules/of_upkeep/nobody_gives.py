"""A variant that gives ground says who may give it.

Why: a fallback that anybody may give is no fallback; whoever negotiates must know whom to ask
before the other side hears of it.

Bad:

    position: fallback

Good:

    position: fallback
    approval from: finance director

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import WARNING, Diagnostic, Place
from drafter.library.model import GIVES_GROUND
from drafter.rules.of_upkeep.model import Upkeep

RULE = "nobody-gives"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Fallbacks and floors without `approval from:`."""
    for variant in upkeep.library.variants:
        front = variant.front
        if front.position in GIVES_GROUND and not front.approval_from:
            says = f"`{variant.topic}/{variant.id}` is a {front.position}, and nobody may give it"
            cure = "name the office that may: `approval from: finance director`"
            yield Diagnostic(RULE, says, Place(variant.file), cure, severity=WARNING)
