"""Answers as variables of z3: numbers as integers, shares as reals, dates as day numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

import z3

from drafter import kinds
from drafter.kinds import Kind
from drafter.kinds.model import Duration, Money

UNITS = ("days", "working-days", "months", "years")
OTHER = "*"  # stands for every territory that no test names


class Both(NamedTuple):
    """When something is true and when it is false; when neither, an answer is missing."""

    true: Any
    false: Any


def conjunction(parts: Sequence[Both]) -> Both:
    return Both(z3.And([one.true for one in parts]), z3.Or([one.false for one in parts]))


def disjunction(parts: Sequence[Both]) -> Both:
    return Both(z3.Or([one.true for one in parts]), z3.And([one.false for one in parts]))


class Measured(NamedTuple):
    """An amount and what it is measured in; only like measures compare."""

    measure: Any
    much: Any


@cache
def options_sort(options: tuple[str, ...]) -> tuple[Any, dict[str, Any]]:
    sort, members = z3.EnumSort("|".join(options), options)
    return sort, dict(zip(options, members, strict=True))


def letters(currency: str) -> int:
    """A currency as a number."""
    return sum(26**place * (ord(one) - 65) for place, one in enumerate(reversed(currency)))


def amount(value: Any) -> Measured:
    """A constant of a condition."""
    match value:
        case Money(currency, much):
            return Measured(z3.IntVal(letters(currency)), z3.RealVal(str(much)))
        case Duration("years", number):
            return Measured(z3.IntVal(2), z3.IntVal(12 * number))
        case Duration(unit, number):
            return Measured(z3.IntVal(UNITS.index(unit)), z3.IntVal(number))
        case Decimal():
            return Measured(z3.IntVal(-1), z3.RealVal(str(value)))
        case date():
            return Measured(z3.IntVal(-1), z3.IntVal(value.toordinal()))
    return Measured(z3.IntVal(-1), z3.IntVal(value))


@dataclass(frozen=True, slots=True)
class Variables:
    """Makes the variable of a name and says what keeps it an answer."""

    require: Callable[..., None]
    territories: Iterable[str]

    def make(self, name: str, kind: Kind) -> Any:
        match kind.sort:
            case kinds.YES_NO:
                return z3.Bool(name)
            case kinds.CHOICE:
                return z3.Const(name, options_sort(kind.options)[0])
            case kinds.SEVERAL:
                return {one: z3.Bool(f"{name}.{one}") for one in kind.options}
            case kinds.JURISDICTIONS:
                return {one: z3.Bool(f"{name}.{one}") for one in (*self.territories, OTHER)}
            case kinds.MONEY:
                return self._money(name)
            case kinds.DURATION:
                return self._duration(name)
            case kinds.NUMBER:
                return Measured(z3.IntVal(-1), self._between(name, -(10**15) + 1, 10**15 - 1))
            case kinds.DATE:
                return Measured(z3.IntVal(-1), self._between(name, 1, date.max.toordinal()))
            case kinds.PERCENTAGE:
                return Measured(z3.IntVal(-1), self._fraction(name, 10**6, -(10**21), 10**21))
        return None  # a text, a party: there is only to know whether it is given

    def _between(self, name: str, low: int, high: int) -> Any:
        variable = z3.Int(name)
        self.require(variable >= low, variable <= high)
        return variable

    def _fraction(self, name: str, parts: int, low: int, high: int) -> Any:
        whole, share = self._between(f"{name}.parts", low, high), z3.Real(name)
        self.require(share * parts == z3.ToReal(whole))
        return share

    def _money(self, name: str) -> Measured:
        currency = self._between(f"{name}.currency", 0, 26**3 - 1)
        return Measured(currency, self._fraction(name, 100, 0, 10**17 - 1))

    def _duration(self, name: str) -> Measured:
        unit, number = self._between(f"{name}.unit", 0, 3), self._between(name, 0, 999_999)
        years = unit == UNITS.index("years")
        months = UNITS.index("months")
        return Measured(z3.If(years, months, unit), z3.If(years, 12 * number, number))
