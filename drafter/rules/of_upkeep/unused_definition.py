"""A definition is used by a clause, or by a definition that is.

Why: a term that nobody uses is never printed; it is there to be edited in vain.

Bad:

    definitions/outcome.md                      (no text says Outcome)

Good:

    Each Outcome belongs to the Party that made it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Diagnostic
from drafter.prose.model import Fill, TermUse, Text, Words
from drafter.prose.walk import inlines
from drafter.rules.of_upkeep.model import Upkeep

RULE = "unused-definition"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Definitions that no clause uses, not even through another definition."""
    library = upkeep.library
    used: set[str] = set()
    waiting = {
        id
        for topic in library.topics.values()
        for variant in topic.variants.values()
        for id in uses(variant.text)
    }
    while waiting:
        used |= waiting
        waiting = {
            id
            for name in waiting
            if name in library.definitions
            for text in library.definitions[name].texts.values()
            for id in uses(text)
        } - used
    for definition in library.definitions.values():
        if definition.id not in used:
            yield Diagnostic(
                RULE,
                f"no clause uses `{definition.term}`",
                definition.place,
                "remove it, or use it",
            )


def uses(text: Text) -> Iterator[str]:
    """The ids of the definitions that a text uses."""
    for inline in inlines(text):
        if isinstance(inline, Words | TermUse | Fill):
            yield from inline.uses
