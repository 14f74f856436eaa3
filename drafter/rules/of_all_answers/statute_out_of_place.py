"""A statute is named only in a deal that its law touches.

Why: a reader in New York who meets a British Act asks what it does there, and whether the rest was
written for another country too.

Bad, where the words stand in every deal:

    A person who is not a Party has no right under the Contracts (Rights of Third Parties) Act 1999.
    (and words.yaml:)  statutes: {british_matter: [Contracts (Rights of Third Parties) Act 1999]}

Good:

    {if british_matter} A person who is not a Party has no right under the Contracts (Rights of \
Third Parties) Act 1999.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.proof.clause_text import Site
from drafter.proof.goals import Goal
from drafter.proof.outline import PossibleVariant, Standing
from drafter.prose.model import Sentence, Words
from drafter.prose.walk import within
from drafter.questionnaire.model import NamedCondition

RULE = "statute-out-of-place"


def goals(standing: Standing) -> Iterator[Goal]:
    """No sentence names a statute where the fact that brings it into play does not hold."""
    spoken = [
        (wording, site, _words(site))
        for wording in standing.all_variants()
        for site in wording.printed.sentences
    ]
    for fact, statutes in standing.library.words.statutes.items():
        rule = standing.library.questionnaire.facts[fact].rule
        assert isinstance(rule, NamedCondition)
        in_play = standing.encoding.verdict(rule.when).true
        for wording, site, words in spoken:
            for statute in statutes:
                if statute in words:
                    yield _goal(standing, wording, site, statute, fact, in_play)


def _words(site: Site) -> str:
    assert isinstance(site.what, Sentence)
    return "".join(one.text for one in within(site.what.inlines) if isinstance(one, Words))


def _goal(
    standing: Standing, wording: PossibleVariant, site: Site, statute: str, fact: str, in_play: int
) -> Goal:
    return Goal(
        RULE,
        ("statute", wording.topic, wording.id, statute),
        standing.encoding.clauses.both((wording.stands, site.at.stands, -in_play)),
        f"`{statute}` is named, and `{fact}` does not hold in these answers",
        site.place,
        f"guard the sentence with `{{if {fact}}}`, or narrow the row that chooses the wording",
    )
