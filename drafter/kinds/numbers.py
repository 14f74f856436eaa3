"""Whole numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

from drafter.data_classes import dataclass
from drafter.diagnostics import quoted
from drafter.kinds.amounts import AmountSort, grouped
from drafter.kinds.cases import Scale, steps
from drafter.kinds.model import Amount, Duration, NotAValue, Value
from drafter.kinds.picking import Answer, Candidate
from drafter.kinds.sort import Kind, Schema
from drafter.printed_words import ValueWords

COUNTS = ("1", "2", "more")
"""The cases that `{choose …}` tells apart in a number."""
_SCALE = Scale(-(10**15) + 1, 10**15 - 1, 3)


@dataclass(frozen=True)
class WholeNumber(AmountSort):
    """A whole number of at most 15 figures."""

    name = "whole number"
    holds = int
    in_months = True
    measures = ("total", "earliest", "latest")
    wanted = "a whole number such as 3"
    wanted_typed = "a whole number"
    example = 3
    pattern = "-?[0-9]{1,15}"
    usual = 1

    def amount(self, text: str) -> int | None:
        return int(text) if re.fullmatch(self.pattern, text) else None

    def schema(self, kind: Kind) -> Schema:
        form: Schema = {
            "type": ["integer", "string"],
            "pattern": f"^{self.figures(kind.bounds)}{self.pattern}$",
        }
        least, most = kind.bounds.least, kind.bounds.most
        form |= {} if least is None else {"minimum": least}
        return form | ({} if most is None else {"maximum": most})

    def typed(self, text: str, kind: Kind, choices: Sequence[Candidate]) -> Answer:
        sign = text[: text.startswith("-")]
        plain = grouped(text.removeprefix("-"))
        if plain is None or "." in plain:
            raise NotAValue(f"{quoted(text)} is no whole number", "type figures, such as 3")
        return sign + plain

    def printed(self, value: Any, words: ValueWords) -> str:
        return words.figures(f"{value:,}")

    def total(self, values: Sequence[Any]) -> Value:
        return cast(int, sum(values))

    def chosen_by(self, kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return COUNTS, ("more",)

    def points(self, cuts: Sequence[Amount], room: int) -> Iterator[Value]:
        """Months count too, since a comparison measures them against numbers."""
        plain = [cut for cut in cuts if isinstance(cut, int)]
        months = [cut.months for cut in cuts if isinstance(cut, Duration)]
        yield from steps([*plain, *(one for one in months if one is not None)], room, _SCALE)


NUMBER = WholeNumber()
