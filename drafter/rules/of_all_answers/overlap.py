"""No set of answers has two variants: the rows of a table exclude each other.

Why: two variants that both fit contradict each other, and the order of a file would decide.

Bad:

    choose:
      committee:  party_count >= 3
      managers:   party_count <= 3             (both fit three parties)

Good:

    choose:
      committee:  party_count >= 3
      managers:   party_count < 3
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.conditions.source import source
from drafter.library.model import Row
from drafter.proof.goals import Goal
from drafter.proof.outline import Standing

RULE = "overlap"


def goals(standing: Standing) -> Iterator[Goal]:
    """No two rows of a table hold together."""
    both = standing.encoding.clauses.both
    for (kind, id), table in standing.all_tables():
        for one, other in table.overlaps():
            bad = both((table.verdicts[one.variant].true, table.verdicts[other.variant].true))
            yield Goal(
                RULE,
                (kind, id, one.variant, other.variant),
                bad,
                f"`{one.variant}` and `{other.variant}` of `{id}` both fit these answers",
                one.place,
                "make the rows exclude each other",
                (_also(other),),
            )


def _also(row: Row) -> str:
    words = "always" if row.when is None else source(row.when)
    return f"the other row: {row.place}: {row.variant}: {words}"
