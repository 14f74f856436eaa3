"""Judges a condition in one deal: true, false, or None while an answer is missing (Kleene).

A test of a question that was not asked is false. A test of one that is absent or unknown is not
decided, save `is answered` and `is unknown`, which always are.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from drafter.conditions.model import (
    All,
    Answered,
    Any,
    Compares,
    Condition,
    Has,
    Holds,
    Is,
    IsRecord,
    Missing,
    Not,
    Pair,
    Points,
    Record,
    Records,
    Scope,
    SomeTwo,
    Stands,
    Subject,
    Unknown,
    Value,
)
from drafter.conditions.overlap import overlapping



def judge(condition: Condition, scope: Scope) -> bool | None:
    """Whether the condition holds; None when it hangs on an answer that is missing."""
    return _JUDGES[type(condition)](condition, scope)


def value_of(subject: Subject, scope: Scope) -> Value | Record | Missing:
    """The value at the end of a dotted subject, references followed."""
    value = scope.value(subject[0])
    for step in subject[1:]:
        if type(value) is Points:
            value = scope.record(cast(Points, value)) or Missing.ABSENT
        if type(value) is not Record:
            return cast(Missing, value)
        value = cast(Record, value).values.get(step, Missing.ABSENT)
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


# --- and, or, not -----------------------------------------------------------------------------


def every(judged: Iterable[bool | None]) -> bool | None:
    """False if one is false, else None if one is undecided, else true."""
    result: bool | None = True
    for one in judged:
        if one is False:
            return False
        if one is None:
            result = None
    return result


def some(judged: Iterable[bool | None]) -> bool | None:
    """True if one is true, else None if one is undecided, else false."""
    result: bool | None = False
    for one in judged:
        if one:
            return True
        if one is None:
            result = None
    return result


def negated(judged: bool | None) -> bool | None:
    """The other one; undecided stays undecided."""
    return None if judged is None else not judged


def _all(condition: All, scope: Scope) -> bool | None:
    return every(judge(part, scope) for part in condition.parts)


def _any(condition: Any, scope: Scope) -> bool | None:
    return some(judge(part, scope) for part in condition.parts)


def _not(condition: Not, scope: Scope) -> bool | None:
    return negated(judge(condition.part, scope))


# --- single tests -----------------------------------------------------------------------------


def _tested(test: Callable[[Value], bool], subject: Subject, scope: Scope) -> bool | None:
    value = value_of(subject, scope)
    if type(value) is Missing:
        return False if value is Missing.NOT_ASKED else None
    return test(cast(Value, value))


def _holds(condition: Holds, scope: Scope) -> bool | None:
    return _tested(lambda value: value is True, condition.subject, scope)


def _is(condition: Is, scope: Scope) -> bool | None:
    return _tested(lambda value: value in condition.values, condition.subject, scope)


def _is_record(condition: IsRecord, scope: Scope) -> bool | None:
    record = scope.value(condition.record)
    here = Points(record.list, record.id) if isinstance(record, Record) else None
    return _tested(lambda value: value == here, condition.subject, scope)


def _has(condition: Has, scope: Scope) -> bool | None:
    wanted = condition.values
    enough = all if condition.every else any

    def holds(value: Value) -> bool:
        return enough(one in cast(tuple[str, ...], value) for one in wanted)

    return _tested(holds, condition.subject, scope)


_OPERATORS: dict[str, Callable[[object, object], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}


def _compares(condition: Compares, scope: Scope) -> bool | None:
    compare = _OPERATORS[condition.operator]
    value = value_of(condition.subject, scope)
    if type(value) is Missing:
        return False if value is Missing.NOT_ASKED else None
    if _measure(value) != _measure(condition.amount):
        return None  # other currency or unit: two amounts that nothing can order
    return compare(value, condition.amount)


def _measure(value: object) -> object:
    return getattr(value, "currency", None) or getattr(value, "unit", None)


def _answered(condition: Answered, scope: Scope) -> bool:
    return type(value_of(condition.subject, scope)) is not Missing


def _unknown(condition: Unknown, scope: Scope) -> bool:
    return value_of(condition.subject, scope) is Missing.UNKNOWN


def _stands(condition: Stands, scope: Scope) -> bool:
    return scope.has_text(condition.topic)


# --- tests of records -------------------------------------------------------------------------


def _records(condition: Records, scope: Scope) -> bool | None:
    records = scope.value(condition.list)
    if isinstance(records, Missing):
        return condition.quantifier == "no" if records is Missing.NOT_ASKED else None
    judged = (
        judge(condition.condition, InRecord(record.values, scope))
        for record in cast(tuple[Record, ...], records)
    )
    if condition.quantifier == "every":
        return every(judged)
    found = some(judged)
    return negated(found) if condition.quantifier == "no" else found


def _some_two(condition: SomeTwo, scope: Scope) -> bool | None:
    records = scope.value(condition.list)
    if isinstance(records, Missing):
        return False if records is Missing.NOT_ASKED else None
    return some(
        every(_pair(pair, one, other, scope) for pair in condition.pairs)
        for one, other in combinations(cast(tuple[Record, ...], records), 2)
    )


def _pair(pair: Pair, one: Record, other: Record, scope: Scope) -> bool | None:
    if pair.condition is not None:
        judged = [judge(pair.condition, InRecord(record.values, scope)) for record in (one, other)]
        return every(judged) if pair.how == "both" else some(judged)
    if pair.how == "overlapping":
        return overlapping(pair.field, one, other, scope)
    values = [record.values.get(pair.field, Missing.ABSENT) for record in (one, other)]
    if any(isinstance(value, Missing) for value in values):
        return None
    return (values[0] == values[1]) is (pair.how == "same")


_JUDGES: dict[type, Callable[..., bool | None]] = {
    All: _all,
    Any: _any,
    Not: _not,
    Holds: _holds,
    Is: _is,
    IsRecord: _is_record,
    Has: _has,
    Compares: _compares,
    Answered: _answered,
    Unknown: _unknown,
    Stands: _stands,
    Records: _records,
    SomeTwo: _some_two,
}
