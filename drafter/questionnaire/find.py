"""Finds what a fact is in one deal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import product
from typing import cast

from drafter.conditions.judge import alike, judge
from drafter.conditions.model import Condition, Scope
from drafter.conditions.scopes import InRecord
from drafter.kinds import orders
from drafter.kinds.model import Missing, Points, Record, Value
from drafter.questionnaire.model import (
    Classification,
    Comparison,
    Completeness,
    Fact,
    Measure,
    NamedCondition,
    Sameness,
)

_OPEN = (Missing.ABSENT, Missing.UNKNOWN)


def find(fact: Fact, scope: Scope) -> Value | Missing:
    """What a fact is in this deal; absent while it hangs on an answer that is missing."""
    match fact.rule:
        case NamedCondition(when):
            held = judge(when, scope)
            return Missing.ABSENT if held is None else held
        case Classification(rows):
            return _classify(rows, scope)
        case Comparison(one, other):
            return compared(scope.value(one), scope.value(other))
        case Sameness(one, other):
            return same(scope.value(one), scope.value(other))
        case Measure():
            return _measure(fact, fact.rule, scope)
        case Completeness():
            return _complete(fact.rule, scope)


def _classify(rows: Mapping[str, Condition], scope: Scope) -> str | Missing:
    """The row that holds, or the only one that still could: exactly one holds in the end."""
    judged = {row: judge(when, scope) for row, when in rows.items()}
    held = [row for row, verdict in judged.items() if verdict]
    left = [row for row, verdict in judged.items() if verdict is None]
    if held:
        return held[0]
    return left[0] if len(left) == 1 else Missing.ABSENT


# --- two names ------------------------------------------------------------------------------------


def compared(one: object, other: object) -> str | Missing:
    """How one answer stands to another: less, equal, more; open where they do not compare."""
    if isinstance(one, Missing) or isinstance(other, Missing):
        return Missing.ABSENT if one in _OPEN or other in _OPEN else "open"
    can = orders(one, other)
    return next(iter(can)) if len(can) == 1 else "open"


def same(one: object, other: object) -> bool | Missing:
    """Whether two answers name the same thing."""
    if isinstance(one, Missing) or isinstance(other, Missing):
        return False if Missing.NOT_ASKED in (one, other) else Missing.ABSENT
    return alike(cast(Value, one), cast(Value, other))


# --- measures -------------------------------------------------------------------------------------


def _measure(fact: Fact, rule: Measure, scope: Scope) -> Value | Missing:
    records = scope.value(rule.list)
    if isinstance(records, Missing):
        nothing = rule.how == "count" and records is Missing.NOT_ASKED
        return 0 if nothing else records
    chosen = []
    for record in cast(tuple[Record, ...], records):
        held = True if rule.where is None else judge(rule.where, InRecord(record.values, scope))
        if held is None:
            return Missing.ABSENT
        if held:
            chosen.append(record)
    return len(chosen) if rule.how == "count" else _over(fact, rule, chosen)


def _over(fact: Fact, rule: Measure, records: list[Record]) -> Value | Missing:
    """The total or the extreme of a field; an optional field that stays blank adds nothing."""
    values = [record.values.get(rule.field, Missing.ABSENT) for record in records]
    if fact.kind.optional:
        values = [value for value in values if value is not Missing.ABSENT]
    if any(isinstance(value, Missing) for value in values):
        return Missing.ABSENT
    if rule.how == "total":
        total = fact.kind.sort.total(values)
        nothing = Missing.ABSENT if values else Missing.NOT_ASKED
        return nothing if total is None else total
    if not values:
        return Missing.NOT_ASKED
    days = cast(list[date], values)
    return min(days) if rule.how == "earliest" else max(days)


# --- completeness ---------------------------------------------------------------------------------


def _complete(rule: Completeness, scope: Scope) -> bool | Missing:
    """Whether every combination of members has a row; with nothing to cover, it has."""
    rows = scope.value(rule.list)
    axes = [scope.value(one) for one in rule.each]
    if rows is Missing.NOT_ASKED or Missing.NOT_ASKED in axes:
        return True
    if isinstance(rows, Missing) or any(isinstance(axis, Missing) for axis in axes):
        return Missing.ABSENT
    held = {
        tuple(_named(row.values.get(column, Missing.ABSENT)) for column in rule.columns)
        for row in cast(tuple[Record, ...], rows)
    }
    cells = product(*(_members(axis) for axis in axes))
    if all(cell in held for cell in cells):
        return True
    return Missing.ABSENT if any(None in cell for cell in held) else False


def _members(value: object) -> list[str]:
    """The ids of a list's records, or the options that were chosen."""
    members = cast(tuple[Record | str, ...], value)
    return [one.id if isinstance(one, Record) else one for one in members]


def _named(value: Value | Missing) -> str | None:
    if isinstance(value, Missing):
        return None
    return value.id if isinstance(value, Points) else str(value)
