"""When two conditions can never hold together. What cannot be proved is False.

Proved are: one is the negation of the other, different options of one question, a test of a
question that is not answered, and comparisons whose ranges have nothing in common.
"""

from __future__ import annotations

from typing import Any as AnyAmount

from drafter.conditions.model import Answered, Compares, Condition, Either, Has, Holds, Is, Not
from drafter.conditions.source import source

_TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def exclude(one: Condition, other: Condition) -> bool:
    """Whether no deal can make both hold.

    >>> exclude(Is(("law",), ("england",)), Is(("law",), ("new-york",)))
    True
    """
    return _one_way(one, other) or _one_way(other, one)


def _one_way(one: Condition, other: Condition) -> bool:
    if source(other) == source(Not(one)):
        return True
    match one, other:
        case Either(parts), _:
            return all(exclude(part, other) for part in parts)
        case Is(), Is():
            return one.subject == other.subject and not set(one.values) & set(other.values)
        case Is(), Not(Is() as denied):
            return one.subject == denied.subject and set(one.values) <= set(denied.values)
        case Is() | Has() | Holds() | Compares(), Not(Answered(subject)):
            return one.subject == subject
        case Compares(), Compares():
            return one.subject == other.subject and _apart(one, other)
        case Compares(), Not(Compares() as denied) if denied.operator in _TURNED:
            return exclude(one, Compares(denied.subject, _TURNED[denied.operator], denied.amount))
    return False


def _apart(one: Compares, other: Compares) -> bool:
    """Whether all of one range lies below the other."""
    if _measure(one.amount) != _measure(other.amount):
        return False
    if one.operator not in ("<", "<=", "=") or other.operator not in (">", ">=", "="):
        return False
    high: AnyAmount = one.amount
    low: AnyAmount = other.amount
    meets = one.operator != "<" and other.operator != ">"
    return bool(high < low or (high == low and not meets))


def _measure(amount: object) -> tuple[object, ...]:
    """Amounts compare within one type, and within one currency or unit."""
    return type(amount), getattr(amount, "currency", ""), getattr(amount, "unit", "")
