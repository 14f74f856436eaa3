"""Yes or no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import quoted
from drafter.kinds.cases import Tested
from drafter.kinds.model import NotAValue, Value
from drafter.kinds.picking import Answer, Candidate
from drafter.kinds.sort import Kind, Schema, Sort
from drafter.printed_words import ValueWords

_TYPED = {"y": "yes", "yes": "yes", "1": "yes", "n": "no", "no": "no", "2": "no"}


@dataclass(frozen=True)
class YesNo(Sort):
    """`yes`, `no`; `true` and `false` as JSON has them."""

    name = "yes/no"
    holds = bool
    finite = True
    printable = False
    wanted_keys = "y or n"
    lines = (Candidate("yes", "Yes"), Candidate("no", "No"))

    def read_one(self, text: str, kind: Kind) -> Value:
        if text in ("yes", "true"):
            return True
        if text in ("no", "false"):
            return False
        raise NotAValue(f"{quoted(text)} is neither yes nor no", "write yes or no")

    def spelled(self, value: Any) -> str:
        return "yes" if value else "no"

    def schema(self, kind: Kind) -> Schema:
        return {"enum": ["yes", "true", True, "no", "false", False]}

    def typed(self, text: str, kind: Kind, choices: Sequence[Candidate]) -> Answer:
        word = _TYPED.get(text.casefold())
        if word is None:
            raise NotAValue(f"{quoted(text)} is neither yes nor no", "type y or n")
        return word

    def printed(self, value: Any, words: ValueWords) -> str:
        return words.yes if value else words.no

    def how_to_test(self, name: str, kind: Kind) -> str:
        return f"write `{name}` or `not {name}`"

    def chosen_by(self, kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return ("yes", "no"), ("yes", "no")

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        yield from (False, True)


YES_NO = YesNo()
