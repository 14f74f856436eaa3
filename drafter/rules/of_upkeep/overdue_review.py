"""A variant is looked at again by the day that its `review by:` names.

Why: a variant that nobody has looked at since the law changed reads as well as ever.

Bad (on 1 March 2027):

    review by: 2027-02-28

Good:

    review by: 2028-02-28

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import WARNING, Diagnostic, Place
from drafter.rules.of_upkeep.dates import read_date
from drafter.rules.of_upkeep.model import Upkeep

RULE = "overdue-review"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Variants whose day of review has passed on the day `on`."""
    library, on = upkeep.library, upkeep.on
    if on is None:
        return
    for variant in library.variants:
        due = read_date(variant.front.review_by)
        if due and due < on:
            yield Diagnostic(
                RULE,
                f"`{variant.topic}/{variant.id}` was due for review on {due}",
                Place(variant.file),
                "review it, and set the next `review by:`",
                severity=WARNING,
            )
