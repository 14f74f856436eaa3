"""Facts: read from `facts/*.yaml`, and found in one deal."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import cast

from drafter.conditions.judge import InRecord, judge
from drafter.conditions.model import (
    Condition,
    Duration,
    Kind,
    Missing,
    Money,
    Points,
    Record,
    Scope,
    Sort,
    Value,
)
from drafter.conditions.names import FieldNames
from drafter.conditions.read import read_condition
from drafter.conditions.say import subjects
from drafter.diagnostics import did_you_mean
from drafter.questionnaire.model import (
    ORDER_WORDS,
    YES_NO,
    Classification,
    Comparison,
    Completeness,
    Fact,
    Measure,
    NamedCondition,
    Question,
    Questionnaire,
    Sameness,
)
from drafter.yaml_nodes import Node, YamlFile

_MEASURES = ("count", "total", "earliest", "latest")
_FORMS = ("when", "classify", "compare", "same", *_MEASURES, "complete")


# --- reading --------------------------------------------------------------------------------------


def read_fact(file: YamlFile, name: str, node: Node, names: Questionnaire) -> Fact | None:
    """The fact that a node spells, or None with its faults noted in the file."""
    entries = file.mapping(node, (*_FORMS, "where"))
    form = next((key for key in _FORMS if key in entries), None)
    if form is None:
        file.fault("missing-key", f"`{name}` says no rule", node, "one of: " + ", ".join(_FORMS))
        return None
    if form == "when":
        condition = _condition(file, entries["when"], names)
        return condition and Fact(name, NamedCondition(condition), YES_NO)
    if form == "classify":
        return _read_classification(file, name, entries["classify"], names)
    if form in ("compare", "same"):
        return _read_pair(file, name, form, entries[form], names)
    if form == "complete":
        return _read_completeness(file, name, entries["complete"], names)
    return _read_measure(file, name, form, entries, names)


def _condition(file: YamlFile, node: Node, names: object) -> Condition | None:
    condition, faults = read_condition(
        file.scalar(node), cast(Questionnaire, names), file.text_place(node)
    )
    file.faults += faults
    return condition


def _read_classification(
    file: YamlFile, name: str, node: Node, names: Questionnaire
) -> Fact | None:
    rows = {row: _condition(file, one, names) for row, one in file.mapping(node).items()}
    if not rows or None in rows.values():
        return None
    kept = cast(dict[str, Condition], rows)
    return Fact(name, Classification(kept), Kind(Sort.CHOICE, options=tuple(kept)))


def _read_pair(
    file: YamlFile, name: str, form: str, node: Node, names: Questionnaire
) -> Fact | None:
    pair = file.scalars(node)
    if len(pair) != 2:
        file.fault("wrong-shape", f"`{form}` takes two names", node, "write [a, b]")
        return None
    for one in pair:
        if names.kind(one) is None:
            file.fault("unknown-name", f"nothing is called `{one}`", node,
                       did_you_mean(one, names.names()))
    if form == "same":
        return Fact(name, Sameness(*pair), YES_NO)
    return Fact(name, Comparison(*pair), Kind(Sort.CHOICE, options=ORDER_WORDS))


def _read_completeness(
    file: YamlFile, name: str, node: Node, names: Questionnaire
) -> Fact | None:
    entries = file.mapping(node, ("list", "each"), ("list", "each"))
    if len(entries) != 2:
        return None
    rows, each = file.scalar(entries["list"]), file.scalars(entries["each"])
    for one in (rows, *each):
        if names.kind(one) is None:
            file.fault("unknown-name", f"nothing is called `{one}`", node,
                       did_you_mean(one, names.names()))
            return None
    return Fact(name, Completeness(rows, each), YES_NO)


def _read_measure(
    file: YamlFile, name: str, form: str, entries: dict[str, Node], names: Questionnaire
) -> Fact | None:
    list_name, _, field = file.scalar(entries[form]).partition(".")
    kind = names.kind(list_name)
    if kind is None or kind.sort is not Sort.LIST:
        lists = [n for n in names.names() if _is_list(names, n)]
        file.fault("unknown-list", f"no list is called `{list_name}`", entries[form],
                   did_you_mean(list_name, lists))
        return None
    measured = kind.fields.get(field)
    if form != "count" and measured is None:
        file.fault("unknown-name", f"`{list_name}` has no field `{field}`", entries[form],
                   did_you_mean(field, kind.fields))
        return None
    where = None
    if "where" in entries:
        inside = FieldNames(kind.fields, names)
        where = _condition(file, entries["where"], inside)
    result = Kind(Sort.NUMBER) if form == "count" else cast(Kind, measured)
    return Fact(name, Measure(form, list_name, field, where), result)


def _is_list(names: Questionnaire, name: str) -> bool:
    kind = names.kind(name)
    return kind is not None and kind.sort is Sort.LIST


def fact_reads(fact: Fact) -> Iterator[str]:
    """The names that a fact reads."""
    match fact.rule:
        case NamedCondition(when):
            yield from subjects(when)
        case Classification(rows):
            for condition in rows.values():
                yield from subjects(condition)
        case Comparison(one, other) | Sameness(one, other):
            yield from (one, other)
        case Measure(_, name, _, _):
            yield name
        case Completeness(name, each):
            yield from (name, *each)


# --- finding --------------------------------------------------------------------------------------


def find(fact: Fact, scope: Scope, questions: dict[str, Question]) -> Value | Missing:
    """What a fact is in this deal; absent while it hangs on an answer that is missing."""
    match fact.rule:
        case NamedCondition(when):
            held = judge(when, scope)
            return Missing.ABSENT if held is None else held
        case Classification(rows):
            return _classify(rows, scope)
        case Comparison(one, other):
            return _compare(scope.value(one), scope.value(other))
        case Sameness(one, other):
            return _same(scope.value(one), scope.value(other))
        case Measure():
            return _measure(fact.rule, scope)
        case Completeness(name, each):
            return _complete(name, each, scope, questions)


def _classify(rows: object, scope: Scope) -> str | Missing:
    judged = {row: judge(when, scope) for row, when in cast(dict[str, Condition], rows).items()}
    held = [row for row, verdict in judged.items() if verdict]
    if held:
        return held[0]
    left = [row for row, verdict in judged.items() if verdict is None]
    return left[0] if len(left) == 1 else Missing.ABSENT


def _compare(one: object, other: object) -> str | Missing:
    if Missing.ABSENT in (one, other) or Missing.UNKNOWN in (one, other):
        return Missing.ABSENT
    one, other = _months(one), _months(other)
    if isinstance(one, Missing) or isinstance(other, Missing) or type(one) is not type(other):
        return "open"
    if _measured_in(one) != _measured_in(other):
        return "open"
    return "equal" if one == other else "less" if one < other else "more"  # type: ignore[operator]


def _months(value: object) -> object:
    """A number of months compares with a plain whole number (the month of a gate)."""
    return value.number if isinstance(value, Duration) and value.unit == "months" else value


def _measured_in(value: object) -> object:
    return getattr(value, "currency", None) or getattr(value, "unit", None)


def _same(one: object, other: object) -> bool | Missing:
    if isinstance(one, Missing) or isinstance(other, Missing):
        return False if Missing.NOT_ASKED in (one, other) else Missing.ABSENT
    return one == other


def _measure(rule: Measure, scope: Scope) -> Value | Missing:
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
    return len(chosen) if rule.how == "count" else _over(rule, chosen)


def _over(rule: Measure, records: list[Record]) -> Value | Missing:
    values = [record.values.get(rule.field, Missing.ABSENT) for record in records]
    if not values or any(isinstance(value, Missing) for value in values):
        return Missing.ABSENT
    if rule.how == "total":
        return _total(values)
    return min(values) if rule.how == "earliest" else max(values)  # type: ignore[type-var]


def _total(values: list[object]) -> Value | Missing:
    if isinstance(values[0], Money):
        money = cast(list[Money], values)
        one_currency = len({one.currency for one in money}) == 1
        total = sum((one.amount for one in money), Decimal(0))
        return Money(money[0].currency, total) if one_currency else Missing.ABSENT
    return sum(cast(list[int], values))


def _complete(
    name: str, each: tuple[str, ...], scope: Scope, questions: dict[str, Question]
) -> bool | Missing:
    rows = scope.value(name)
    axes = [_members(scope.value(one)) for one in each]
    if rows is Missing.NOT_ASKED or None in axes:
        return True
    if isinstance(rows, Missing):
        return Missing.ABSENT
    columns = [_column(questions[name], questions[one]) for one in each]
    held = {tuple(_key(row, column) for column in columns) for row in cast(tuple[Record, ...], rows)}
    return all(cell in held for cell in product(*cast(list[list[str]], axes)))


def _members(value: object) -> list[str] | None:
    """The ids of a list's records or a choice's options; None when there is nothing to cover."""
    if isinstance(value, Missing):
        return None
    return [one.id if isinstance(one, Record) else one for one in cast(tuple[str, ...], value)]


def _column(rows: Question, axis: Question) -> str:
    """The field of a row that names a member of the axis."""
    for id, field in rows.fields.items():
        if field.kind.of == axis.id or (field.kind.options and set(field.kind.options) >= set(
                axis.kind.options) and axis.kind.options):
            return id
    return ""


def _key(row: Record, column: str) -> str:
    value = row.values.get(column, "")
    return value.id if isinstance(value, Points) else str(value)
