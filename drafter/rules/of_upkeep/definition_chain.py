"""A definition can be read without following more than two others, and never leads back to itself.

Why: a reader holds two open questions in mind, not five; a circle defines nothing.

Bad:

    **Fee** means the sum due for a Service.    **Service** means work for a Fee.

Good:

    **Fee** means the sum in [@payment].        **Service** means work for a Fee.

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.diagnostics import WARNING, Diagnostic, so_many
from drafter.rules.of_upkeep.model import Upkeep
from drafter.rules.of_upkeep.unused_definition import uses

RULE = "definition-chain"
_DEEPEST = 2
_EVERYWHERE = frozenset({"party", "agreement", "project", "result", "product", "affiliate"})
"""Terms that every reader holds after the first page; a chain is not counted through them."""


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Circles of definitions, and definitions with a chain of more than two beneath them."""
    library = upkeep.library
    next_to = {
        id: sorted(
            {one for text in definition.texts.values() for one in uses(text)}
            & library.definitions.keys() - _EVERYWHERE - {id}
        )
        for id, definition in library.definitions.items()
    }
    for id, definition in library.definitions.items():
        chain = _longest((id,), next_to)
        terms = [library.definitions[one].term for one in chain]
        if chain[-1] in chain[:-1]:
            if id == min(chain) and id in chain[1:]:  # each circle once
                yield Diagnostic(
                    RULE,
                    "the definitions run in a circle: " + " > ".join(terms),
                    definition.place,
                    "define one of them without the others",
                    severity=WARNING,
                )
        elif len(chain) - 1 > _DEEPEST:
            yield Diagnostic(
                RULE,
                f"`{terms[0]}` is understood through {so_many(len(chain) - 1, 'other')}: "
                + " > ".join(terms),
                definition.place,
                "say it in plain words at one of the steps",
                severity=WARNING,
            )


def _longest(chain: tuple[str, ...], next_to: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The longest chain that goes on from here; it ends where it meets itself."""
    if chain[-1] in chain[:-1]:
        return chain
    return max(
        (_longest((*chain, one), next_to) for one in next_to[chain[-1]]), key=len, default=chain
    )
