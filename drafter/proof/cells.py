"""The exact cases of an answer, each with a value that stands for it.

The tests that a library makes of a question cut its answers into cases that no test tells apart:
an option, the number 3, an amount above EUR 250000. One value for each case is enough to prove
what holds for all.

>>> witnesses(Kind(Sort.NUMBER), (Compares(("it",), ">=", 3),), 1)
(2, 3)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain, combinations, pairwise
from typing import Any, cast

from drafter.conditions.amounts import scale
from drafter.conditions.judge import judge
from drafter.conditions.model import (
    Compares,
    Duration,
    Has,
    Kind,
    Missing,
    Money,
    Points,
    Record,
    Sort,
    Test,
    Value,
)

UNITS = ("days", "working-days", "months")  # a year counts as twelve months
_CURRENCIES = ("EUR", "GBP", "USD", "CHF")
TEXT = "text"
MANY_OPTIONS = 10  # a set with more options under test is not enumerated


class TooMany(Exception):
    """More cases than are worth enumerating; says which name has them."""


@dataclass(frozen=True, slots=True)
class It:
    """The scope of a test about `it`: one value and nothing else."""

    it: Value | Missing

    def value(self, name: str) -> Value | Missing:
        return self.it

    def record(self, points: Points) -> Record | None:
        return None

    def has_text(self, topic: str) -> bool:
        return False


def witnesses(kind: Kind, tests: Sequence[Test], room: int = 1) -> tuple[Value, ...]:
    """One value for each case that the tests tell apart.

    `room` is how many questions are compared with each other: between two cut points there are
    then so many cases, and each case is a single value, so that the values order the answers.
    """
    values = tuple(_values(kind, tests, room))
    return values if room > 1 else distinct(values, tests)


def distinct(values: Iterable[Value], tests: Sequence[Test]) -> tuple[Value, ...]:
    """The first of all values that the tests judge alike."""
    first: dict[tuple[bool | None, ...], Value] = {}
    for value in values:
        first.setdefault(tuple(judge(test, It(value)) for test in tests), value)
    return tuple(first.values())


def case_of(value: Value, cases: Sequence[Value], tests: Sequence[Test]) -> Value | None:
    """The case that a value falls in."""
    verdicts = [judge(test, It(value)) for test in tests]
    alike = [case for case in cases if [judge(test, It(case)) for test in tests] == verdicts]
    return value if value in alike else next(iter(alike), None)


def _values(kind: Kind, tests: Sequence[Test], room: int) -> Iterator[Value]:
    match kind.sort:
        case Sort.YES_NO:
            yield from (False, True)
        case Sort.CHOICE:
            yield from kind.options
        case Sort.SEVERAL | Sort.JURISDICTIONS:
            yield from subsets(kind, tests)
        case Sort.PARTY | Sort.REFERENCE:
            yield Points(kind.of, "")
        case Sort.TEXT | Sort.LONG_TEXT:
            yield TEXT
        case _:
            yield from _amounts(kind.sort, tests, room)


# --- sets -----------------------------------------------------------------------------------


def named(tests: Iterable[Test]) -> tuple[str, ...]:
    """The options that the tests of a set name."""
    return tuple(dict.fromkeys(v for test in tests if isinstance(test, Has) for v in test.values))


def subsets(kind: Kind, tests: Sequence[Test]) -> Iterator[Value]:
    """Every set of the options that tests name; one more option for a set that has none of them."""
    options = named(tests)
    if len(options) > MANY_OPTIONS:
        raise TooMany
    other = unnamed(kind, options)
    sizes = range(len(options) + 1)
    for members in chain.from_iterable(combinations(options, size) for size in sizes):
        yield members or ((other,) if other else ())


def unnamed(kind: Kind, options: Sequence[str]) -> str:
    """An option that no test names; "" when there is none."""
    known = kind.options if kind.sort is Sort.SEVERAL else ("GB", "US", "FR", "JP", "ZZ")
    return next((one for one in known if one not in options), "")


# --- amounts --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scale:
    """Amounts of one measure as whole steps, from `low` to `high`; `usual` is a plain one."""

    low: int
    high: int
    usual: int
    strides: tuple[int, ...] = (1,)  # from the roundest to the finest


_NUMBERS = Scale(-(10**15) + 1, 10**15 - 1, 3)
_PERCENT = Scale(-(10**21) + 1, 10**21 - 1, 10 * 10**6, (5 * 10**6, 10**6, 10**5, 1))
_DATES = Scale(1, date.max.toordinal(), date(2027, 1, 1).toordinal())
_MONEY = Scale(0, 10**17 - 1, 1000_00, (1000_00, 1_00, 1))
_PERIODS = Scale(0, 999_999, 3)  # months lie on the scale of numbers, with which they compare


def _amounts(sort: Sort, tests: Sequence[Test], room: int) -> Iterator[Value]:
    cuts = [test.amount for test in tests if isinstance(test, Compares)]
    if not cuts and room == 1:
        yield _usual(sort)
        return
    match sort:
        case Sort.NUMBER:
            yield from points(_plain(cuts), room, _NUMBERS)
        case Sort.PERCENTAGE:
            steps = [int(cast(Decimal, cut) * 10**6) for cut in cuts]
            yield from (Decimal(one) / 10**6 for one in points(steps, room, _PERCENT))
        case Sort.DATE:
            days = [cast(date, cut).toordinal() for cut in cuts]
            yield from map(date.fromordinal, points(days, room, _DATES))
        case Sort.MONEY:
            yield from _moneys(cast(list[Money], cuts), room)
        case Sort.DURATION:
            yield from _durations(cuts, room)


def _usual(sort: Sort) -> Value:
    plain: dict[Sort, Any] = {
        Sort.NUMBER: 1, Sort.PERCENTAGE: Decimal(10), Sort.DATE: date(2027, 1, 1),
        Sort.MONEY: Money("EUR", Decimal(1000)), Sort.DURATION: Duration("months", 6),
    }  # fmt: skip
    return cast(Value, plain[sort])


def _moneys(cuts: list[Money], room: int) -> Iterator[Value]:
    """The amounts of each currency under test, and those of another one."""
    currencies = dict.fromkeys(cut.currency for cut in cuts)
    for currency in currencies:
        cents = [int(cut.amount * 100) for cut in cuts if cut.currency == currency]
        yield from (_money(currency, one) for one in points(cents, room, _MONEY))
    other = next(one for one in (*_CURRENCIES, "ZZZ") if one not in currencies)
    yield from (_money(other, one) for one in points([], room, _MONEY))


def _money(currency: str, cents: int) -> Money:
    return Money(currency, Decimal(cents) / 100 if cents % 100 else Decimal(cents // 100))


def _durations(cuts: Sequence[object], room: int) -> Iterator[Value]:
    measured = [scale(cut) for cut in cuts if isinstance(cut, Duration)]
    numbers = [("months", cut) for cut in cuts if isinstance(cut, int)]
    for unit in UNITS:
        steps = [cast(int, much) for measure, much in (*measured, *numbers) if measure == unit]
        yield from (Duration(unit, one) for one in points(steps, room, _PERIODS))


def _plain(cuts: Sequence[object]) -> list[int]:
    """Numbers, and months, which a comparison measures against numbers."""
    months = [scale(cut) for cut in cuts if isinstance(cut, Duration)]
    return [cut for cut in cuts if isinstance(cut, int)] + [
        cast(int, much) for measure, much in months if measure == "months"
    ]


def points(cuts: Iterable[int], room: int, on: Scale) -> Iterator[int]:
    """The cut points, and up to `room` whole steps in each gap between them."""
    edges = [on.low - 1, *sorted(set(cuts)), on.high + 1]
    for below, above in pairwise(edges):
        yield from _inside(below, above, room, on)
        if above <= on.high:
            yield above


def _inside(below: int, above: int, room: int, on: Scale) -> list[int]:
    """Round amounts strictly between two edges, near the one that is a cut point."""
    found: list[int] = []
    for stride in on.strides:
        steps = range(1, room + 1)
        if below >= on.low:
            found = [below + stride * one for one in steps]
        elif above <= on.high:
            found = [above - stride * one for one in reversed(steps)]
        else:
            found = [on.usual + stride * (one - 1) for one in steps]
        found = [one for one in found if below < one < above]
        if len(found) == room:
            break
    return found
