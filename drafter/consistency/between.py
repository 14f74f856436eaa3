"""Relations between two answers of a deal, or of one record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from drafter.conditions.judge import alike
from drafter.consistency.alike import key
from drafter.consistency.related import Breach, Related
from drafter.kinds import orders
from drafter.kinds.lengths import last_day
from drafter.kinds.model import Duration, Money
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.relation import BREAKS

_BROKEN = {
    "at least": "is less than",
    "more than": "is not more than",
    "at most": "is more than",
    "less than": "is not less than",
    "not before": "is before",
    "after": "is not after",
    "not after": "is after",
    "usually at least": "is less than is usual,",
    "usually at most": "is more than is usual,",
}


def amounts(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """An amount that is less or more than it may be beside another; or that does not compare."""
    for here in answers.each():
        for one in here.others() if here.relation.to else (here,):
            yield from _ordered(one)


def _ordered(here: Related) -> Iterator[Breach]:
    how, to = here.relation.how, here.relation.to
    values = here.values(here.name, *to)
    if values is None:
        return
    bound = here.relation.amount if here.relation.amount is not None else values[1]
    can, breaks = orders(values[0], bound), BREAKS[how]
    if not can & breaks:
        return
    other = here.shown(to[0]) if to else f"{bound}"
    if can <= breaks:
        yield here.broken(f"{here.shown(here.name)} {_BROKEN[how]} {other}")
    else:
        softer = "inform" if here.relation.severity == "inform" else "warn"
        yield here.broken(f"{here.shown(here.name)} and {other} cannot be compared", softer)


def within(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A day outside the time that begins on another day."""
    start, period = answers.relation.to
    for here in answers.each():
        values = here.values(here.name, start, period)
        if values is None:
            continue
        day, first = cast(tuple[date, date], values[:2])
        if day < first:
            yield here.broken(f"{here.shown(here.name)} is before {here.shown(start)}")
        elif day > last_day(first, cast(Duration, values[2])):
            says = f"{here.shown(here.name)} is more than {here.shown(period)} after"
            yield here.broken(f"{says} {here.shown(start)}")


def reaches(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A time that begins on one day and is over before another."""
    start, end = answers.relation.to
    for here in answers.each():
        values = here.values(here.name, start, end)
        if values is None:
            continue
        period, first, day = cast(tuple[Duration, date, date], values)
        if last_day(first, period) < day:
            says = f"{here.shown(here.name)} after {here.shown(start)} is over before"
            yield here.broken(f"{says} {here.shown(end)}")


def different(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Two answers that must differ, and name or say the same."""
    for here in answers.each():
        for one in here.others():
            if _says_same(one):
                (other,) = one.relation.to
                yield one.broken(f"{one.shown(one.name)} and {one.shown(other)} are the same")


def same(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Two answers that must name or say the same, and do not."""
    for here in answers.each():
        for one in here.others():
            if _says_same(one) is False:
                (other,) = one.relation.to
                yield one.broken(f"{one.shown(one.name)} is not {one.shown(other)}")


def _says_same(here: Related) -> bool | None:
    values = here.values(here.name, *here.relation.to)
    return None if values is None else bool(alike(*values)) or key(values[0]) == key(values[1])


def itself(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A record that refers to itself."""
    for here in answers.each():
        values = here.values(here.name)
        if values and here.record is not None and values[0].id == here.record.id:
            yield here.broken(f"{here.shown(here.name)} is the record itself")


def currency(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Amounts of money in more than one currency: two answers, or a field of all records."""
    for here in answers.each() if answers.relation.to else ():
        for one in here.others():
            values = one.values(one.name, *one.relation.to)
            if values is not None and len({cast(Money, each).currency for each in values}) > 1:
                other = one.shown(one.relation.to[0])
                yield one.broken(f"{one.shown(one.name)} and {other} are in two currencies")
    if not answers.relation.to:
        given = [one.values(one.name) for one in answers.each()]
        codes = sorted({cast(Money, values[0]).currency for values in given if values})
        if len(codes) > 1:
            yield answers.broken(f"`{answers.relation.path}` is in {' and '.join(codes)}")
