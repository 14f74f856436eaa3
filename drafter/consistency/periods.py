"""Relations of the periods of a list's records with the time of which they are exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from drafter.conditions.overlap import PERIOD
from drafter.consistency.related import Breach, Related
from drafter.kinds.lengths import last_day
from drafter.kinds.model import Missing
from drafter.library.model import ClauseLibrary

_FEW = 20  # a right that is left with less than a twentieth of its time is hardly one
_Period = tuple[date | Missing | None, date | Missing | None]


def leaves(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Exceptions that take up nearly all the time of which they are exceptions."""
    start, whole, *_ = answers.relation.to
    values = answers.values(start, whole)
    if values is None or not answers.records:
        return
    first, end = values[0].toordinal(), last_day(*values).toordinal()
    reached, free = first, 0
    for begins, ends in sorted(_taken(answers, values[0])):
        free += max(0, min(begins.toordinal(), end) - reached)
        reached = max(reached, ends.toordinal() + 1)
    free += max(0, end - reached)
    if free * _FEW < end - first:
        names = [one for one in answers.relation.to[2:] if answers.values(one)]
        also = "".join(f" and {answers.shown(one)}" for one in names)
        left = f"leave {free} days" if free > 1 else "leave a day" if free else "leave nothing"
        says = f"`{answers.name}`{also} {left} of {answers.shown(whole)}"
        yield answers.broken(f"{says} after {answers.shown(start)}")


def followed(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A time, and another after it, that are over only after a third."""
    after, start, whole = answers.relation.to
    for here in answers.each():
        values = here.values(here.name, after, start, whole)
        if values is None:
            continue
        time, more, first, longest = values
        if last_day(last_day(first, time), more) > last_day(first, longest):
            says = f"{here.shown(here.name)} and then {here.shown(after)}"
            yield here.broken(f"{says} are more than {here.shown(whole)}")


def _taken(answers: Related, first: date) -> Iterator[tuple[date, date]]:
    """The periods of the records, and of times that are taken from the first day on."""
    for record in answers.records:
        period = record.values.get(PERIOD, Missing.ABSENT)
        begins, ends = cast(_Period, period) if isinstance(period, tuple) else (None, None)
        if isinstance(begins, date) and isinstance(ends, date):
            yield begins, ends
    for name in answers.relation.to[2:]:
        for time in answers.values(name) or ():
            yield first, last_day(first, time)
