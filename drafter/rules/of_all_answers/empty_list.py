"""A sentence that opens a list is followed by something, and a table has a row.

Why: "The review covers:" with nothing under it is not a clause. Bullets vanish one by one under
their guards; the author of the last guard does not see the list empty.

Bad:

    The review covers: {and}
      - {if kpis_used} the Shared Measures
      - {if aims_recorded} the Value Matrix

Good:

    The review covers: {and}
      - the Project
      - {if kpis_used} the Shared Measures
      - {if aims_recorded} the Value Matrix
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.proof.goals import Goal
from drafter.proof.outline import Standing
from drafter.prose.model import WrittenTable

RULE = "empty-list"
_LIST, _TABLE = ("bullet", "list", "lead"), ("row", "table", "table")


def goals(standing: Standing) -> Iterator[Goal]:
    """No list loses all its bullets."""
    both = standing.encoding.clauses.both
    for possible in standing.all_variants():
        for listed in possible.printed.lists:
            part, whole, lead = _TABLE if isinstance(listed.lead, WrittenTable) else _LIST
            none = both(-stands for stands, _ in listed.bullets)
            yield Goal(
                RULE,
                ("list", possible.topic, possible.id, str(listed.lead.place)),
                both((possible.stands, listed.stands, none)),
                f"every {part} of this {whole} vanishes in these answers",
                listed.lead.place,
                f"guard the {lead} as well, or give the {whole} a {part} that always stands",
            )
