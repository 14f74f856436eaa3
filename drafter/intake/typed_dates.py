"""Dates as people type them: `1 May 2027`, `May 1st, 2027`, `13/05/2027`, `2027-05-13`."""

from __future__ import annotations

import re
from datetime import date

from drafter.diagnostics import quoted
from drafter.intake.english import ENGLISH
from drafter.intake.picking import Ambiguous, Choice
from drafter.questionnaire.values import NBSP, NotAValue, printed

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([a-z]{3,9}),?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_SUCH_AS = "such as 1 May 2027"


def read_date(text: str) -> str:
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


def day_in_words(day: str) -> str:
    """`2027-05-01` as `1 May 2027`; words that are no such day as they stand."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.ASCII):
        return day
    return printed(date.fromisoformat(day), ENGLISH).replace(NBSP, " ")


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
    readings = [Choice(day, day_in_words(day)) for day in days]
    raise Ambiguous(f"That is {readings[0].label} or {readings[1].label}.", readings)


def _day(year: int, month: int, day: int, text: str) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise NotAValue(f"{quoted(text)}: there is no such day", _SUCH_AS) from None
