"""Percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, cast

from drafter.data_classes import dataclass
from drafter.diagnostics import quoted
from drafter.kinds.amounts import AmountSort
from drafter.kinds.cases import Scale, steps
from drafter.kinds.model import Amount, NotAValue, Value
from drafter.kinds.picking import Answer, Candidate
from drafter.kinds.sort import Kind
from drafter.kinds.words import unbroken
from drafter.printed_words import ValueWords

_FINEST = 10**6  # parts of a percent
_SCALE = Scale(-(10**21) + 1, 10**21 - 1, 10 * _FINEST, (5 * _FINEST, _FINEST, 10**5, 1))


@dataclass(frozen=True)
class Percentage(AmountSort):
    """A percentage with at most six decimals."""

    name = "percentage"
    holds = Decimal
    measures = ("total",)
    units = ("percent",)
    wanted = "a percentage such as 12.5 percent"
    wanted_typed = "a percentage such as 12.5"
    example = "12.5 percent"
    pattern = r"-?[0-9]{1,15}(\.[0-9]{1,6})?( ?%| ?percent)"
    usual = Decimal(10)

    def amount(self, text: str) -> Decimal | None:
        figures = text.removesuffix("%").removesuffix("percent").removesuffix(" ")
        return Decimal(figures) if re.fullmatch(self.pattern, text) else None

    def bound(self, text: str) -> Amount | None:
        """Also the bare figure."""
        return self.amount(text) if text.endswith(("%", "percent")) else self.amount(f"{text}%")

    def spelled(self, value: Any) -> str:
        return f"{value} percent"

    def typed(self, text: str, kind: Kind, choices: Sequence[Candidate]) -> Answer:
        form = r"(\d{1,3}(?:\.\d{1,6})?) ?(?:%|per ?cent)?"
        match = re.fullmatch(form, text.casefold(), re.ASCII)
        if match is None:
            raise NotAValue(f"{quoted(text)} is no percentage", "such as 12.5")
        return f"{match[1]} percent"

    def printed(self, value: Any, words: ValueWords) -> str:
        return unbroken(words.percentage).format(number=words.figures(str(value)))

    def total(self, values: Sequence[Any]) -> Value:
        return sum(values, Decimal(0))

    def points(self, cuts: Sequence[Amount], room: int) -> Iterator[Value]:
        parts = [int(cast(Decimal, cut) * _FINEST) for cut in cuts]
        yield from (Decimal(one) / _FINEST for one in steps(parts, room, _SCALE))


PERCENTAGE = Percentage()
