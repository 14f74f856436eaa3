"""A variant says in one plain sentence what it does.

Why: the summary is what the key-terms sheet shows to those who read no clauses.

Bad:

    ---
    position: preferred
    ---

Good:

    ---
    position: preferred
    summary: "Either party may leave on 30 days' notice."
    ---

Effect: A note: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import NOTE, Diagnostic, Place
from drafter.rules.of_upkeep.model import Upkeep

RULE = "missing-summary"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Variants without a summary."""
    library = upkeep.library
    for variant in library.variants:
        if not variant.front.summary:
            yield Diagnostic(
                RULE,
                f"`{variant.topic}/{variant.id}` has no `summary:`",
                Place(variant.file),
                "say in one sentence what it does",
                severity=NOTE,
            )
