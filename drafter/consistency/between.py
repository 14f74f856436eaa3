"""Relations between two answers of a deal, or of one record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from drafter.conditions.judge import alike
from drafter.consistency.alike import has_meaning, key
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
    "not before": "is before",
    "after": "is not after",
    "not after": "is after",
}


def amounts(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """An amount that is less or more than it may be beside another; or that does not compare."""
    how = answers.relation.how
    for here in answers.each():
        values = here.values(here.name, *here.relation.to)
        if values is None:
            continue
        bound = here.relation.amount if here.relation.amount is not None else values[1]
        other = here.shown(here.relation.to[0]) if here.relation.to else f"{bound}"
        can = orders(values[0], bound)
        if can <= BREAKS[how]:
            yield here.broken(f"{here.shown(here.name)} {_BROKEN[how]} {other}")
        elif can & BREAKS[how]:
            yield here.broken(f"{here.shown(here.name)} and {other} cannot be compared", "warn")


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


def different(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Two answers that must differ, and name or say the same."""
    (other,) = answers.relation.to
    for here in answers.each():
        values = here.values(here.name, other)
        if values is not None and (alike(*values) or key(values[0]) == key(values[1])):
            yield here.broken(f"{here.shown(here.name)} and {here.shown(other)} are the same")


def currency(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Two amounts of money in two currencies."""
    (other,) = answers.relation.to
    for here in answers.each():
        values = here.values(here.name, other)
        if values is not None and len({cast(Money, one).currency for one in values}) > 1:
            yield here.broken(
                f"{here.shown(here.name)} and {here.shown(other)} are in two currencies"
            )


def no_term(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A name that reads like a word with a meaning of its own."""
    for here in answers.each():
        values = here.values(here.name)
        meaning = has_meaning(values[0], library) if values else ""
        if meaning:
            says = (
                f"{here.shown(here.name)} reads like `{meaning}`, a word with a meaning of its own"
            )
            yield here.broken(f"{says} in the agreement")
