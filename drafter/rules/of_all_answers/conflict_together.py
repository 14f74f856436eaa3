"""Two variants that the front matter calls in conflict never stand together.

Why: the author of the one knew that it contradicts the other.

Bad:

    conflicts: [exit/any-time]               (and both fit some answers)

Good:

    choose:
      lock-in:  lock_in and exit_right is no-exit
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Place
from drafter.proof.clauses import FALSE
from drafter.proof.goals import Goal
from drafter.proof.outline import Standing

RULE = "conflict-together"


def goals(standing: Standing) -> Iterator[Goal]:
    """No two conflicting variants stand together."""
    stands = {f"{one.topic}/{one.id}": one.stands for one in standing.variants}
    for possible in standing.variants:
        for other in possible.variant.front.conflicts if possible.variant else ():
            yield Goal(
                RULE,
                ("conflict", possible.topic, possible.id, other),
                standing.encoding.clauses.both((possible.stands, stands.get(other, FALSE))),
                f"`{possible.topic}/{possible.id}` and `{other}` stand together in these answers",
                Place(possible.variant.file) if possible.variant else None,
                "make the rows that choose them exclude each other",
            )
