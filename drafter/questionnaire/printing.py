"""Typed values in the words of a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from drafter.conditions.model import Duration, Money, Value
from drafter.printed_words import ValueWords

NBSP = "\u00a0"


def printed(value: Value, words: ValueWords) -> str:
    """A value that is no choice and no reference, as clause text prints it.

    Money(GBP, 250000) is `GBP 250,000` in English and may be `250.000 GBP` elsewhere.
    """
    return _PRINTERS.get(type(value), _print_as_it_is)(value, words)


def listed(members: Sequence[str], words: ValueWords) -> str:
    """`a`, `a and b`, `a, b and c`; `none` where there is nothing to list."""
    *first, last = members or (words.none,)
    if len(first) < 2:
        return words.row.two[0].join((*first, last))
    following, final = words.row.more
    return following.join(first) + final + last


def _print_as_it_is(value: object, words: ValueWords) -> str:
    return str(value)


def _print_yes_or_no(value: object, words: ValueWords) -> str:
    return words.yes if value else words.no


def _print_number(value: object, words: ValueWords) -> str:
    return f"{value:,}".replace(",", words.thousands)


def _print_percentage(value: object, words: ValueWords) -> str:
    figures = str(value).replace(".", words.decimals)
    return _unbroken(words.percentage).format(number=figures)


def _print_money(value: object, words: ValueWords) -> str:
    money = cast(Money, value)
    whole, _, cents = f"{money.amount:.2f}".partition(".")
    figures = _print_number(int(whole), words)
    if money.amount != money.amount.to_integral_value():
        figures += words.decimals + cents
    return _unbroken(words.money).format(currency=money.currency, amount=figures)


def _print_date(value: object, words: ValueWords) -> str:
    day = cast(date, value)
    month = words.months[day.month - 1]
    return _unbroken(words.date).format(day=day.day, month=month, year=day.year)


def _print_duration(value: object, words: ValueWords) -> str:
    duration = cast(Duration, value)
    unit = words.units[duration.unit]
    name = unit.one if duration.number == 1 else unit.more
    return _unbroken(words.period).format(number=duration.number, unit=name)


def _unbroken(template: str) -> str:
    return template.replace(" ", NBSP)


_PRINTERS: dict[type, Callable[[object, ValueWords], str]] = {
    bool: _print_yes_or_no,
    int: _print_number,
    Decimal: _print_percentage,
    Money: _print_money,
    date: _print_date,
    Duration: _print_duration,
}
