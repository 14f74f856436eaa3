"""Amounts as people type them: `£250k`, `EUR 1.5m`, `2.40 usd`, `250,000 swiss francs`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from drafter.diagnostics import quoted
from drafter.intake.currencies import COMMON, CURRENCIES, DOLLARS, by_code
from drafter.intake.picking import Ambiguous, Choice, begun, found
from drafter.questionnaire.values import NotAValue

_SIGNS = {"£": "GBP", "€": "EUR"}
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}
_CURRENCY = r"([a-z]{3}|[£€$]|[a-z][a-z ]{3,40})"
_MONEY = re.compile(rf"{_CURRENCY}?\s*([\d,. ]*\d)\s*([km]\b)?\s*{_CURRENCY}?", re.I)


def read_money(text: str) -> str:
    """The amount as an answers file has it. Raises `NotAValue`; `Ambiguous` without a currency."""
    match = _MONEY.fullmatch(text)
    if match is None or (match[1] and match[4]):
        raise NotAValue(f"{quoted(text)} is no amount", "such as GBP 250k or EUR 250,000")
    amount = _amount(match[2].strip(), (match[3] or "").casefold(), text)
    word = (match[1] or match[4] or "").strip()
    if not word:
        raise _of_which(amount, "currency", by_code(COMMON))
    if word == "$":
        raise _of_which(amount, "dollar", by_code(DOLLARS))
    return _of(amount, _SIGNS.get(word, word))


def _of_which(amount: str, what: str, currencies: Sequence[Choice]) -> Ambiguous:
    says = f"{Decimal(amount):,} of which {what}? A line, a part of its name, or three letters."
    return _readings(amount, says, currencies)


def _readings(amount: str, says: str, currencies: Sequence[Choice]) -> Ambiguous:
    readings = [Choice(f"{one.id} {amount}", one.label) for one in currencies]
    return Ambiguous(says, readings, lambda text: _of(amount, text))


def _of(amount: str, words: str) -> str:
    """An amount of the currency that a code, a name or a part of a name stands for."""
    if re.fullmatch("[A-Z]{3}", words) or any(words.upper() == one.id for one in CURRENCIES):
        return f"{words.upper()} {amount}"
    singular = words.removesuffix("s") if len(words) > 4 else words
    one = begun(singular, CURRENCIES)
    near = one if len(one) == 1 else found(singular, CURRENCIES)
    if len(near) == 1:
        return f"{near[0].id} {amount}"
    if near:
        raise _readings(amount, f"{quoted(words)} could be:", near)
    if re.fullmatch("[A-Za-z]{3}", words):
        return f"{words.upper()} {amount}"
    raise NotAValue(f"{quoted(words)} is no currency", "a line, or three letters as in CHF")


def grouped(figures: str) -> str | None:
    """Figures without their thousands marks; None where a comma or space marks no thousands."""
    if re.fullmatch(r"\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(\.\d+)?|\d{1,15}(\.\d+)?", figures,
                    re.ASCII):  # fmt: skip
        return figures.replace(",", "").replace(" ", "")
    return None


def _amount(figures: str, times: str, text: str) -> str:
    if re.fullmatch(r"\d{1,3}\.\d{3}", figures) and not times:
        raise NotAValue(
            f"{quoted(text)}: is the stop a thousands mark?",
            f"type {figures.replace('.', ',')} or {figures[:-1]}",
        )
    plain = grouped(figures)
    if plain is None:
        raise NotAValue(f"{quoted(text)} is no amount", "such as 250,000 or 2.40")
    amount = Decimal(plain) * _TIMES[times]
    if amount != round(amount, 2):
        raise NotAValue(f"{quoted(text)} is finer than a hundredth", "such as 2.40")
    return f"{amount:f}" if not times else f"{amount.normalize():f}"
