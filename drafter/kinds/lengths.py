"""How many days a period can last, at least and at most.

A month has 28 to 31 days, twelve months have 365 or 366. A working day takes a day at least;
weekends and holidays at most double a run of working days and add eight days to it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from drafter.kinds.model import Duration

_HOLIDAYS = 8


def days_in(period: Duration) -> tuple[int, int]:
    """The fewest and the most days that a period can last.

    >>> days_in(Duration("months", 1)), days_in(Duration("years", 1))
    ((28, 31), (365, 366))
    >>> days_in(Duration("working-days", 10))
    (10, 28)
    """
    months = period.months
    if months is not None:
        years, rest = divmod(months, 12)
        return 365 * years + 28 * rest, 366 * years + 31 * rest
    number = period.number
    return number, number if period.unit == "days" else number and 2 * number + _HOLIDAYS


def numbers_beside(days: int, unit: str) -> tuple[int, int]:
    """The least number of months or working days that can last so many days, and the greatest.

    >>> numbers_beside(90, "months"), numbers_beside(28, "working-days")
    ((3, 3), (10, 28))
    """
    first = max(0, 12 * days // 366 - 12 if unit == "months" else (days - _HOLIDAYS) // 2 - 1)
    while days_in(Duration(unit, first))[1] < days:
        first += 1
    last = 12 * days // 365 + 12 if unit == "months" else days
    while days_in(Duration(unit, last))[0] > days:
        last -= 1
    return first, last


def last_day(first: date, period: Duration) -> date:
    """The last day that can lie within a period that begins on a day.

    >>> last_day(date(2027, 1, 31), Duration("months", 1))
    datetime.date(2027, 2, 28)
    """
    months = period.months
    if months is None:
        return date.fromordinal(min(first.toordinal() + days_in(period)[1], date.max.toordinal()))
    years, month = divmod(first.month - 1 + months, 12)
    if first.year + years > date.max.year:
        return date.max
    return date(
        first.year + years, month + 1, min(first.day, monthrange(first.year + years, month + 1)[1])
    )
