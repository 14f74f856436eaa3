"""Conditions in words: their canonical source, and which tests decided them.

`grounds` are the tests that made a condition what it is; `lacking` is what would have to change
for a false one to hold. Both are conditions again, so that one printer serves all.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from drafter.conditions.judge import judge
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
    Not,
    Pair,
    Records,
    Scope,
    SomeTwo,
    Stands,
    Subject,
    Unknown,
)


def source(condition: Condition) -> str:
    """The condition as an author would write it; reading it gives the same tree again."""
    match condition:
        case All(parts):
            return " and ".join(_part(part) for part in parts)
        case Any(parts):
            return " or ".join(_part(part) for part in parts)
        case Not(Is() | IsRecord() | Answered() | Unknown() as test):
            return source(test).replace(" is ", " is not ", 1)
        case Not(part):
            return f"not {_part(part)}"
        case Records(quantifier, _, inner, word):
            return f"{quantifier} {word} has ({source(inner)})"
        case SomeTwo(name, pairs):
            return f"some two {name} have ({' and '.join(map(_pair, pairs))})"
        case Stands(topic):
            return f"@{topic}"
        case _:
            return _test(condition)


def _test(condition: Condition) -> str:
    match condition:
        case Holds(subject):
            return dotted(subject)
        case Is(subject, values):
            one = values[0] if len(values) == 1 else "one of " + ", ".join(values)
            return f"{dotted(subject)} is {one}"
        case IsRecord(subject, record):
            return f"{dotted(subject)} is {record}"
        case Has(subject, values, every):
            how = "" if len(values) == 1 else "all of " if every else "any of "
            return f"{dotted(subject)} has {how}{', '.join(values)}"
        case Compares(subject, operator, amount):
            return f"{dotted(subject)} {operator} {_amount(amount)}"
        case Answered(subject):
            return f"{dotted(subject)} is answered"
        case Unknown(subject):
            return f"{dotted(subject)} is unknown"
    raise AssertionError(condition)


def dotted(subject: Subject) -> str:
    """`grant.field.definition`."""
    return ".".join(subject)


def _part(condition: Condition) -> str:
    listed = isinstance(condition, Is | Has) and len(condition.values) > 1
    return f"({source(condition)})" if isinstance(condition, All | Any) or listed else source(
        condition)


def _pair(pair: Pair) -> str:
    if pair.condition is not None:
        return f"{pair.how} {_part(pair.condition)}"
    return f"{pair.how} {pair.field}"


def _amount(amount: object) -> str:
    if isinstance(amount, Decimal):
        return f"{amount} percent"
    return amount.isoformat() if isinstance(amount, date) else str(amount)


# --- which tests decided ------------------------------------------------------------------------


def grounds(condition: Condition, scope: Scope) -> tuple[Condition, ...]:
    """The tests that made the condition what it is in this deal, in reading order."""
    return tuple(_grounds(condition, scope))


def _grounds(condition: Condition, scope: Scope) -> Iterator[Condition]:
    match condition:
        case Not(part):
            yield from _grounds(part, scope)
        case All(parts) | Any(parts):
            verdict = judge(condition, scope)
            deciding = [part for part in parts if judge(part, scope) is verdict]
            settled = verdict is isinstance(condition, Any)  # one part is enough
            for part in deciding[:1] if settled else deciding:
                yield from _grounds(part, scope)
        case _:
            yield condition


def lacking(condition: Condition, scope: Scope) -> Condition | None:
    """What is still missing for the condition to hold; None when it holds."""
    if judge(condition, scope):
        return None
    match condition:
        case All(parts):
            left = [rest for part in parts if (rest := lacking(part, scope)) is not None]
            return left[0] if len(left) == 1 else All(tuple(left))
        case Any(parts):
            return Any(tuple(lacking(part, scope) or part for part in parts))
        case _:
            return condition


def subjects(condition: Condition) -> Iterator[str]:
    """Every question, fact or list that a condition reads, by its first name, once each."""
    return iter(dict.fromkeys(_subjects(condition)))


def _subjects(condition: Condition) -> Iterator[str]:
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _subjects(part)
        case Not(part):
            yield from _subjects(part)
        case Records() | SomeTwo():
            yield condition.list
        case Stands():
            return
        case Holds() | Is() | IsRecord() | Has() | Compares() | Answered() | Unknown():
            yield condition.subject[0]


def topics(condition: Condition) -> Iterator[str]:
    """Every topic that a condition asks about with `@`."""
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from topics(part)
        case Not(part):
            yield from topics(part)
        case Stands(topic):
            yield topic
