"""Typed values in the words of a document (English)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from drafter.conditions.model import Duration, Money, Value

NBSP = "\u00a0"
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def printed(value: Value) -> str:
    """A value that is no choice and no reference, as clause text prints it (English).

    >>> printed(Money("GBP", Decimal(250000))), printed(date(2027, 3, 5))
    ('GBP\\xa0250,000', '5\\xa0March\\xa02027')
    """
    return _PRINTERS.get(type(value), str)(value)


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`; `none` where there is nothing to list."""
    *first, last = words or ("none",)
    return f"{', '.join(first)} and {last}" if first else last


def _print_money(value: object) -> str:
    money = cast(Money, value)
    amount = money.amount
    figures = f"{amount:,.2f}" if amount != amount.to_integral_value() else f"{amount:,.0f}"
    return f"{money.currency}{NBSP}{figures}"


def _print_date(value: object) -> str:
    day = cast(date, value)
    return f"{day.day}{NBSP}{_MONTHS[day.month - 1]}{NBSP}{day.year}"


def _print_duration(value: object) -> str:
    duration = cast(Duration, value)
    unit = {"working-days": "Business Days", "months": "calendar months"}.get(
        duration.unit, duration.unit
    )
    return f"{duration.number}{NBSP}{unit.removesuffix('s') if duration.number == 1 else unit}"


_PRINTERS: dict[type, Callable[[object], str]] = {
    bool: lambda value: "yes" if value else "no",
    int: lambda value: f"{value:,}",
    Decimal: lambda value: f"{value}%",
    Money: _print_money,
    date: _print_date,
    Duration: _print_duration,
}
