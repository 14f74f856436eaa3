"""Tests of a list's records: `some grant has (…)`, `some two grants have (different licensee)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from drafter.conditions.model import Condition, Names, PairTest, RecordsTest, SomeTwo
from drafter.conditions.names import FieldNames
from drafter.conditions.reading import Broken, ConditionReading
from drafter.diagnostics import did_you_mean, quoted
from drafter.kinds import Kind

ReadCondition: TypeAlias = Callable[[ConditionReading, Names], Condition]
_COMPARISONS = ("same", "different", "overlapping")


def read_records(
    reading: ConditionReading, quantifier: str, start: int, read: ReadCondition
) -> RecordsTest:
    """`some|every|no grant has (…)`, from the record's word on; `read` reads what is inside."""
    word = reading.name("a record's name, such as `grant`")
    by_word = {kind.one: (name, kind) for name, kind in reading.lists().values()}
    list_name, kind = _list(reading, word, by_word, f"no list has the record {quoted(word)}")
    reading.expect("has")
    reading.expect("(")
    inner = read(reading, FieldNames(kind.fields, reading.names))
    reading.expect(")")
    return RecordsTest(quantifier, list_name, inner, word, reading.span(start))


def read_some_two(reading: ConditionReading, start: int, read: ReadCondition) -> SomeTwo:
    """`some two grants have (…)`, from the list's name on; `read` reads one test of a record."""
    word = reading.name("a list")
    list_name, kind = _list(reading, word, reading.lists(), f"no list is called {quoted(word)}")
    reading.expect("have")
    reading.expect("(")
    fields = FieldNames(kind.fields, reading.names)
    pairs = [_pair(reading, fields, read)]
    while reading.peek() == "and":
        reading.no_open_list()
        reading.next()
        pairs.append(_pair(reading, fields, read))
    reading.expect(")")
    return SomeTwo(list_name, tuple(pairs), reading.span(start))


def _list(
    reading: ConditionReading, word: str, known: Mapping[str, tuple[str, Kind]], says: str
) -> tuple[str, Kind]:
    if word not in known:
        reading.fault(reading.at - 1, "unknown-list", says, did_you_mean(word, known))
        raise Broken
    return known[word]


def _pair(reading: ConditionReading, fields: FieldNames, read: ReadCondition) -> PairTest:
    how = reading.next()
    if how in ("both", "one"):
        return PairTest(how, condition=read(reading, fields))
    if how not in _COMPARISONS:
        reading.at -= 1
        cure = "same, different, overlapping, both or one"
        reading.stop("syntax", f"{quoted(how)} does not compare two records", cure)
    name = reading.name("a field")
    _check_field(reading, how, name, fields)
    return PairTest(how, field=name)


def _check_field(reading: ConditionReading, how: str, name: str, fields: FieldNames) -> None:
    kind = fields.kind(name)
    if kind is None:
        reading.unknown((name,), fields, reading.at - 1)
    elif how == "overlapping" and not kind.sort.overlaps:
        cure = f"write `same {name}` or `different {name}`"
        says = f"{quoted(name)} is of type {kind.sort.name} and cannot overlap"
        reading.fault(reading.at - 1, "wrong-type", says, cure)
