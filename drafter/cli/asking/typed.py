"""What people type, read as an answer file would spell it.

Every unambiguous form is taken; where two readings are left, the person chooses; nothing is
guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from drafter.conditions import amounts
from drafter.conditions.model import Kind, Sort, Value
from drafter.conditions.overlap import is_territory
from drafter.diagnostics import did_you_mean, quoted
from drafter.questionnaire.territories import codes_near, codes_of
from drafter.questionnaire.values import NBSP, NotAValue, listed, printed

CURRENCIES = ("GBP", "EUR", "USD")
DOLLARS = ("USD", "CAD", "AUD")
_SIGNS = {"£": "GBP", "€": "EUR"}
_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}
_UNITS = {
    "d": "days", "day": "days", "days": "days",
    "wd": "working-days", "working day": "working-days", "working days": "working-days",
    "working-days": "working-days", "business day": "working-days",
    "business days": "working-days", "month": "months", "months": "months", "mo": "months",
    "y": "years", "year": "years", "years": "years",
}  # fmt: skip


class Choice(NamedTuple):
    """Something that can be picked: its id, and the words it is shown with."""

    id: str
    label: str


class Ambiguous(Exception):
    """The words have several readings: each as shown, and as an answer. `other` reads a reply
    that is none of them."""

    def __init__(
        self, says: str, readings: Sequence[Choice], other: Callable[[str], str] | None = None
    ) -> None:
        self.says, self.readings, self.other = says, tuple(readings), other
        super().__init__(says)

    def read(self, text: str) -> str:
        """The reading that a reply picks. Raises `NotAValue`."""
        try:
            return picked(text, self.readings)
        except (NotAValue, Ambiguous):
            if self.other is None:
                raise NotAValue(
                    f"{quoted(text)} is none of the lines",
                    f"type a number from 1 to {len(self.readings)}",
                ) from None
            return self.other(text)


def read_typed(text: str, kind: Kind, choices: Sequence[Choice] = ()) -> str | list[str]:
    """The answer that a line spells. Raises `NotAValue` or `Ambiguous`.

    >>> read_typed("1 May 2027", Kind(Sort.DATE)), read_typed("£250k", Kind(Sort.MONEY))
    ('2027-05-01', 'GBP 250000')
    """
    text = text.strip()
    if kind.sort in (Sort.SEVERAL, Sort.JURISDICTIONS):
        return _several(text, kind, choices)
    reader = _READERS.get(kind.sort)
    if reader is not None:
        return reader(text)
    if kind.sort is Sort.LONG_TEXT:
        return text.replace("\\n", "\n")
    return picked(text, choices) if kind.options or kind.of else text


def in_words(value: Value) -> str:
    """A value as a terminal shows it: what a document prints, with plain spaces."""
    return printed(value).replace(NBSP, " ")


def picked(text: str, choices: Sequence[Choice]) -> str:
    """The choice that a number, an id or the start of its words names."""
    if not choices:
        raise NotAValue("there is nothing to choose from yet", "answer the list that it names")
    if text.isdigit() and text.isascii():
        if 1 <= int(text) <= len(choices):
            return choices[int(text) - 1].id
        raise NotAValue(f"there is no line {text}", f"type a number from 1 to {len(choices)}")
    small = text.casefold()
    exact = [one for one in choices if small in (one.id, one.label.casefold())]
    near = exact or [one for one in choices if small and (
        one.label.casefold().startswith(small) or one.id.startswith(small))]  # fmt: skip
    if len(near) == 1:
        return near[0].id
    if near:
        raise Ambiguous(f"{quoted(text)} could be:", near)
    cure = did_you_mean(text, [one.label for one in choices])
    raise NotAValue(
        f"{quoted(text)} is none of the lines",
        cure if "mean" in cure else f"type a number from 1 to {len(choices)}",
    )


def _several(text: str, kind: Kind, choices: Sequence[Choice]) -> list[str]:
    if kind.sort is Sort.JURISDICTIONS:
        return _territories(text)
    if text.casefold() == "none":
        return []
    parts = [text] if _is_choice(text, choices) else re.split(r"[,;]\s*" if re.search("[,;]", text)
                                                              else r"\s+", text)  # fmt: skip
    try:
        return list(dict.fromkeys(picked(part, choices) for part in parts if part))
    except Ambiguous as several:
        raise NotAValue(
            f"{several.says} {listed([o.label for o in several.readings])}",
            "type the numbers, such as 1 3",
        ) from None


def _is_choice(text: str, choices: Sequence[Choice]) -> bool:
    try:
        return bool(picked(text, choices))
    except (NotAValue, Ambiguous):
        return False


def _territories(text: str) -> list[str]:
    """Codes or names, with commas; also with spaces or `and` where each part is one."""
    for divider in (r"[,;]", r"[,;]|\band\b", r"[,;\s]"):
        parts = [part for one in re.split(divider, text) if (part := one.strip(" ."))]
        codes = [codes_of(part) or _subdivision(part) for part in parts]
        if codes and all(codes):
            return list(dict.fromkeys(code for code in codes if code))
    wrong = next((part for one in re.split(r"[,;]", text)
                  if (part := one.strip()) and not codes_of(part)), text)  # fmt: skip
    near = codes_near(wrong)
    cure = f"did you mean {listed(near[:12])}?" if near else "such as: GB, United States, EU"
    raise NotAValue(f"{quoted(wrong)} is no territory", cure)


def _subdivision(words: str) -> str | None:
    return words.upper() if "-" in words and is_territory(words.upper()) else None


def _yes_no(text: str) -> str:
    word = {"y": "yes", "yes": "yes", "1": "yes", "n": "no", "no": "no", "2": "no"}.get(
        text.casefold())  # fmt: skip
    if word is None:
        raise NotAValue(f"{quoted(text)} is neither yes nor no", "type y or n")
    return word


def _number(text: str) -> str:
    plain = _grouped(text)
    if plain is None or "." in plain:
        raise NotAValue(f"{quoted(text)} is no whole number", "type figures, such as 3")
    return plain


def _grouped(figures: str) -> str | None:
    """Figures without their thousands marks; None where a comma or space marks no thousands."""
    if re.fullmatch(r"\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(\.\d+)?|\d{1,15}(\.\d+)?", figures,
                    re.ASCII):  # fmt: skip
        return figures.replace(",", "").replace(" ", "")
    return None


def _percentage(text: str) -> str:
    match = re.fullmatch(r"(\d{1,3}(?:\.\d{1,6})?) ?(?:%|per ?cent)?", text.casefold(), re.ASCII)
    if match is None:
        raise NotAValue(f"{quoted(text)} is no percentage", "such as 12.5")
    number = match[1]
    return f"{number} percent"


def _duration(text: str) -> str:
    match = re.fullmatch(r"(\d{1,6})\s*([a-z -]*)", text.casefold(), re.ASCII)
    unit = _UNITS.get(match[2].strip()) if match else None
    if match and not match[2]:
        readings = [Choice(f"{match[1]} {u}", f"{match[1]} {u}") for u in amounts.UNITS[:4]]
        raise Ambiguous(f"{match[1]} of what?", readings)
    if match and match[2].strip() in ("week", "weeks", "w"):
        cure = f"type {int(match[1]) * 7} days"
        raise NotAValue("an agreement counts in days, working days, months or years", cure)
    if match is None or unit is None:
        raise NotAValue(f"{quoted(text)} is no period", "such as 30 days or 6 months")
    return f"{match[1]} {unit}"


_MONEY = re.compile(r"([a-z]{3}|[£€$])?\s*([\d,. ]*\d)\s*([km]?)\s*([a-z]{3}|[£€$])?", re.I)


def _money(text: str) -> str:
    match = _MONEY.fullmatch(text)
    if match is None or (match[1] and match[4]):
        raise NotAValue(f"{quoted(text)} is no amount", "such as GBP 250k or EUR 250,000")
    amount = _amount(match[2].strip(), match[3].casefold(), text)
    word = match[1] or match[4] or ""
    currency = _SIGNS.get(word, word.upper())
    if not currency:
        raise _of_which(amount, "currency", CURRENCIES)
    if currency == "$":
        raise _of_which(amount, "dollar", DOLLARS)
    return f"{currency} {amount}"


def _of_which(amount: str, what: str, currencies: Sequence[str]) -> Ambiguous:
    readings = [Choice(f"{one} {amount}", one) for one in currencies]

    def other(text: str) -> str:
        if not re.fullmatch("[A-Za-z]{3}", text):
            raise NotAValue(f"{quoted(text)} is no currency", "a line, or three letters as in CHF")
        return f"{text.upper()} {amount}"

    says = f"{Decimal(amount):,} of which {what}? A line, or a three-letter code."
    return Ambiguous(says, readings, other)


def _amount(figures: str, times: str, text: str) -> str:
    if re.fullmatch(r"\d{1,3}\.\d{3}", figures) and not times:
        raise NotAValue(
            f"{quoted(text)}: is the stop a thousands mark?",
            f"type {figures.replace('.', ',')} or {figures[:-1]}",
        )
    plain = _grouped(figures)
    if plain is None:
        raise NotAValue(f"{quoted(text)} is no amount", "such as 250,000 or 2.40")
    amount = Decimal(plain) * _TIMES[times]
    if amount != round(amount, 2):
        raise NotAValue(f"{quoted(text)} is finer than a hundredth", "such as 2.40")
    return f"{amount:f}" if not times else f"{amount.normalize():f}"


_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([a-z]{3,9}),?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def _date(text: str) -> str:
    small = text.casefold()
    if named := _DAY_FIRST.fullmatch(small):
        return _named_day(named[1], named[2], named[3], text)
    if named := _MONTH_FIRST.fullmatch(small):
        return _named_day(named[2], named[1], named[3], text)
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}", text, re.ASCII):
        raise NotAValue(f"{quoted(text)}: which century?", "type the year in full")
    figures = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
    if figures:
        return _two_readings(int(figures[1]), int(figures[2]), int(figures[3]), text)
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]), text)
    raise NotAValue(f"{quoted(text)} is no date", "such as 1 May 2027")


def _named_day(day: str, word: str, year: str, text: str) -> str:
    month = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)
    if not month:
        raise NotAValue(f"{quoted(text)} is no date", "such as 1 May 2027")
    return _day(int(year), month, int(day), text)


def _two_readings(one: int, other: int, year: int, text: str) -> str:
    if one == other or other > 12:
        return _day(year, one if other > 12 else other, other if other > 12 else one, text)
    if one > 12:
        return _day(year, other, one, text)
    days = [_day(year, other, one, text), _day(year, one, other, text)]
    readings = [Choice(day, in_words(date.fromisoformat(day))) for day in days]
    raise Ambiguous(f"That is {readings[0].label} or {readings[1].label}.", readings)


def _day(year: int, month: int, day: int, text: str) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise NotAValue(f"{quoted(text)}: there is no such day", "such as 1 May 2027") from None


_READERS: dict[Sort, Callable[[str], str]] = {
    Sort.YES_NO: _yes_no,
    Sort.NUMBER: _number,
    Sort.PERCENTAGE: _percentage,
    Sort.DURATION: _duration,
    Sort.MONEY: _money,
    Sort.DATE: _date,
}
