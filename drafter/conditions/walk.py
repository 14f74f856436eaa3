"""Walks through a condition: its parts, the names it reads, the topics it asks about."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.conditions.model import All, Condition, Either, Not, RecordsTest, SomeTwo, TopicStands


def beneath(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that a condition is made of; none for a single test."""
    match condition:
        case All(parts) | Either(parts):
            return parts
        case Not(part):
            return (part,)
        case RecordsTest():
            return (condition.condition,)
        case SomeTwo(_, pairs):
            return tuple(pair.condition for pair in pairs if pair.condition is not None)
        case _:
            return ()


def tests(condition: Condition) -> Iterator[Condition]:
    """The single tests that a condition is made of; a test of records is one."""
    if isinstance(condition, All | Either | Not):
        for part in beneath(condition):
            yield from tests(part)
    else:
        yield condition


def subjects(condition: Condition) -> Iterator[str]:
    """Every question, fact or list that a condition reads, by its first name, once each.

    Inside a test of records the names are fields; only the lists that it reads count there.
    """
    return iter(dict.fromkeys(_subjects(condition, in_record=False)))


def _subjects(condition: Condition, in_record: bool) -> Iterator[str]:
    if isinstance(condition, RecordsTest | SomeTwo):
        yield condition.list
        in_record = True
    elif not in_record and not isinstance(condition, All | Either | Not | TopicStands):
        yield condition.subject[0]
    for part in beneath(condition):
        yield from _subjects(part, in_record)


def stands(condition: Condition) -> Iterator[TopicStands]:
    """Every test of a topic (`@exit`) in a condition."""
    if isinstance(condition, TopicStands):
        yield condition
    for part in beneath(condition):
        yield from stands(part)


def topics(condition: Condition) -> Iterator[str]:
    """Every topic that a condition asks about with `@`."""
    return (test.topic for test in stands(condition))
