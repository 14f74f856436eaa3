"""A variant never stands without what its front matter says it `needs`.

Why: a clause that builds on another one is empty, or worse, without it.

Bad:

    needs: {fast-track: always}              (and fast-track may be left out)

Good:

    needs: {fast-track: creative_control is reserved}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Place
from drafter.proof.goals import Goal
from drafter.proof.outline import Standing

RULE = "needs-broken"


def goals(standing: Standing) -> Iterator[Goal]:
    """No variant stands without the topics it needs."""
    encoding = standing.encoding
    for possible in standing.variants:
        for need in possible.variant.front.needs if possible.variant else ():
            wanted = encoding.verdict(need.when).true
            bad = encoding.clauses.both((possible.stands, wanted, -standing.section(need.topic)))
            yield Goal(
                RULE,
                ("need", possible.topic, possible.id, need.topic),
                bad,
                f"`{possible.topic}/{possible.id}` needs `{need.topic}`, which is left out in "
                "these answers",
                Place(possible.variant.file) if possible.variant else None,
                f"give `needs: {need.topic}` a condition, or let `{need.topic}` stand here",
            )
