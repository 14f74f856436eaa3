"""What names stand for inside a test of records and inside a loop, and at the end of a dot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from drafter.conditions.model import Scope, Subject
from drafter.data_classes import dataclass
from drafter.kinds.model import Missing, Points, Record, Value


def value_of(subject: Subject, scope: Scope) -> Value | Record | Missing:
    """The value at the end of a dotted subject, references followed."""
    value = scope.value(subject[0])
    for step in subject[1:]:
        if type(value) is Points:
            value = scope.record(value) or Missing.ABSENT
        if type(value) is not Record:
            return cast(Missing, value)
        value = value.values.get(step, Missing.ABSENT)
    return value


@dataclass(frozen=True, slots=True)
class InRecord:
    """The scope inside `some grant has (…)`: bare names are the record's fields."""

    fields: Mapping[str, Value | Missing]
    outer: Scope

    def value(self, name: str) -> Value | Record | Missing:
        return self.fields.get(name, Missing.ABSENT)

    def record(self, points: Points) -> Record | None:
        return self.outer.record(points)

    def has_text(self, topic: str) -> bool:
        return self.outer.has_text(topic)


def outside(scope: Scope) -> Scope:
    """The scope outside a test of records: lists and the records of loops stand there."""
    return scope.outer if isinstance(scope, InRecord) else scope


@dataclass(frozen=True, slots=True)
class AtRecord:
    """The scope inside a loop: the outer names, and the record by the loop's word."""

    word: str
    at: Record
    outer: Scope

    def value(self, name: str) -> Value | Record | Missing:
        return self.at if name == self.word else self.outer.value(name)

    def record(self, points: Points) -> Record | None:
        return self.outer.record(points)

    def has_text(self, topic: str) -> bool:
        return self.outer.has_text(topic)
