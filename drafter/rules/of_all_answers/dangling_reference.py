"""Where a reference is printed, what it points at is printed too.

Why: "subject to clause 9" in an agreement without such a clause is the fault that readers find.
Labels that stand only in some variants, under guards or in loops are followed as drafting prints
them, riders where their host places them; a clause that refers to a schedule that is left out is
this fault. A reference to a topic that the library does not have is `reference-target`, told once.

Bad:

    Sales follow [@quality.approval].           (and quality may be left out)

Good:

    {if @quality} Sales follow [@quality.approval].
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.proof.clause_text import Site
from drafter.proof.goals import Goal
from drafter.proof.outline import PossibleVariant, Standing
from drafter.prose.model import Reference, Target

RULE = "dangling-reference"


def goals(standing: Standing) -> Iterator[Goal]:
    """No reference is printed without its target."""
    for possible in standing.all_variants():
        for site in possible.printed.references:
            assert isinstance(site.what, Reference)
            for target in site.what.targets:
                if not target.topic or target.topic in standing.library.topics:
                    yield _goal(possible, site, target, standing)


def _goal(possible: PossibleVariant, site: Site, target: Target, standing: Standing) -> Goal:
    stands = standing.encoding.clauses.both((possible.stands, site.at.stands))
    found = standing.target(target.topic or possible.topic, target.label)
    words = "@" + ".".join(part for part in (target.topic, target.label) if part)
    return Goal(
        RULE,
        ("topic", possible.topic, possible.id, words, str(site.place)),
        standing.encoding.clauses.both((stands, -found)),
        f"`[{words}]` points at nothing in these answers",
        site.place,
        f"guard it with the condition under which `{words}` stands"
        + ("" if target.label else f": {{if {words}}}"),
    )
