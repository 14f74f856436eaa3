"""What people type, read as an answers file would spell it.

Every unambiguous form is taken; where two readings are left, the person chooses; nothing is
guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from drafter.conditions import amounts
from drafter.conditions.model import Kind, Sort
from drafter.conditions.overlap import EUROPEAN_UNION, WORLDWIDE, is_territory
from drafter.diagnostics import quoted
from drafter.intake.picking import Ambiguous, Answer, Choice, begun, each, found, picked, several
from drafter.intake.typed_dates import read_date
from drafter.intake.typed_money import grouped, read_money
from drafter.questionnaire.territories import codes_near, codes_of, territory
from drafter.questionnaire.values import NotAValue

_UNITS = {
    "d": "days", "day": "days", "days": "days",
    "wd": "working-days", "working day": "working-days", "working days": "working-days",
    "working-days": "working-days", "business day": "working-days",
    "business days": "working-days", "month": "months", "months": "months", "mo": "months",
    "y": "years", "year": "years", "years": "years",
}  # fmt: skip
_YES_NO = {"y": "yes", "yes": "yes", "1": "yes", "n": "no", "no": "no", "2": "no"}


def read_typed(text: str, kind: Kind, choices: Sequence[Choice] = ()) -> Answer:
    """The answer that a line spells. Raises `NotAValue` or `Ambiguous`.

    >>> read_typed("1 May 2027", Kind(Sort.DATE)), read_typed("£250k", Kind(Sort.MONEY))
    ('2027-05-01', 'GBP 250000')
    """
    text = text.strip()
    if kind.sort is Sort.SEVERAL:
        return several(text, choices)
    reader = _READERS.get(kind.sort)
    if reader is not None:
        return reader(text)
    if kind.sort is Sort.LONG_TEXT:
        return text.replace("\\n", "\n")
    return picked(text, choices) if kind.options or kind.of else text


# --- territories ------------------------------------------------------------------------------


def _territories(text: str) -> list[str]:
    """Codes or names, with commas; also with spaces or `and` where each part is one."""
    for divider in (r"[,;\n]", r"[,;\n]|\band\b", r"[,;\s]"):
        parts = [part for one in re.split(divider, text) if (part := one.strip(" ."))]
        codes = [_code(part) for part in parts]
        if codes and all(codes):
            return list(dict.fromkeys(code for code in codes if code))
    parts = [part for one in re.split(r"[,;\n]", text) if (part := one.strip(" ."))]
    return each(parts or [text], _territory)


def _territory(words: str) -> str:
    """One territory; a part of a name finds those that hold it."""
    if code := _code(words):
        return code
    if len(begun(words, territories())) == 1:
        return begun(words, territories())[0].id
    near = found(words, territories())
    if not near:  # a slip of the keys
        slips = set(codes_near(words))
        near = [one for one in territories() if one.label in slips]
    if near:
        raise Ambiguous(f"{quoted(words)} could be:", near)
    raise NotAValue(f"{quoted(words)} is no territory", "such as: GB, United States, EU")


def _code(words: str) -> str | None:
    upper = words.upper()
    return codes_of(words) or (upper if "-" in words and is_territory(upper) else None)


@cache
def territories() -> tuple[Choice, ...]:
    """Every territory that has a name, as `France (FR)`."""
    letters = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    codes = [WORLDWIDE, EUROPEAN_UNION, *(one + other for one in letters for other in letters)]
    named = [(code, territory(code)) for code in codes if territory(code) != code]
    return tuple(Choice(code, f"{name.removeprefix('the ')} ({code})") for code, name in named)


# --- figures ----------------------------------------------------------------------------------


def _yes_no(text: str) -> str:
    word = _YES_NO.get(text.casefold())
    if word is None:
        raise NotAValue(f"{quoted(text)} is neither yes nor no", "type y or n")
    return word


def _number(text: str) -> str:
    plain = grouped(text)
    if plain is None or "." in plain:
        raise NotAValue(f"{quoted(text)} is no whole number", "type figures, such as 3")
    return plain


def _percentage(text: str) -> str:
    match = re.fullmatch(r"(\d{1,3}(?:\.\d{1,6})?) ?(?:%|per ?cent)?", text.casefold(), re.ASCII)
    if match is None:
        raise NotAValue(f"{quoted(text)} is no percentage", "such as 12.5")
    return f"{match[1]} percent"


def _duration(text: str) -> str:
    match = re.fullmatch(r"(\d{1,6})\s*([a-z -]*)", text.casefold(), re.ASCII)
    if match is None:
        raise NotAValue(f"{quoted(text)} is no period", "such as 30 days or 6 months")
    figures, unit = match[1], match[2].strip()
    if not unit:
        readings = [Choice(f"{figures} {one}", f"{figures} {one}") for one in amounts.UNITS[:4]]
        raise Ambiguous(f"{figures} of what?", readings)
    if unit in ("week", "weeks", "w"):
        cure = f"type {int(figures) * 7} days"
        raise NotAValue("an agreement counts in days, working days, months or years", cure)
    if unit not in _UNITS:
        raise NotAValue(f"{quoted(text)} is no period", "such as 30 days or 6 months")
    return f"{figures} {_UNITS[unit]}"


_READERS: dict[Sort, Callable[[str], Answer]] = {
    Sort.YES_NO: _yes_no,
    Sort.NUMBER: _number,
    Sort.PERCENTAGE: _percentage,
    Sort.DURATION: _duration,
    Sort.MONEY: read_money,
    Sort.DATE: read_date,
    Sort.JURISDICTIONS: _territories,
}
