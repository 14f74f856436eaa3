"""A waiver names a drafting lint or a point of the topic, and gives its reason.

Why: a misspelt waiver silences nothing, and one without a reason tells the next editor nothing.

Bad:

    waive: {L71: ""}

Good:

    waive: {L17: both Parties hold one key each, so neither can act alone}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.rules.of_style import all_lints
from drafter.rules.of_upkeep.model import Upkeep

RULE = "unknown-waiver"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Waivers of nothing, and waivers without a reason."""
    library = upkeep.library
    for topic in library.topics.values():
        known = {*all_lints(), *topic.covers}
        for variant in topic.variants.values():
            for name, reason in variant.front.waive.items():
                if name not in known:
                    says = f"`waive:` names `{name}`, which is no lint and no point of the topic"
                    yield Diagnostic(RULE, says, Place(variant.file), did_you_mean(name, known))
                elif not reason.strip():
                    yield Diagnostic(
                        RULE,
                        f"`{name}` is waived without a reason",
                        Place(variant.file),
                        "say why it may stand",
                    )
