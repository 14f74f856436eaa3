"""Relations of territories and of periods: what lies in what, and what has something in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import cast

from drafter.conditions.overlap import PERIOD, overlapping
from drafter.consistency.related import Breach, Related
from drafter.kinds.model import Missing, Record
from drafter.kinds.territories import GROUPS, WORLDWIDE, lies_in, shared
from drafter.library.model import ClauseLibrary


def inside(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Territories that reach beyond others."""
    for here, members, others in answers.pairs():
        beyond = [one for one in members if not lies_in(one, others)]
        if beyond:
            (other,) = here.relation.to
            says = f"{here.shown(here.name)} reaches beyond {here.shown(other)}: "
            yield here.broken(says + ", ".join(beyond))


def covers(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Territories that leave some of others out."""
    for here, members, others in answers.pairs():
        left = [one for one in others if not lies_in(one, members)]
        if left:
            (other,) = here.relation.to
            says = f"{here.shown(here.name)} does not reach all of {here.shown(other)}: "
            yield here.broken(says + ", ".join(left))


def meets(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Territories that have no ground in common with others."""
    for here, members, others in answers.pairs():
        if not any(shared(one, other) for one in members for other in others):
            (other,) = here.relation.to
            yield here.broken(
                f"{here.shown(here.name)} has no ground in common with {here.shown(other)}"
            )


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
    """Each period that begins before one that began earlier is over; told beside the one that ends
    last, so that a long list is gone through once."""
    question = answers.relation.question
    place = {record.id: at for at, record in enumerate(answers.records)}
    known = [one for one in answers.records if not _is_open(one)]
    longest: Record | None = None
    for record in sorted(known, key=lambda one: _days(one)[0]):
        if longest and overlapping(PERIOD, longest, record, answers.deal):
            one, other = sorted((longest, record), key=lambda one: place[one.id])
            says = f"`{question}.{one.id}` and `{question}.{other.id}` overlap in time"
            yield replace(answers, record=other).broken(says)
        if longest is None or _days(record)[1] > _days(longest)[1]:
            longest = record


def _is_open(record: Record) -> bool:
    return any(isinstance(day, Missing) for day in cast(Sequence[object], record.values[PERIOD]))


def _days(record: Record) -> tuple[date, date]:
    """The first and the last day; a period may have none."""
    first, last = cast(tuple[date | None, date | None], record.values[PERIOD])
    return first or date.min, last or date.max
