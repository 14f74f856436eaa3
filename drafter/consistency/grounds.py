"""Relations of territories and of periods: what lies in what, and what has something in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import cast

from drafter.conditions.overlap import PERIOD, overlapping
from drafter.consistency.related import Breach, Related
from drafter.kinds.territories import GROUPS, WORLDWIDE, lies_in, shared
from drafter.library.model import ClauseLibrary


def inside(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Territories that reach beyond others."""
    for here, members, others in _pairs(answers):
        beyond = [one for one in members if not lies_in(one, others)]
        if beyond:
            (other,) = here.relation.to
            says = f"{here.shown(here.name)} reaches beyond {here.shown(other)}: "
            yield here.broken(says + ", ".join(beyond))


def covers(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Territories that leave some of others out."""
    for here, members, others in _pairs(answers):
        left = [one for one in others if not lies_in(one, members)]
        if left:
            (other,) = here.relation.to
            says = f"{here.shown(here.name)} does not reach all of {here.shown(other)}: "
            yield here.broken(says + ", ".join(left))


def _pairs(answers: Related) -> Iterator[tuple[Related, Sequence[str], Sequence[str]]]:
    for here in answers.each():
        values = here.values(here.name, *here.relation.to)
        if values is not None:
            yield here, values[0], values[1]


def one_country(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A set of territories where one country is meant."""
    for here in answers.each():
        (members,) = here.values(here.name) or ((),)
        if len(members) > 1 or set(members) & {WORLDWIDE, *GROUPS}:
            yield here.broken(f"{here.shown(here.name)} is not one country")


def apart(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Territories of one set, or periods of two records, that have something in common."""
    of_list = not answers.relation.field
    if of_list and answers.deal.questionnaire.questions[answers.relation.question].period:
        yield from _periods(answers)
        return
    for here in answers.each():
        (members,) = here.values(here.name) or ((),)
        for one, other in combinations(cast(Sequence[str], members), 2):
            if shared(one, other):
                yield here.broken(f"{here.shown(here.name)} names ground of `{one}` twice")
                break


def _periods(answers: Related) -> Iterator[Breach]:
    question = answers.relation.question
    for one, other in combinations(answers.records, 2):
        if overlapping(PERIOD, one, other, answers.deal):
            says = f"`{question}.{one.id}` and `{question}.{other.id}` overlap in time"
            yield replace(answers, record=other).broken(says)
