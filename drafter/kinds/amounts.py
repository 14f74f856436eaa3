"""What amounts have in common: numbers, percentages, money, dates and periods.

Nothing is rounded and nothing is guessed: `2027-02-30` and `1.9` for a whole number are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Protocol

from drafter.diagnostics import quoted
from drafter.kinds.cases import Tested
from drafter.kinds.english import ENGLISH
from drafter.kinds.model import Amount, NotAValue, Value
from drafter.kinds.sort import Kind, Schema, Sort
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
        value = self.amount(text)
        if value is None:
            raise NotAValue(f"{quoted(text)} is not {self.wanted}")
        return value

    def schema(self, kind: Kind) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern}$"}

    def shown(self, word: str, kind: Kind) -> str:
        try:
            return breakable(self.printed(self.read(word, kind), ENGLISH))
        except NotAValue:
            return word

    def how_to_test(self, name: str, kind: Kind) -> str:
        return f"compare it: `{name} >= …`"

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        if tested.amounts or tested.room > 1:
            yield from self.points(tested.amounts, tested.room)
        else:
            yield self.usual


def grouped(figures: str) -> str | None:
    """Figures without their thousands marks; None where a comma or space marks no thousands."""
    if re.fullmatch(r"\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(\.\d+)?|\d{1,15}(\.\d+)?", figures,
                    re.ASCII):  # fmt: skip
        return figures.replace(",", "").replace(" ", "")
    return None
