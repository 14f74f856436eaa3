"""An agreement whose clauses use defined terms, or outlive it, prints the list of them.

Why: a term in capitals without its definition means nothing; a clause marked as surviving that no
list names ends with the agreement.

Bad, where no topic of the precedent holds `{place definitions}`:

    A notice on a day that is not a Business Day counts on the next Business Day.

Good, in a topic of its own:

    {place definitions}

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import WARNING, Diagnostic
from drafter.library.model import ClauseLibrary, Precedent, Variant
from drafter.prose.model import SurvivingClauses
from drafter.prose.walk import inlines, placed
from drafter.rules.of_upkeep.model import Upkeep

RULE = "list-not-placed"
_DEFINITIONS = "uses defined terms, and no topic places their definitions"
_SURVIVAL = "has wordings that survive, and no topic names the clauses that do"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Precedents that leave out the definitions or the surviving clauses."""
    library = upkeep.library
    for precedent in library.precedents.values():
        variants = list(_variants(library, precedent))
        if any(map(_uses_terms, variants)) and not any(map(_places_definitions, variants)):
            yield _fault(precedent, _DEFINITIONS, "{place definitions}")
        if any(map(_survives, variants)) and not any(map(_names_survivors, variants)):
            yield _fault(precedent, _SURVIVAL, "{place surviving-clauses}")


def _variants(library: ClauseLibrary, precedent: Precedent) -> Iterator[Variant]:
    """The variants of the outline, and of the riders that its topics may place."""
    listed = set(precedent.topics)
    for topic in library.topics.values():
        if topic.id in listed or topic.within in listed:
            yield from topic.variants.values()


def _uses_terms(variant: Variant) -> bool:
    return any(getattr(inline, "uses", ()) for inline in inlines(variant.text))


def _places_definitions(variant: Variant) -> bool:
    return any(one.what == "definitions" for one in placed(variant.text))


def _survives(variant: Variant) -> bool:
    return variant.front.survives or bool(variant.front.surviving_labels)


def _names_survivors(variant: Variant) -> bool:
    return any(isinstance(inline, SurvivingClauses) for inline in inlines(variant.text))


def _fault(precedent: Precedent, says: str, cure: str) -> Diagnostic:
    return Diagnostic(
        RULE,
        f"`{precedent.id}` {says}",
        precedent.place,
        f"write `{cure}` in one of its topics",
        severity=WARNING,
    )
