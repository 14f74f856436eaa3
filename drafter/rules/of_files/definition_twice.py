"""One spelling belongs to one definition.

Why: a term with two meanings has none.

Bad:

    definitions/result.md    forms: [Results]
    definitions/outcome.md   forms: [Results]

Good:

    definitions/result.md    forms: [Results]
    definitions/outcome.md   forms: [Outcomes]
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Diagnostic, Place
from drafter.library.model import ClauseLibrary
from drafter.prose.walk import terms_defined

RULE = "definition-twice"


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """Spellings that two definitions claim, and terms defined both in the list and in a clause."""
    owner: dict[str, str] = {}
    for definition in library.definitions.values():
        for form in definition.forms:
            if owner.setdefault(form, definition.id) != definition.id:
                yield _fault(form, owner[form], definition.id, definition.place)
    for variant in library.variants:
        for term in terms_defined(variant.text):
            if term.words in owner:
                yield _fault(term.words, owner[term.words], variant.topic, term.place)


def _fault(form: str, one: str, other: str, place: Place | None) -> Diagnostic:
    says = f"`{form}` is defined by `{one}` and by `{other}`"
    return Diagnostic(RULE, says, place, "keep one, or name the other thing by another word")
