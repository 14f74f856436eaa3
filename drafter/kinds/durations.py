"""Periods of days, working days, months or years.

Two periods of one unit compare as their numbers do; those of two units by the days that each can
last (`lengths`), and not at all where that leaves it open: a month is neither 30 days nor not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

from drafter.data_classes import dataclass
from drafter.diagnostics import quoted
from drafter.kinds.amounts import AmountSort
from drafter.kinds.cases import Scale, steps
from drafter.kinds.english import in_figures
from drafter.kinds.lengths import days_in, numbers_beside
from drafter.kinds.model import Amount, Duration, NotAValue, Value
from drafter.kinds.picking import Ambiguous, Answer, Candidate
from drafter.kinds.sort import Kind
from drafter.kinds.words import unbroken
from drafter.printed_words import ValueWords

UNITS = ("days", "working-days", "months", "years")
_SINGULAR = {unit.removesuffix("s"): unit for unit in UNITS}
_TYPED = {
    "d": "days",
    "wd": "working-days",
    "working day": "working-days",
    "mo": "months",
    "working days": "working-days",
    "business day": "working-days",
    "business days": "working-days",
    "y": "years",
    "day": "days",
    "month": "months",
    "year": "years",
    **{unit: unit for unit in UNITS},
}
_MEASURES = ("days", "working-days", "months")  # a year counts as twelve months
_SCALE = Scale(0, 999_999, 3)  # months lie on the scale of numbers, with which they compare
_SUCH_AS = "such as 30 days or 6 months"


@dataclass(frozen=True)
class Period(AmountSort):
    """A whole number of units of time. A year counts as twelve months."""

    name = "duration"
    holds = Duration
    in_months = True
    units = UNITS
    wanted = "a period such as 30 days, 10 working-days, 6 months or 2 years"
    wanted_typed = "a period such as 30 days, 6 months or 2 years"
    example = "30 days"
    pattern = f"[0-9]{{1,6}} ({'|'.join(f'{unit}?' for unit in UNITS)})"
    usual = Duration("months", 6)

    def amount(self, text: str) -> Duration | None:
        if re.fullmatch(self.pattern, text) is None:
            return None
        figures, unit = text.split(" ")
        return Duration(_SINGULAR.get(unit, unit), int(figures))

    def typed(self, text: str, kind: Kind, choices: Sequence[Candidate]) -> Answer:
        figures = in_figures(" ".join(text.casefold().split()))
        match = re.fullmatch(r"(\d{1,6})\s*([a-z -]*)", figures, re.ASCII)
        if match is None:
            raise NotAValue(f"{quoted(text)} is no period", _SUCH_AS)
        figures, unit = match[1], match[2].strip()
        if not unit:
            readings = [Candidate(f"{figures} {one}", f"{figures} {one}") for one in UNITS]
            raise Ambiguous(f"{figures} of what?", readings)
        if unit in ("week", "weeks", "w"):
            cure = f"type {int(figures) * 7} days"
            raise NotAValue("an agreement counts in days, working days, months or years", cure)
        if unit not in _TYPED:
            raise NotAValue(f"{quoted(text)} is no period", _SUCH_AS)
        return f"{figures} {_TYPED[unit]}"

    def printed(self, value: Any, words: ValueWords) -> str:
        unit = words.units[value.unit]
        noun = unit.one if value.number == 1 else unit.more
        return unbroken(words.period).format(number=value.number, unit=noun)

    def span(self, value: Any) -> tuple[Any, Any]:
        return days_in(value)

    def scale(self, value: Any) -> tuple[object, object]:
        months = value.months
        return (value.unit, value.number) if months is None else ("months", months)

    def points(self, cuts: Sequence[Amount], room: int) -> Iterator[Value]:
        periods = [cut for cut in cuts if isinstance(cut, Duration)]
        periods += [Duration("months", cut) for cut in cuts if isinstance(cut, int)]
        if room > 1:  # periods of two units are told apart where one begins to outlast the other
            periods += [one for unit in _MEASURES for one in _stepped(periods, unit, room)]
        for unit in _MEASURES:
            yield from _stepped(periods, unit, 1)


def _stepped(cuts: Sequence[Duration], unit: str, room: int) -> Iterator[Duration]:
    edges = [edge for cut in cuts for edge in _edges(cut, unit)]
    return (Duration(unit, one) for one in steps(edges, room, _SCALE))


def _edges(cut: Duration, unit: str) -> Sequence[int]:
    """Where periods of a unit begin to be as long as the cut, and cease to be."""
    measure, much = DURATION.scale(cut)
    if measure == unit:
        return (cast(int, much),)
    fewest, most = days_in(cut)
    if unit == "days":
        return fewest, most
    return numbers_beside(fewest, unit)[0], numbers_beside(most, unit)[1]


DURATION = Period()
