"""Every variant is chosen in some deal.

Why: a text that no answers choose is kept, reviewed and approved for nothing; mostly its row says
something that was not meant.

Bad:

    short:  collaboration is tactical and new_results      (a rule blocks the two together)

Good:

    short:  collaboration is tactical
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.proof.goals import Wish
from drafter.proof.outline import Standing

RULE = "unreachable-variant"


def wishes(standing: Standing) -> Iterator[Wish]:
    """Each row of each table can be chosen."""
    for (kind, id), table in standing.all_tables():
        for row in table.rows:
            yield Wish(
                RULE,
                (kind, id, row.variant),
                table.chosen[row.variant],
                f"no answers choose `{row.variant}` of `{id}`",
                row.place,
                "widen its row, or remove it and its text",
            )
