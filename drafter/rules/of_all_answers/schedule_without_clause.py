"""A schedule that is printed is referred to by something that is printed.

Why: a schedule that no clause gives force to binds nobody. The opposite, a clause whose schedule
is left out, is a dangling reference.

Bad:

    schedule-plan always stands; only {if milestones_fixed} names [@schedule-plan]

Good:

    choose:
      plan:      milestones_fixed
      left-out:  not milestones_fixed
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.proof.goals import Goal
from drafter.proof.outline import Standing
from drafter.prose.model import Reference

RULE = "schedule-without-clause"


def goals(standing: Standing) -> Iterator[Goal]:
    """No schedule stands alone."""
    clauses = standing.encoding.clauses
    referred: dict[str, list[int]] = {}
    for possible in standing.all_variants():
        for site in possible.printed.references:
            assert isinstance(site.what, Reference)
            for target in site.what.targets:
                if target.topic and target.topic != possible.topic:
                    stands = clauses.both((possible.stands, site.at.stands))
                    referred.setdefault(target.topic, []).append(stands)
    for id in standing.precedent.schedules:
        named = clauses.either(referred.get(id, ()))
        yield Goal(
            RULE,
            ("schedule", id),
            clauses.both((standing.section(id), -named)),
            f"`{id}` is printed, and nothing refers to it in these answers",
            standing.topics[id].place if id in standing.topics else None,
            f"refer to [@{id}] where it applies, or leave it out in these answers",
        )
