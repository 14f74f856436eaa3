"""Reads a condition from text, types checked as it goes.

    condition = single { "and" single } | single { "or" single }

>>> from drafter import kinds
>>> from drafter.kinds import Kind
>>> class Known:
...     def kind(self, name):
...         return {"ownership": Kind(kinds.CHOICE, options=("joint", "maker"))}.get(name)
...     def names(self):
...         return ["ownership"]
>>> condition, faults = read_condition("ownership is joynt", Known(), Place("a.yaml", 3, 9))
>>> print(faults[0].place, faults[0].says, faults[0].cure)
a.yaml:3:22 `ownership` has no option `joynt` did you mean `joint`?
"""

from __future__ import annotations

from drafter.conditions.model import All, Condition, Either, Names, Not
from drafter.conditions.names import outermost
from drafter.conditions.reading import DEEPEST, Broken, ConditionReading
from drafter.conditions.records import read_records, read_some_two
from drafter.conditions.single_test import read_test
from drafter.conditions.tokens import KEYWORDS
from drafter.diagnostics import Diagnostic, Place, quoted

__all__ = ["DEEPEST", "KEYWORDS", "read_condition"]


def read_condition(
    text: str, names: Names, place: Place
) -> tuple[Condition | None, tuple[Diagnostic, ...]]:
    """The condition that `text` spells, or None with the faults that it has.

    `place` is where `text` begins. Type faults are collected; a syntax fault ends the reading.
    """
    reading = ConditionReading(text, outermost(names), place)
    try:
        condition = _whole(reading, names)
    except Broken:
        return None, tuple(reading.faults)
    return (None if reading.faults else condition), tuple(reading.faults)


def _whole(reading: ConditionReading, names: Names) -> Condition:
    reading.cut()
    condition = _condition(reading, names)
    if reading.peek():
        reading.stop("syntax", f"{quoted(reading.peek())} is not expected here")
    return condition


def _condition(reading: ConditionReading, names: Names) -> Condition:
    parts = [_single(reading, names)]
    word = reading.peek()
    if word not in ("and", "or"):
        return parts[0]
    while reading.peek() == word:
        reading.no_open_list()
        reading.next()
        parts.append(_single(reading, names))
    if reading.peek() in ("and", "or"):
        cure = "put brackets round the part that belongs together"
        reading.stop("mixed-and-or", "`and` and `or` stand side by side", cure)
    return All(tuple(parts)) if word == "and" else Either(tuple(parts))


def _single(reading: ConditionReading, names: Names) -> Condition:
    reading.depth += 1
    if reading.depth > DEEPEST:
        cure = "name a part of it as a fact"
        reading.stop("too-deep", f"deeper than {DEEPEST} levels", cure)
    condition = _negated_bracketed_or_test(reading, names)
    reading.depth -= 1
    return condition


def _negated_bracketed_or_test(reading: ConditionReading, names: Names) -> Condition:
    if reading.take("not"):
        return Not(_single(reading, names))
    if reading.take("("):
        inner = _condition(reading, names)
        reading.expect(")")
        return inner
    if reading.peek() in ("some", "every", "no"):
        return _test_of_records(reading)
    return read_test(reading, names)


def _test_of_records(reading: ConditionReading) -> Condition:
    start = reading.at
    quantifier = reading.next()
    if quantifier == "some" and reading.take("two"):
        return read_some_two(reading, start, _single)
    return read_records(reading, quantifier, start, _condition)
