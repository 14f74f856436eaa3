"""What the wordings of a draft make of each other and of its law, read off its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from drafter.agreement.model import Run, Said
from drafter.conditions.judge import judge
from drafter.drafting import Draft
from drafter.library.model import Ruling
from drafter.selection.model import Chosen
from mutants.reading import Fault, runs_of_blocks

_FEW = 6  # words; shorter sentences may well be said twice
_BETWEEN_SENTENCES = re.compile(r"(?<=[.:])\]? ")
_ENDS = re.compile(r"[^\w)]*( and| or)?$")  # the stop of a sentence, or of a bullet


def faults_between_wordings(agreement: Draft) -> Iterator[Fault]:
    """Matters with two outcomes or none, sentences said twice, statutes of a law not touched."""
    printed = tuple(_printed(agreement))
    for one in printed:
        yield from _not_one_outcome(one)
    for one, other in combinations(printed, 2):
        yield from _two_outcomes(one, other)
        same = one.sentences & other.sentences if one.host == other.host else ()
        if any(len(sentence.split()) > _FEW for sentence in same):
            yield Fault("said-twice", frozenset({one.name, other.name}))
    yield from _statutes(agreement)


class _Wording(NamedTuple):
    """A wording that the draft prints; references are in its sentences as `[@topic.block]`."""

    topic: str
    name: str
    host: str  # itself, where it is no rider
    sentences: frozenset[str]
    rulings: tuple[Ruling, ...]  # those that hold
    matters: frozenset[str]  # that it says it decides

    def yields(self, other: _Wording) -> bool:
        """Whether one of its sentences leaves the matter to the other."""
        to = re.compile(rf"\[@{re.escape(other.topic)}[.\]]")
        return any(to.search(one) and "instead" in one for one in self.sentences)


def _printed(agreement: Draft) -> Iterator[_Wording]:
    said: dict[str, set[str]] = {}
    for block, runs in runs_of_blocks(agreement).items():
        said.setdefault(block.partition(".")[0], set()).update(_sentences(runs))
    selection = agreement.decision.selection
    for id, one in selection.chosen.items():
        if one.variant and id in said:
            every = one.variant.front.outcomes
            held = tuple(each for each in every if each.when is None
                         or judge(each.when, selection.deal))  # fmt: skip
            yield _Wording(id, f"{id}/{one.variant.id}", _host(one), frozenset(said[id]), held,
                           frozenset(each.matter for each in every))  # fmt: skip


def _host(chosen: Chosen) -> str:
    return chosen.topic.within or chosen.topic.id


def _sentences(runs: list[Run]) -> Iterator[str]:
    words = "".join(f"[@{one.about}]" if one.said is Said.REFERENCE else one.text for one in runs)
    for one in _BETWEEN_SENTENCES.split(words.replace("\u00a0", " ")):
        yield _ENDS.sub("", one)


def _not_one_outcome(wording: _Wording) -> Iterator[Fault]:
    """A wording that decides a matter it names in two ways, or not at all."""
    for matter in wording.matters:
        results = [one.result for one in wording.rulings if one.matter == matter]
        if not results:
            yield Fault("two-outcomes", frozenset({wording.name, matter}))
        for pair in combinations(results, 2):
            yield Fault("two-outcomes", frozenset({wording.name, matter, *pair}))


def _two_outcomes(one: _Wording, other: _Wording) -> Iterator[Fault]:
    if one.yields(other) or other.yields(one):
        return
    for first in one.rulings:
        for second in other.rulings:
            if first.matter == second.matter and first.result != second.result:
                names = {first.matter, one.name, first.result, other.name, second.result}
                yield Fault("two-outcomes", frozenset(names))


def _statutes(agreement: Draft) -> Iterator[Fault]:
    selection = agreement.decision.selection
    blocks = runs_of_blocks(agreement).values()
    for fact, statutes in selection.library.words.statutes.items():
        touched = selection.deal.value(fact)
        said = ("".join(one.text for one in runs if touched is False or not one.doubt)
                for runs in blocks if touched is not True)  # fmt: skip
        words = "\n".join(said).replace("\u00a0", " ")
        yield from (Fault("statute-out-of-place", frozenset({one, fact}))
                    for one in statutes if one in words)  # fmt: skip
