"""Answers as typed values: read from the words of a file, said in the words of a document.

Text passes one door: normalised to NFC, refused with its position where it holds a character
that a document cannot show or that would disguise it, and never changed otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import cast

from drafter.conditions import amounts
from drafter.conditions.model import Duration, Kind, Money, Points, Sort, Value
from drafter.conditions.overlap import EUROPEAN_UNION, WORLDWIDE
from drafter.diagnostics import did_you_mean

LONGEST = 10_000
NBSP = "\u00a0"
_REFUSED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_TERRITORY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", re.ASCII)
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


class NotAValue(Exception):
    """The words do not spell a value of the kind; `says` why, `cure` what would."""

    def __init__(self, says: str, cure: str = "") -> None:
        self.says, self.cure = says, cure
        super().__init__(says)


def read_value(text: str | tuple[str, ...], kind: Kind) -> Value:
    """The value that `text` spells for a question of this kind. Raises `NotAValue`."""
    if kind.sort in (Sort.SEVERAL, Sort.JURISDICTIONS):
        return _read_set(text if isinstance(text, tuple) else (text,), kind)
    if isinstance(text, tuple):
        raise NotAValue("one value is expected, not several")
    return _READERS[kind.sort](text, kind)


def _read_set(members: tuple[str, ...], kind: Kind) -> Value:
    read = _read_territory if kind.sort is Sort.JURISDICTIONS else _read_option
    return tuple(dict.fromkeys(read(member, kind) for member in members))


def _read_territory(text: str, kind: Kind) -> str:
    if text in (EUROPEAN_UNION, WORLDWIDE) or _TERRITORY.fullmatch(text):
        return text
    raise NotAValue(f"`{text}` is no territory", "two-letter codes such as GB or US, EU, worldwide")


def _read_option(text: str, kind: Kind) -> str:
    if text in kind.options:
        return text
    raise NotAValue(f"there is no option `{text}`", did_you_mean(text, kind.options))


def _read_yes_no(text: str, kind: Kind) -> bool:
    if text in ("yes", "true"):
        return True
    if text in ("no", "false"):
        return False
    raise NotAValue(f"`{text}` is neither yes nor no", "write yes or no")


def _read_text(text: str, kind: Kind) -> str:
    line_breaks = kind.sort is Sort.LONG_TEXT
    text = text.replace("\r\n", "\n") if line_breaks else text
    for match in _REFUSED.finditer(text):
        name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}")
        raise NotAValue(f"character {match.start() + 1} ({name}) cannot stand in a document",
                        "remove it")
    if "\n" in text and not line_breaks:
        raise NotAValue("this answer is one line", "remove the line break")
    if len(text) > LONGEST:
        raise NotAValue(f"longer than {LONGEST:,} characters", "put long matter in a schedule")
    if not text.strip():
        raise NotAValue("the answer is empty", "answer it, or leave the question out")
    return unicodedata.normalize("NFC", text)


def _read_amount(text: str, kind: Kind) -> Value:
    amount = amounts.read(text, kind.sort)
    if isinstance(amount, str):
        raise NotAValue(f"`{text}` is not {amount}")
    return amount


def _read_reference(text: str, kind: Kind) -> Points:
    return Points(kind.of, text)


_READERS: dict[Sort, Callable[[str, Kind], Value]] = {
    Sort.YES_NO: _read_yes_no,
    Sort.CHOICE: _read_option,
    Sort.TEXT: _read_text,
    Sort.LONG_TEXT: _read_text,
    Sort.NUMBER: _read_amount,
    Sort.MONEY: _read_amount,
    Sort.PERCENTAGE: _read_amount,
    Sort.DATE: _read_amount,
    Sort.DURATION: _read_amount,
    Sort.PARTY: _read_reference,
    Sort.REFERENCE: _read_reference,
}


def spelled(value: Value) -> str | list[str]:
    """A value as an answers file spells it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value} percent"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Points):
        return value.id
    return [str(one) for one in value] if isinstance(value, tuple) else str(value)


# --- in the words of a document -------------------------------------------------------------


def printed(value: Value) -> str:
    """A value that is no choice and no reference, as clause text prints it (English).

    >>> printed(Money("GBP", Decimal(250000))), printed(date(2027, 3, 5))
    ('GBP\\xa0250,000', '5\\xa0March\\xa02027')
    """
    return _PRINTERS.get(type(value), str)(value)


def listed(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" and {words[-1]}"


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
