"""A party, or a record of another list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from drafter.data_classes import dataclass
from drafter.kinds.cases import Tested
from drafter.kinds.model import Points, Value
from drafter.kinds.sort import Kind, Sort


@dataclass(frozen=True)
class RecordReference(Sort):
    """A record of the list that `of:` names, by its id."""

    name = "reference"
    holds = Points
    needs: ClassVar[tuple[str, ...]] = ("of",)
    refers = True
    overlaps = True

    def read_one(self, text: str, kind: Kind) -> Value:
        return Points(kind.of, text)

    def spelled(self, value: Any) -> str:
        return str(value.id)

    def printed(self, value: Any, words: Any) -> str:
        return str(value.id)

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        yield Points(kind.of, "")


@dataclass(frozen=True)
class Party(RecordReference):
    """A record of the list of the parties."""

    name = "party"
    needs = ()


REFERENCE, PARTY = RecordReference(), Party()
