"""No row and no guard holds only because a question was not asked.

Why: a test of a question that was not asked is false, so `not` of it is true. A clause that stands
on such a test stands in deals that never came to speak of its matter.

Bad:

    pilot_cap:  {ask when: pilot}
    left-out:   not pilot_cap                (true in every deal without a pilot)

Good:

    left-out:   not pilot or (pilot and not pilot_cap)
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.conditions.model import Condition
from drafter.conditions.source import source
from drafter.diagnostics import Place
from drafter.proof.clauses import FALSE, TRUE
from drafter.proof.encoded import LoopSignatures
from drafter.proof.goals import Goal
from drafter.proof.outline import Standing
from drafter.proof.unasked import first_place, guarded
from drafter.prose.model import When

RULE = "unguarded-reading"


def goals(standing: Standing) -> Iterator[Goal]:
    """No condition of a table, of a need or of a text leans on a question that was not asked."""
    for (kind, id), table in standing.all_tables():
        for row in table.rows:
            if row.when is not None and kind != "fact":
                yield _goal(standing, TRUE, row.when, {}, (kind, id, row.variant), row.place)
    for possible in standing.all_variants():
        for site in possible.printed.guards:
            assert isinstance(site.what, When)
            stands = standing.encoding.clauses.both((possible.stands, site.at.stands))
            place = first_place(site.what.condition)
            about = ("text", possible.topic, possible.id, str(place))
            yield _goal(standing, stands, site.what.condition, site.at.loops, about, place)


def _goal(
    standing: Standing,
    stands: int,
    condition: Condition,
    loops: LoopSignatures,
    about: tuple[str, ...],
    place: Place | None,
) -> Goal:
    encoding = standing.encoding
    holds = encoding.verdict(condition, loops).true
    sound = guarded(condition, encoding, loops)
    bad = encoding.clauses.both((stands, holds, -sound))
    said = source(condition) if bad != FALSE else "it"  # thousands of texts that nobody reads
    says = f"`{said}` holds only because a question was not asked"
    cure = "name the case in which the question is asked, beside the one in which it is not"
    return Goal(RULE, about, bad, says, place, cure)
