"""The law that a variant or a rule rests on is in force.

Why: a variant that displaces a repealed rule protects nobody, and a warning about it misleads.

Bad (on 1 March 2027):

    legal basis: [{law: Licence Act, valid from: 1998-01-01, valid to: 2026-12-31}]

Good:

    legal basis: [{law: Licence Act 2026, valid from: 2027-01-01}]

Effect: A warning, and a note where the law is yet to come: `drafter check` does not
end with 1 for it. A draft warns of each law that is out of force on its day, and what goes to the
other side or to signature needs a named override.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from drafter.diagnostics import NOTE, WARNING, Diagnostic, Place
from drafter.library.model import Law
from drafter.rules.of_upkeep.dates import read_date
from drafter.rules.of_upkeep.model import Upkeep

RULE = "lapsed-law"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Laws that are no longer, or not yet, in force on the day `on`."""
    library, on = upkeep.library, upkeep.on
    if on is None:
        return
    for variant in library.variants:
        for law in variant.front.legal_basis:
            yield from _law(law, Place(variant.file), on)
    for rule in library.rules.values():
        yield from _law(Law(rule.source or rule.id, *rule.law), rule.place, on)


def _law(law: Law, place: Place | None, on: date) -> Iterator[Diagnostic]:
    since, until = read_date(law.valid_from), read_date(law.valid_to)
    if until and until < on:
        yield Diagnostic(
            RULE,
            f"`{law.law}` is out of force since {until}",
            place,
            "look at the law that replaced it",
            severity=WARNING,
        )
    elif since and since > on:
        yield Diagnostic(
            RULE,
            f"`{law.law}` is not in force before {since}",
            place,
            "nothing to do if the wording is meant for later",
            severity=NOTE,
        )
