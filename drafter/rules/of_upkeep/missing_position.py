"""Where a topic has rival variants, each says which position it is.

Why: whoever negotiates must know which variant is preferred, which is the fallback, which the
floor.

Bad:

    topics/exit/any-time.md                     (no position; three rivals have one)

Good:

    position: fallback

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import WARNING, Diagnostic, Place, so_many
from drafter.rules.of_upkeep.model import Upkeep

RULE = "missing-position"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Variants without a position beside rivals. Riders differ by law and need none."""
    library = upkeep.library
    for topic in library.topics.values():
        if len(topic.variants) > 1 and not topic.within:
            for variant in topic.variants.values():
                if not variant.front.position:
                    yield Diagnostic(
                        RULE,
                        f"`{topic.id}` has {so_many(len(topic.variants), 'wording')}, and "
                        "this one has no `position:`",
                        Place(variant.file),
                        "preferred, fallback, floor or neutral",
                        severity=WARNING,
                    )
