"""What amounts have in common: numbers, percentages, money, dates and periods.

Nothing is rounded and nothing is guessed: `2027-02-30` and `1.9` for a whole number are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Any, ClassVar, Protocol

from drafter.diagnostics import quoted
from drafter.kinds.cases import Tested
from drafter.kinds.english import ENGLISH
from drafter.kinds.model import Amount, Duration, NotAValue, Value
from drafter.kinds.picking import Ambiguous
from drafter.kinds.sort import ORDERS, Bounds, Kind, Schema, Sort
from drafter.kinds.words import breakable


class AmountSort(Sort, Protocol):
    """A kind of answer whose values have an order."""

    ordered: ClassVar[bool] = True
    pattern: ClassVar[str]  # how a file spells it
    usual: ClassVar[Amount]  # a plain value, where no test cuts the answers apart

    def amount(self, text: str) -> Amount | None:
        """The amount that a text spells, or None."""
        ...

    def points(self, cuts: Sequence[Amount], room: int) -> Iterator[Value]:
        """The amounts at the cuts, and `room` of them in each gap between."""
        ...

    def read_one(self, text: str, kind: Kind) -> Value:
        value = self.parsed(text, kind)
        if not self.allows(value, kind.bounds):
            says = kind.bounds.message or f"{quoted(text)} is out of bounds"
            raise NotAValue(says, f"give {self.range(kind.bounds)}")
        return value

    def parsed(self, text: str, kind: Kind) -> Amount:
        """The amount that a text spells. Raises `NotAValue`; the cure is what was meant."""
        value = self.amount(text)
        if value is None:
            says = f"{quoted(text)} is not {self.wanted}"
            raise NotAValue(says, self._meant(text, kind))
        return value

    def _meant(self, text: str, kind: Kind) -> str:
        try:
            return f"write {self.typed(text, kind, ())}"
        except (Ambiguous, NotAValue):
            return ""

    # --- bounds ---

    def bound(self, text: str) -> Amount | None:
        return self.amount(text)

    def allows(self, value: Any, bounds: Bounds) -> bool:
        pairs = (
            (bounds.least, {"less"}),
            (bounds.above, {"less", "equal"}),
            (bounds.most, {"more"}),
        )
        return not any(
            bound is not None and self.orders(value, bound) <= beyond for bound, beyond in pairs
        )

    def orders(self, one: Any, other: Any) -> frozenset[str]:
        (measure, much), (other_measure, other_much) = self.scale(one), self.scale(other)
        if measure == other_measure:
            return order(much, much, other_much, other_much)
        span, other_span = self.span(one), self.span(other)
        return order(*span, *other_span) if span and other_span else ORDERS

    def range(self, bounds: Bounds) -> str:
        named = (("at least", bounds.least), ("more than", bounds.above), ("at most", bounds.most))
        return " and ".join(
            f"{word} {self.print_bound(bound)}" for word, bound in named if bound is not None
        )

    def print_bound(self, bound: Any) -> str:
        """A bound as a person reads it."""
        return breakable(self.printed(bound, ENGLISH))

    # --- elsewhere ---

    def schema(self, kind: Kind) -> Schema:
        return {"type": "string", "pattern": f"^{self.figures(kind.bounds)}{self.pattern}$"}

    def figures(self, bounds: Bounds) -> str:
        """What a pattern looks ahead for where nothing negative, or no zero, is taken."""
        if bounds.above is not None and not _negative(bounds.above):
            return "(?!-)(?=.*[1-9])"
        if bounds.least is None or _negative(bounds.least):
            return ""
        return "(?!-)(?=.*[1-9])" if _figure(bounds.least) else "(?!-)"

    def shown(self, word: str, kind: Kind) -> str:
        try:
            return breakable(self.printed(self.read(word, kind), ENGLISH))
        except NotAValue:
            return word

    def how_to_test(self, name: str, kind: Kind) -> str:
        return f"compare it: `{name} >= …`"

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        bounds = kind.bounds
        if not tested.amounts and tested.room == 1 and self.allows(self.usual, bounds):
            yield self.usual
            return
        named = (bounds.least, bounds.above, bounds.most)
        cuts = [*tested.amounts, *(one for one in named if one is not None)]
        yield from (one for one in self.points(cuts, tested.room) if self.allows(one, bounds))


_CAN = {
    held: frozenset(word for word, can in zip(("less", "equal", "more"), held, strict=True) if can)
    for held in product((True, False), repeat=3)
}


def order(low: Any, high: Any, other_low: Any, other_high: Any) -> frozenset[str]:
    """How an amount between two can stand to another one between two."""
    equal = low <= other_high and other_low <= high
    return _CAN[low < other_high, equal, high > other_low]


def _figure(bound: Amount) -> int | Decimal | None:
    """The figure of a bound; None for a date."""
    if isinstance(bound, Duration):
        return bound.number
    return bound if isinstance(bound, int | Decimal) else None


def _negative(bound: Amount) -> bool:
    figure = _figure(bound)
    return figure is None or figure < 0


def grouped(figures: str) -> str | None:
    """Figures without their thousands marks; None where a comma or space marks no thousands."""
    if re.fullmatch(
        r"\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(\.\d+)?|\d{1,15}(\.\d+)?", figures, re.ASCII
    ):
        return figures.replace(",", "").replace(" ", "")
    return None
