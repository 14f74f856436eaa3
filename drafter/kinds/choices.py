"""One of the options of a question, or several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import did_you_mean, quoted
from drafter.kinds.cases import Tested, subsets
from drafter.kinds.model import NotAValue, Value
from drafter.kinds.picking import Answer, Candidate, several
from drafter.kinds.sort import Kind, Schema, Sort, TypedWords, each_once
from drafter.printed_words import ValueWords

NONE = "none"
"""What an answers file may say of several choices of which nobody took one."""


@dataclass(frozen=True)
class OneChoice(Sort):
    """One option, by its id."""

    name = "choice"
    holds = str
    needs = ("options",)
    finite = True

    def read_one(self, text: str, kind: Kind) -> Value:
        return _option(text, kind)

    def schema(self, kind: Kind) -> Schema:
        return {"enum": list(kind.options)}

    def how_to_test(self, name: str, kind: Kind) -> str:
        return (
            f"write `{name} is {kind.options[0]}`"
            if kind.options
            else super().how_to_test(name, kind)
        )

    def chosen_by(self, kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return kind.options, kind.options

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        yield from kind.options


@dataclass(frozen=True)
class SeveralChoices(Sort):
    """A set of options; each is held once."""

    name = "several choices"
    holds = tuple
    needs = ("options",)
    several = True
    has_members = True
    overlaps = True
    wanted_keys = "numbers such as 1 3, or none"

    def read(self, words: TypedWords, kind: Kind) -> Value:
        members = words if isinstance(words, tuple) else (words,)
        if members == (NONE,) and NONE not in kind.options:
            return ()
        return each_once([self.member(one, kind) for one in members])

    def member(self, text: str, kind: Kind) -> str:
        return _option(text, kind)

    def spelled(self, value: Any) -> list[str]:
        return [str(one) for one in value]

    def schema(self, kind: Kind) -> Schema:
        one: Schema = {"enum": list(kind.options)}
        alone: Schema = {"enum": list(dict.fromkeys((*kind.options, NONE)))}
        return {"anyOf": [{"type": "array", "items": one, "uniqueItems": True}, alone]}

    def typed(self, text: str, kind: Kind, choices: Sequence[Candidate]) -> Answer:
        return several(text, choices)

    def printed(self, value: Any, words: ValueWords) -> str:
        return words.listed(value)

    def how_to_test(self, name: str, kind: Kind) -> str:
        return f"write `{name} has {kind.options[0] if kind.options else 'GB'}`"

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        yield from subsets(tested.options, self.unnamed(kind, tested.options))


def _option(text: str, kind: Kind) -> str:
    if text in kind.options:
        return text
    raise NotAValue(f"there is no option {quoted(text)}", did_you_mean(text, kind.options))


CHOICE, SEVERAL = OneChoice(), SeveralChoices()
