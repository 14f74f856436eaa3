"""Amounts of money: `EUR 250000`, and as people type them `£250k`, `EUR 1.5m`, `2.40 usd`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, cast

from drafter.data_classes import dataclass
from drafter.diagnostics import did_you_mean, quoted
from drafter.kinds.amounts import AmountSort, grouped
from drafter.kinds.cases import Scale, steps
from drafter.kinds.currencies import CODES, COMMON, CURRENCIES, DOLLARS, WHOLE, by_code
from drafter.kinds.model import Amount, Money, NotAValue, Value
from drafter.kinds.picking import Ambiguous, Answer, Candidate, begun, found
from drafter.kinds.sort import Kind
from drafter.kinds.words import unbroken
from drafter.printed_words import ValueWords

_SIGNS = {"£": "GBP", "€": "EUR"}
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}
_CURRENCY = r"([a-z]{3}|[£€$]|[a-z][a-z ]{3,40})"
_TYPED = re.compile(rf"{_CURRENCY}?\s*([\d,. ]*\d)\s*([km]\b)?\s*{_CURRENCY}?", re.I)

_SCALE = Scale(0, 10**17 - 1, 1000_00, (1000_00, 1_00, 1))  # hundredths
_UNTESTED = ("EUR", "GBP", "USD", "CHF")


@dataclass(frozen=True)
class MoneySort(AmountSort):
    """An amount of one currency, to the hundredth; amounts of two currencies do not compare."""

    name = "money"
    holds = Money
    measures = ("total",)
    wanted = "an amount such as EUR 250000"
    wanted_typed = "an amount such as GBP 250k"
    example = "EUR 250000"
    pattern = r"[A-Z]{3}[ \u00a0]([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\.[0-9]{1,2})?"
    usual = Money("EUR", Decimal(1000))

    def amount(self, text: str) -> Money | None:
        if re.fullmatch(self.pattern, text) is None:
            return None
        return Money(text[:3], Decimal(text[4:].replace(",", "")))

    def parsed(self, text: str, kind: Kind) -> Money:
        money = cast(Money, super().parsed(text, kind))
        code, amount = money.currency, money.amount
        if code not in CODES:
            swapped = [one for one in sorted(CODES) if sorted(one) == sorted(code)]
            cure = did_you_mean(code, swapped) or "write its code as in EUR 250000"
            raise NotAValue(f"{quoted(code)} is no currency of ISO 4217", cure)
        if code in WHOLE and amount != amount.to_integral_value():
            raise NotAValue(f"{quoted(text)}: {code} has no smaller unit", "write a whole amount")
        return money

    def bound(self, text: str) -> Amount | None:
        """A figure, which bounds amounts of any currency."""
        return Decimal(text) if re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,2})?", text) else None

    def orders(self, one: Any, other: Any) -> frozenset[str]:
        """A bare figure is of the currency that it is held against."""
        beside = Money(one.currency, other) if isinstance(other, Decimal) else other
        return super().orders(one, beside)

    def print_bound(self, bound: Any) -> str:
        return f"{bound:,}"

    def typed(self, text: str, kind: Kind, choices: Sequence[Candidate]) -> Answer:
        return _read_typed(text)

    def printed(self, value: Any, words: ValueWords) -> str:
        amount = value.amount
        figures = f"{amount:,.2f}" if amount != amount.to_integral_value() else f"{amount:,.0f}"
        amount = words.figures(figures)
        return unbroken(words.money).format(currency=value.currency, amount=amount)

    def scale(self, value: Any) -> tuple[object, object]:
        return value.currency, value.amount

    def total(self, values: Sequence[Any]) -> Value | None:
        """None where there is nothing, or in two currencies."""
        if len({one.currency for one in values}) != 1:
            return None
        return Money(values[0].currency, sum((one.amount for one in values), Decimal(0)))

    def points(self, cuts: Sequence[Amount], room: int) -> Iterator[Value]:
        """The amounts of each currency under test, and those of another one."""
        moneys = [cut for cut in cuts if isinstance(cut, Money)]
        figures = [int(cut * 100) for cut in cuts if isinstance(cut, Decimal)]
        currencies = dict.fromkeys(cut.currency for cut in moneys)
        for currency in currencies:
            cents = [int(cut.amount * 100) for cut in moneys if cut.currency == currency]
            yield from (_money(currency, one) for one in steps([*figures, *cents], room, _SCALE))
        other = next(one for one in (*_UNTESTED, *sorted(CODES)) if one not in currencies)
        yield from (_money(other, one) for one in steps(figures, room, _SCALE))


MONEY = MoneySort()


def _money(currency: str, cents: int) -> Money:
    return Money(currency, Decimal(cents) / 100 if cents % 100 else Decimal(cents // 100))


# --- as people type it ------------------------------------------------------------------------


def _read_typed(text: str) -> str:
    """The amount as an answers file has it. Raises `NotAValue`; `Ambiguous` without a currency."""
    match = _TYPED.fullmatch(text)
    if match is None or (match[1] and match[4]):
        raise NotAValue(f"{quoted(text)} is no amount", "such as GBP 250k or EUR 250,000")
    amount = _amount(match[2].strip(), (match[3] or "").casefold(), text)
    word = (match[1] or match[4] or "").strip()
    if not word:
        raise _of_which(amount, "currency", by_code(COMMON))
    if word == "$":
        raise _of_which(amount, "dollar", by_code(DOLLARS))
    return _of(amount, _SIGNS.get(word, word))


def _of_which(amount: str, what: str, currencies: Sequence[Candidate]) -> Ambiguous:
    says = f"{Decimal(amount):,} of which {what}? A line, a part of its name, or three letters."
    return _readings(amount, says, currencies)


def _readings(amount: str, says: str, currencies: Sequence[Candidate]) -> Ambiguous:
    readings = [Candidate(f"{one.id} {amount}", one.label) for one in currencies]
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
