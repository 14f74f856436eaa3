"""A condition as its author would write it: the canonical source, which reads back as the same."""

from __future__ import annotations

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
    SomeTwo,
    Subject,
    TopicStands,
    Unknown,
)
from drafter.conditions.reasons import grounds, lacking
from drafter.conditions.walk import subjects, topics
from drafter.kinds import spelled

__all__ = ["dotted", "grounds", "lacking", "source", "subjects", "topics"]


def source(condition: Condition) -> str:
    """The condition as an author would write it; reading it gives the same tree again."""
    match condition:
        case All(parts):
            return " and ".join(_part(part) for part in parts)
        case Either(parts):
            return " or ".join(_part(part) for part in parts)
        case Not(Is() | IsRecord() | Answered() | Unknown() as test):
            return source(test).replace(" is ", " is not ", 1)
        case Not(part):
            return f"not {_part(part)}"
        case RecordsTest(quantifier, _, inner, word):
            return f"{quantifier} {word} has ({source(inner)})"
        case SomeTwo(name, pairs):
            return f"some two {name} have ({' and '.join(map(_pair, pairs))})"
        case TopicStands(topic):
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
            return f"{dotted(subject)} {operator} {spelled(amount)}"
        case Answered(subject):
            return f"{dotted(subject)} is answered"
        case Unknown(subject):
            return f"{dotted(subject)} is unknown"
    raise AssertionError(condition)


def dotted(subject: Subject) -> str:
    """`grant.field.definition`."""
    return ".".join(subject)


def _part(condition: Condition) -> str:
    words = source(condition)
    return (
        f"({words})" if isinstance(condition, All | Either) or _ends_in_list(condition) else words
    )


def _ends_in_list(condition: Condition) -> bool:
    """Whether an `and` or `or` behind the words would be read as part of a list of values."""
    if isinstance(condition, Not) and isinstance(condition.part, Is):
        condition = condition.part
    return isinstance(condition, Is | Has) and len(condition.values) > 1


def _pair(pair: PairTest) -> str:
    if pair.condition is not None:
        return f"{pair.how} {_part(pair.condition)}"
    return f"{pair.how} {pair.field}"
