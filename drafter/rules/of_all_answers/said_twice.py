"""A rider never says again what its host, or another rider of its host, says in the same deal.

Why: two laws often ask for the same words; a reader who meets them twice in one clause looks for
the difference, and a court may find one.

Bad, where an answer brings both riders:

    (english.md)   Each Co-owner consents to each licence that this clause allows.
    (abroad.md)    Each Co-owner consents to each licence that this clause allows.

Good:

    choose:
      british:   not english_law and right_in_britain
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from drafter.diagnostics import Place
from drafter.proof.goals import Goal
from drafter.proof.outline import PossibleVariant, Standing
from drafter.prose.model import ProseParagraph, Sentence, Text
from drafter.prose.prose_text import print_text

RULE = "said-twice"
_FEW = 6  # words; shorter sentences may well be needed twice


class _Said(NamedTuple):
    """A sentence as it is written, where, and when it is printed."""

    words: str
    wording: PossibleVariant
    stands: int
    place: Place | None


def goals(standing: Standing) -> Iterator[Goal]:
    """No sentence of a rider stands beside the same sentence of its host or of another rider."""
    hosts: dict[str, list[PossibleVariant]] = {}
    for wording in standing.variants:
        host = standing.topics[wording.topic].within or wording.topic
        hosts.setdefault(host, []).append(wording)
    for wordings in hosts.values():
        for first, second in combinations(_sentences(wordings, standing), 2):
            if first.words == second.words and first.wording.topic != second.wording.topic:
                yield _goal(first, second, standing)


def _sentences(wordings: list[PossibleVariant], standing: Standing) -> list[_Said]:
    if len({wording.topic for wording in wordings}) == 1:
        return []
    both = standing.encoding.clauses.both
    return [
        _Said(words, wording, both((wording.stands, site.at.stands)), site.place)
        for wording in wordings
        for site in wording.printed.sentences
        if isinstance(site.what, Sentence)
        and len((words := _source(site.what, wording.topic)).split()) > _FEW
    ]


def _source(sentence: Sentence, topic: str) -> str:
    """A sentence as it is written; a reference to its own text is not that of another text."""
    written = print_text(Text((ProseParagraph((Sentence(sentence.inlines),)),)))
    return written.replace("@.", f"@{topic}.")


def _goal(first: _Said, second: _Said, standing: Standing) -> Goal:
    one, other = (f"`{said.wording.topic}/{said.wording.id}`" for said in (first, second))
    return Goal(
        RULE,
        ("twice", first.wording.topic, first.wording.id, second.wording.topic, second.wording.id),
        standing.encoding.clauses.both((first.stands, second.stands)),
        f"{other} says here what {one} says in the same answers",
        second.place,
        "leave one of them out where both stand",
    )
