"""Amounts as they are spelled: `30 days`, `EUR 250000`, `12.5 percent`, `2027-03-05`, `3`.

Nothing is rounded and nothing is guessed: `2027-02-30` and `1.9` for a whole number are refused.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from drafter.conditions.model import Duration, Money, Sort

Amount: TypeAlias = int | Decimal | Money | Duration | date

UNITS = ("days", "working-days", "months", "years", "percent")
_SINGULAR = {"day": "days", "working-day": "working-days", "month": "months", "year": "years"}
_NUMBER = re.compile(r"-?[0-9]{1,15}", re.ASCII)
_PERCENTAGE = re.compile(r"(-?[0-9]{1,15}(?:\.[0-9]{1,6})?)(?: ?%| ?percent)", re.ASCII)
_MONEY = re.compile(r"([A-Z]{3}) ([0-9]{1,15}(?:\.[0-9]{1,2})?)", re.ASCII)
_DURATION = re.compile(r"([0-9]{1,6}) ([a-z-]+)", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)

WANTED = {
    Sort.NUMBER: "a whole number such as 3",
    Sort.MONEY: "an amount such as EUR 250000",
    Sort.PERCENTAGE: "a percentage such as 12.5 percent",
    Sort.DATE: "a date such as 2027-03-05",
    Sort.DURATION: "a period such as 30 days, 10 working-days, 6 months or 2 years",
}


def read(text: str, sort: Sort) -> Amount | str:
    """The amount that `text` spells, or a string that says what was wanted.

    >>> read("EUR 250000", Sort.MONEY)
    Money(currency='EUR', amount=Decimal('250000'))
    >>> read("2027-02-30", Sort.DATE)
    'a date such as 2027-03-05'
    """
    value = _READERS[sort](text)
    return WANTED[sort] if value is None else value


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None


def _money(text: str) -> Money | None:
    match = _MONEY.fullmatch(text)
    return Money(match[1], Decimal(match[2])) if match else None


def _percentage(text: str) -> Decimal | None:
    match = _PERCENTAGE.fullmatch(text)
    return Decimal(match[1]) if match else None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def _duration(text: str) -> Duration | None:
    match = _DURATION.fullmatch(text)
    unit = _SINGULAR.get(match[2], match[2]) if match else ""
    return Duration(unit, int(match[1])) if match and unit in UNITS[:4] else None


def scale(value: object) -> tuple[object, object]:
    """What an amount is measured in, and how much of it: only amounts of one measure compare.

    A year counts as twelve months; nothing else is converted.

    >>> scale(Duration("years", 2)) == scale(Duration("months", 24))
    True
    """
    if type(value) is Duration:
        years = value.unit == "years"
        return ("months", value.number * 12) if years else (value.unit, value.number)
    if type(value) is Money:
        return value.currency, value.amount
    return None, value


_READERS = {
    Sort.NUMBER: _number,
    Sort.MONEY: _money,
    Sort.PERCENTAGE: _percentage,
    Sort.DATE: _date,
    Sort.DURATION: _duration,
}
