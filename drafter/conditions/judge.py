"""Judges a condition in one deal: true, false, or None while an answer is missing (Kleene).

A test of a question that was not asked is false. A test of one that is absent or unknown is not
decided, save two: `is unknown` always is, and `is answered` is where nobody answered. What is
unknown on purpose may be answered yet, so there `is answered` is not decided either.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import cast

from drafter.conditions.logic import every, negated, some
from drafter.conditions.model import (
    All,
    Answered,
    Compares,
    Condition,
    Either,
    Has,
    Holds,
    Is,
    IsRecord,
    Not,
    PairTest,
    RecordsTest,
    Scope,
    SomeTwo,
    Subject,
    TopicStands,
    Unknown,
)
from drafter.conditions.overlap import overlapping
from drafter.conditions.scopes import AtRecord, InRecord, outside, value_of
from drafter.conditions.two import lacks_something, likeness, open_twos, settled_twos
from drafter.kinds import orders
from drafter.kinds.model import Missing, Points, Record, Value

__all__ = ["AtRecord", "InRecord", "alike", "every", "judge", "negated", "some", "value_of"]


def judge(condition: Condition, scope: Scope) -> bool | None:
    """Whether the condition holds; None when it hangs on an answer that is missing."""
    return _JUDGES[type(condition)](condition, scope)


# --- and, or, not -----------------------------------------------------------------------------


def _all(condition: All, scope: Scope) -> bool | None:
    return every(map(judge, condition.parts, repeat(scope)))


def _any(condition: Either, scope: Scope) -> bool | None:
    return some(map(judge, condition.parts, repeat(scope)))


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
    value = value_of(condition.subject, scope)
    if type(value) is Missing:
        return False if value is Missing.NOT_ASKED else None
    return value in condition.values


def _is_record(condition: IsRecord, scope: Scope) -> bool | None:
    record = outside(scope).value(condition.record)
    here = Points(record.list, record.id) if isinstance(record, Record) else None
    return _tested(lambda value: value == here, condition.subject, scope)


def _has(condition: Has, scope: Scope) -> bool | None:
    wanted = condition.values
    enough = all if condition.every else any

    def holds(value: Value) -> bool:
        members = cast(tuple[str, ...], value)
        return enough(any(condition.met(one, each) for each in members) for one in wanted)

    return _tested(holds, condition.subject, scope)


_MEETS = {
    "<": {"less"},
    "<=": {"less", "equal"},
    "=": {"equal"},
    ">=": {"equal", "more"},
    ">": {"more"},
}


def _compares(condition: Compares, scope: Scope) -> bool | None:
    """None also where nothing orders the two amounts: two currencies, or a month and 30 days."""
    value = value_of(condition.subject, scope)
    if type(value) is Missing:
        return False if value is Missing.NOT_ASKED else None
    can, meets = orders(value, condition.amount), _MEETS[condition.operator]
    return True if can <= meets else None if can & meets else False


def _answered(condition: Answered, scope: Scope) -> bool | None:
    value = value_of(condition.subject, scope)
    return None if value is Missing.UNKNOWN else type(value) is not Missing


def _unknown(condition: Unknown, scope: Scope) -> bool:
    return value_of(condition.subject, scope) is Missing.UNKNOWN


def _stands(condition: TopicStands, scope: Scope) -> bool:
    return scope.has_text(condition.topic)


# --- tests of records -------------------------------------------------------------------------


def _records(condition: RecordsTest, scope: Scope) -> bool | None:
    scope = outside(scope)
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
    scope = outside(scope)
    records = scope.value(condition.list)
    if isinstance(records, Missing):
        return False if records is Missing.NOT_ASKED else None
    pairs, read = condition.pairs, cast(tuple[Record, ...], records)
    alone = {record.id: _by_itself(pairs, record, scope) for record in read}
    whole = [record for record in read if alone[record.id]]
    lacking = [record for record in read if alone[record.id] is None]
    found = some(_compared(pairs, two, scope) for two in settled_twos(whole, pairs, scope))
    if found is not False:
        return found
    open_ones = open_twos(whole, lacking, pairs, scope)
    return None if any(_compared(pairs, two, scope) is None for two in open_ones) else False


def _by_itself(pairs: Sequence[PairTest], record: Record, scope: Scope) -> bool | None:
    """Whether a record can be one of two; None where something that is compared is missing."""
    here = InRecord(record.values, scope)
    tests = [judge(pair.condition, here) for pair in pairs if pair.condition and pair.how == "both"]
    compared = (record.values.get(pair.field, Missing.ABSENT) for pair in pairs if pair.field)
    return every([*tests, *(None for value in compared if lacks_something(value))])


def _compared(pairs: Sequence[PairTest], two: tuple[Record, Record], scope: Scope) -> bool | None:
    return every(_pair(pair, *two, scope) for pair in pairs)


def _pair(pair: PairTest, one: Record, other: Record, scope: Scope) -> bool | None:
    if pair.condition is not None:
        judged = [judge(pair.condition, InRecord(record.values, scope)) for record in (one, other)]
        return every(judged) if pair.how == "both" else some(judged)
    if pair.how == "overlapping":
        return overlapping(pair.field, one, other, scope)
    first, second = (record.values.get(pair.field, Missing.ABSENT) for record in (one, other))
    if lacks_something(first) or lacks_something(second):
        return None
    return alike(cast(Value, first), cast(Value, second)) is (pair.how == "same")


def alike(one: Value, other: Value) -> bool:
    """Whether two answers say the same thing; the order of a set's members says nothing."""
    return likeness(one) == likeness(other)


_JUDGES: dict[type, Callable[..., bool | None]] = {
    All: _all,
    Either: _any,
    Not: _not,
    Holds: _holds,
    Is: _is,
    IsRecord: _is_record,
    Has: _has,
    Compares: _compares,
    Answered: _answered,
    Unknown: _unknown,
    TopicStands: _stands,
    RecordsTest: _records,
    SomeTwo: _some_two,
}
