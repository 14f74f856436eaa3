"""A list has two bullets at least, or stands as a sentence.

Why: "(a)" without "(b)" looks like a page that was lost. Lists that repeat a bullet for each record
are as long as the deal makes them, and are left alone.

Bad:

    The licence ends: {or}
      - on breach
      - {if lock_in} after the lock-in

Good:

    The licence ends on breach.
    {if lock_in} It also ends after the lock-in.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.proof.clause_text import Bulleted
from drafter.proof.goals import Goal
from drafter.proof.outline import Standing

RULE = "lone-bullet"


def goals(standing: Standing) -> Iterator[Goal]:
    """No list comes down to one bullet."""
    both = standing.encoding.clauses.both
    for possible in standing.all_variants():
        for listed in possible.printed.lists:
            yield Goal(
                RULE,
                ("list", possible.topic, possible.id, str(listed.lead.place)),
                both((possible.stands, listed.stands, _alone(listed, standing))),
                "this list comes down to one bullet in these answers",
                listed.lead.place,
                "write the lone case as a sentence of its own, or give the list another bullet",
            )


def _alone(listed: Bulleted, standing: Standing) -> int:
    clauses = standing.encoding.clauses
    shown = [stands for stands, _ in listed.bullets]
    return clauses.either(
        clauses.both((stands, *(-other for at, other in enumerate(shown) if at != index)))
        for index, (stands, repeats) in enumerate(listed.bullets)
        if not repeats
    )
