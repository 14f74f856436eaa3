"""Where a blank or a choice of words is printed, its question is asked.

Why: the draft shows a blank that nobody can fill, because nobody is ever asked.

Bad:

    pilot_length:  {ask when: pilot}
    The pilot lasts {pilot_length}.          (and the sentence stands without a pilot)

Good:

    {if pilot} The pilot lasts {pilot_length}.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.kinds.model import Missing
from drafter.proof.clause_text import Site
from drafter.proof.goals import Goal
from drafter.proof.outline import PossibleVariant, Standing
from drafter.prose.model import Choice, Fill

RULE = "blank-not-asked"


def goals(standing: Standing) -> Iterator[Goal]:
    """No blank stands whose question is not asked."""
    for possible in standing.all_variants():
        for site in possible.printed.blanks:
            assert isinstance(site.what, Fill | Choice)
            if site.what.subject[0] not in site.at.loops:
                yield _goal(possible, site, site.what.subject[0], standing)


def _goal(possible: PossibleVariant, site: Site, name: str, standing: Standing) -> Goal:
    encoding = standing.encoding
    kind = encoding.names.kind(name)
    listed = kind is not None and kind.sort.has_records
    skipped = (
        encoding.listed(name).not_asked if listed else encoding.group(name).at(Missing.NOT_ASKED)
    )
    stands = encoding.clauses.both((possible.stands, site.at.stands))
    return Goal(
        RULE,
        ("blank", possible.topic, possible.id, name, str(site.place)),
        encoding.clauses.both((stands, skipped)),
        f"`{name}` is printed here, and is not asked in these answers",
        site.place,
        "guard the sentence with the condition under which it is asked",
    )
