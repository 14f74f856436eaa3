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
from drafter.kinds import Bounds, Kind
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
    """An amount and what it is measured in; unlike measures compare by their days, if they have."""

    measure: Any
    much: Any
    days: tuple[Any, Any] | None = None  # the fewest and the most


def ways(one: Measured, other: Measured) -> dict[str, Any]:
    """When one amount can be less than the other, equal to it, more."""
    alike = one.measure == other.measure
    exact = {"less": one.much < other.much, "equal": one.much == other.much,
             "more": one.much > other.much}  # fmt: skip
    if one.days is None or other.days is None:
        return {word: z3.Or(z3.Not(alike), way) for word, way in exact.items()}
    (low, high), (other_low, other_high) = one.days, other.days
    apart = {"less": low < other_high, "equal": z3.And(low <= other_high, other_low <= high),
             "more": high > other_low}  # fmt: skip
    return {word: z3.If(alike, exact[word], apart[word]) for word in exact}


def months(number: Any) -> Measured:
    """So many months, and how many days they can have."""
    years, rest = number / 12, number % 12
    days = 365 * years + 28 * rest, 366 * years + 31 * rest
    return Measured(z3.IntVal(UNITS.index("months")), number, days)


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
            return months(z3.IntVal(12 * number))
        case Duration("months", number):
            return months(z3.IntVal(number))
        case Duration(unit, number):
            most = number if unit == "days" or not number else 2 * number + 8
            days = z3.IntVal(number), z3.IntVal(most)
            return Measured(z3.IntVal(UNITS.index(unit)), z3.IntVal(number), days)
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
        value = self._free(name, kind)
        return self.bounded(value, kind.bounds) if isinstance(value, Measured) else value

    def _free(self, name: str, kind: Kind) -> Any:
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
        years, working = unit == UNITS.index("years"), unit == UNITS.index("working-days")
        by_month = months(z3.If(years, 12 * number, number))
        in_months = unit >= UNITS.index("months")
        most = z3.If(z3.And(working, number > 0), 2 * number + 8, number)
        fewest, longest = by_month.days or (number, most)
        days = z3.If(in_months, fewest, number), z3.If(in_months, longest, most)
        measure, much = (
            z3.If(years, by_month.measure, unit),
            z3.If(in_months, by_month.much, number),
        )
        return Measured(measure, much, days)

    def bounded(self, value: Measured, bounds: Bounds) -> Measured:
        """The variable of an amount, kept within its bounds."""
        for bound, beyond in ((bounds.least, {"less"}), (bounds.above, {"less", "equal"}),
                              (bounds.most, {"more"})):  # fmt: skip
            if bound is not None:
                named = amount(bound)._replace(measure=value.measure) if isinstance(
                    bound, Decimal) else amount(bound)  # fmt: skip
                can = ways(value, named)
                self.require(z3.Or([can[word] for word in can if word not in beyond]))
        return value
