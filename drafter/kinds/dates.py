"""Dates: `2027-05-13`, and as people type them `13 May 2027`, `May 13th, 2027`, `13/05/2027`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, cast

from drafter.data_classes import dataclass
from drafter.diagnostics import quoted
from drafter.kinds.amounts import AmountSort
from drafter.kinds.cases import Scale, steps
from drafter.kinds.english import ENGLISH
from drafter.kinds.model import Amount, NotAValue, Value
from drafter.kinds.picking import Ambiguous, Answer, Candidate
from drafter.kinds.sort import Kind
from drafter.kinds.words import breakable, unbroken
from drafter.printed_words import ValueWords

_MONTHS = tuple(month.casefold() for month in ENGLISH.months)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([a-z]{3,9}),?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_SUCH_AS = "such as 1 May 2027"
_USUAL = date(2027, 1, 1)
_SCALE = Scale(1, date.max.toordinal(), _USUAL.toordinal())


@dataclass(frozen=True)
class Day(AmountSort):
    """A day of the calendar (ISO 8601)."""

    name = "date"
    holds = date
    measures = ("earliest", "latest")
    wanted = "a date such as 2027-03-05"
    wanted_typed = f"a date {_SUCH_AS}"
    example = "2027-03-05"
    pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    usual = _USUAL

    def amount(self, text: str) -> date | None:
        try:
            return date.fromisoformat(text) if re.fullmatch(self.pattern, text) else None
        except ValueError:
            return None

    def spelled(self, value: Any) -> str:
        return str(value.isoformat())

    def schema(self, kind: Kind) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": f"^{self.pattern}$"}

    def typed(self, text: str, kind: Kind, choices: Sequence[Candidate]) -> Answer:
        return _read_typed(text)

    def shown(self, word: str, kind: Kind) -> str:
        day = self.amount(word)
        return word if day is None else f"{print_day(word)} (a {day:%A})"

    def printed(self, value: Any, words: ValueWords) -> str:
        month = words.months[value.month - 1]
        return unbroken(words.date).format(day=value.day, month=month, year=value.year)

    def points(self, cuts: Sequence[Amount], room: int) -> Iterator[Value]:
        days = [cast(date, cut).toordinal() for cut in cuts]
        yield from map(date.fromordinal, steps(days, room, _SCALE))


DATE = Day()


def print_day(day: str) -> str:
    """`2027-05-01` as `1 May 2027`; words that are no such day as they stand."""
    value = DATE.amount(day)
    return day if value is None else breakable(DATE.printed(value, ENGLISH))


# --- as people type it ------------------------------------------------------------------------


def _read_typed(text: str) -> str:
    """The day as an answers file has it. Raises `NotAValue`; `Ambiguous` for 01/05/2027."""
    small = text.casefold()
    if named := _DAY_FIRST.fullmatch(small):
        return _named_day(named[1], named[2], named[3], text)
    if named := _MONTH_FIRST.fullmatch(small):
        return _named_day(named[2], named[1], named[3], text)
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}", text, re.ASCII):
        raise NotAValue(f"{quoted(text)}: which century?", "type the year in full")
    if figures := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text, re.ASCII):
        return _two_readings(int(figures[1]), int(figures[2]), int(figures[3]), text)
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text, re.ASCII):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]), text)
    raise NotAValue(f"{quoted(text)} is no date", _SUCH_AS)


def _named_day(day: str, word: str, year: str, text: str) -> str:
    month = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)
    if not month:
        raise NotAValue(f"{quoted(text)} is no date", _SUCH_AS)
    return _day(int(year), month, int(day), text)


def _two_readings(one: int, other: int, year: int, text: str) -> str:
    if one == other or other > 12:
        return _day(year, one if other > 12 else other, other if other > 12 else one, text)
    if one > 12:
        return _day(year, other, one, text)
    days = [_day(year, other, one, text), _day(year, one, other, text)]
    readings = [Candidate(day, print_day(day)) for day in days]
    raise Ambiguous(f"That is {readings[0].label} or {readings[1].label}.", readings)


def _day(year: int, month: int, day: int, text: str) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise NotAValue(f"{quoted(text)}: there is no such day", _SUCH_AS) from None
