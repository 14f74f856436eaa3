"""No agreement defines one term in two places.

Why: a term with two meanings has none. Two variants may each define a term if they never stand
together.

Bad:

    topics/pilot/...    **Trial** means the first 6 months.
    topics/testing/...  **Trial** means a run of the test protocol.

Good:

    topics/testing/...  **Test Run** means a run of the test protocol.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from drafter.proof.clause_text import Site
from drafter.proof.goals import Goal
from drafter.proof.outline import PossibleVariant, Standing
from drafter.prose.model import Term

RULE = "term-defined-twice"
_Defined = tuple[PossibleVariant, Site]


def goals(standing: Standing) -> Iterator[Goal]:
    """No two definitions of one term within clauses stand together."""
    found: dict[str, dict[str, _Defined]] = {}
    for possible in standing.variants:
        for site in possible.printed.terms:
            assert isinstance(site.what, Term)
            found.setdefault(site.what.words, {}).setdefault(str(site.place), (possible, site))
    for words, defined in found.items():
        for one, other in combinations(defined.values(), 2):
            yield _goal(words, one, other, standing)


def _goal(words: str, one: _Defined, other: _Defined, standing: Standing) -> Goal:
    stands = [lit for possible, site in (one, other) for lit in (possible.stands, site.at.stands)]
    return Goal(
        RULE,
        ("term", words, str(one[1].place), str(other[1].place)),
        standing.encoding.clauses.both(stands),
        f"`{words}` is defined twice in these answers",
        one[1].place,
        "define it once, under `definitions/`, and use it in both",
        (f"the other definition: {other[1].place}",),
    )
