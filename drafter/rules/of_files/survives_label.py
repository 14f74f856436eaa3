"""A label under `survives:` or `covers:` stands in the text.

Why: a clause that was to survive, and whose label is misspelt, silently ends with the agreement.

Bad:

    survives: [sel-off]
    ---
    {licensee} may sell its stock. {#sell-off}

Good:

    survives: [sell-off]
    ---
    {licensee} may sell its stock. {#sell-off}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.library.model import ClauseLibrary, Variant
from drafter.prose.walk import labels

RULE = "survives-label"


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """Labels in front matter that the text does not have."""
    for variant in library.variants:
        yield from _unknown(variant)


def _unknown(variant: Variant) -> Iterator[Diagnostic]:
    known = labels(variant.text)
    named = [("survives", one) for one in variant.front.surviving_labels]
    named += [("covers", one) for one in variant.front.covers.values()]
    for key, label in named:
        if label not in known:
            yield Diagnostic(
                RULE,
                f"`{key}:` names `{label}`, which is no label of this text",
                Place(variant.file),
                did_you_mean(label, known) or "label a clause",
            )
