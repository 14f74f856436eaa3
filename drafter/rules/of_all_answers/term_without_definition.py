"""Where a defined term is used, its definition is printed.

Why: capitals promise a definition. A definition whose table leaves it out or whose every paragraph
has a guard that fails, or a term that another variant of a clause defines, breaks the promise in
some deals only, where no reader of the library sees it.

Bad:

    definitions/budget/    left-out: not shared_costs
    (and a clause that always stands says "within the Budget")

Good:

    {if shared_costs} Costs stay within the Budget.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.proof.clauses import TRUE
from drafter.proof.goals import Goal
from drafter.proof.outline import Standing
from drafter.prose.model import Term
from drafter.prose.walk import terms_defined

RULE = "term-without-definition"


def goals(standing: Standing) -> Iterator[Goal]:
    """No term is used without its definition."""
    clauses = standing.encoding.clauses
    defined = _defined(standing)
    for possible in standing.all_variants():
        for site in possible.printed.uses:
            term = str(site.what)
            here = defined.get(term, [])
            if TRUE not in here:
                stands = clauses.both((possible.stands, site.at.stands))
                name = _name(term, standing)
                yield Goal(
                    RULE,
                    ("use", possible.topic, possible.id, term, str(site.place)),
                    clauses.both((stands, *(-one for one in here))),
                    f"`{name}` is used, and nothing defines it in these answers",
                    site.place,
                    f"guard the sentence, or define `{name}` in these answers too",
                )


def _defined(standing: Standing) -> dict[str, list[int]]:
    """When each term has its definition: one of the list, or one within a clause."""
    either, both = standing.encoding.clauses.either, standing.encoding.clauses.both
    found = {
        id: [both((one.stands, either(one.printed.blocks))) for one in standing.definition(id)]
        for id in standing.terms
    }
    owners = owners_of(standing)
    for possible in standing.variants:
        for site in possible.printed.terms:
            assert isinstance(site.what, Term)
            owner = owners.get(site.what.words)
            if owner:
                found.setdefault(owner, []).append(both((possible.stands, site.at.stands)))
    return found


def owners_of(standing: Standing) -> dict[str, str]:
    """The id under which each term that a clause defines is looked for."""
    found: dict[str, str] = {}
    for variant in standing.library.variants:
        for term in terms_defined(variant.text):
            found.setdefault(term.words, f"{variant.topic}:{term.words}")
    return found


def _name(term: str, standing: Standing) -> str:
    definition = standing.library.definitions.get(term)
    return definition.term if definition else term.partition(":")[2]
