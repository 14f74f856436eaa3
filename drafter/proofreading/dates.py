"""Dates that no calendar has, and weekdays that another day had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from drafter.proofreading.english import english
from drafter.proofreading.model import FinishedText, Remark
from drafter.word.finished.model import FinishedParagraph

_LEAP = 2000  # the year to try a date in that names none
_IN_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])")
_BY_YEAR = re.compile(r"(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")


class SaidDate(NamedTuple):
    """A date as it is said: year 0 where it names none, weekday "" likewise."""

    weekday: str
    day: int
    month: int
    year: int
    start: int
    end: int


def _months() -> list[str]:
    return [name.title() for name in english().lists["months"]]


def _weekdays() -> list[str]:
    return [name.title() for name in english().lists["weekdays"]]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(rf"{month}|{month[:3]}\.?" for month in _months()) + r"|Sept\.?"
    weekday = rf"(?:(?P<weekday>{'|'.join(_weekdays())}),?\s+(?:the\s+)?)?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    year = r"(?:,?\s+(?P<year>\d{4})(?!\d))?"
    month = rf"(?P<month>{months})"
    return (
        re.compile(rf"(?<![\w.,]){weekday}{day}(?:\s+day\s+of|\s+of)?\s+{month}\b{year}"),
        re.compile(rf"(?<!\w){weekday}{month}\s+{day}(?![\d.:]){year}"),
    )


def dates(text: FinishedText) -> Iterator[Remark]:
    """What is wrong with the dates of a text."""
    for one in text.paragraphs():
        for said in _dates_in(one.words):
            yield from _faults(said, one)
        for found in _IN_FIGURES.finditer(one.words):
            first, second, year = int(found[1]), int(found[3]), int(found[4])
            if not _is_date(first, second, year) and not _is_date(second, first, year):
                yield Remark("no-such-date", f"no calendar has the {found[0]}",
                             "put in the date that is meant", one, *found.span())  # fmt: skip


def _dates_in(words: str) -> Iterator[SaidDate]:
    for pattern in _patterns():
        for found in pattern.finditer(words):
            month = next(
                at for at, name in enumerate(_months(), 1) if name[:3] == found["month"][:3]
            )
            if "year" not in pattern.groupindex or (found["year"] is None and _unsure(found)):
                continue
            yield SaidDate(found["weekday"] or "", int(found["day"]), month,
                           int(found["year"] or 0), found.start(), found.end())  # fmt: skip
    for found in _BY_YEAR.finditer(words):
        yield SaidDate("", int(found[3]), int(found[2]), int(found[1]), *found.span())


def _unsure(found: re.Match[str]) -> bool:
    """A number beside a month that may be no day: "clause 45 May", "in May 40"."""
    return int(found["day"]) > 31


def _faults(said: SaidDate, one: FinishedParagraph) -> Iterator[Remark]:
    """A date that is none, or the weekday of another one."""
    place = (one, said.start, said.end)
    if not _is_date(said.day, said.month, said.year or _LEAP):
        month = _months()[said.month - 1] if 1 <= said.month <= 12 else f"month {said.month}"
        says = f"no calendar has a {said.day} {month}{f' {said.year}' if said.year else ''}"
        yield Remark("no-such-date", says, "put in the date that is meant", *place)
    elif said.weekday and said.year:
        right = _weekdays()[date(said.year, said.month, said.day).weekday()]
        if right != said.weekday:
            says = f"{said.day} {_months()[said.month - 1]} {said.year} is a {right}"
            yield Remark("other-weekday", f"{says}, not a {said.weekday}",
                         "mend the weekday or the date", *place)  # fmt: skip


def _is_date(day: int, month: int, year: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False
