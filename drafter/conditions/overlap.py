"""When two records overlap in a field: a common territory, a common day, the same or a declared
overlapping reference. Overlap of two references is an answer, never guessed from their text."""

from __future__ import annotations

from datetime import date
from typing import cast

from drafter.conditions.model import Missing, Points, Record, Scope, Value

WORLDWIDE = "worldwide"
EUROPEAN_UNION = "EU"
# Member states by ISO 3166-1 alpha-2 code, as of 1 February 2020.
MEMBER_STATES = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)


def overlapping(field: str, one: Record, other: Record, scope: Scope) -> bool | None:
    """Whether two records have something in common in `field`; None while it is open."""
    first, second = (record.values.get(field, Missing.ABSENT) for record in (one, other))
    if isinstance(first, Missing) or isinstance(second, Missing):
        return None
    if isinstance(first, Points):
        return _same_or_declared(first, cast(Points, second), scope)
    if isinstance(first, tuple) and field != "period":
        return any(shared(a, b) for a in first for b in cast(tuple[str, ...], second))
    return _periods(cast(tuple[Value, ...], first), cast(tuple[Value, ...], second))


def shared(one: str, other: str) -> bool:
    """Whether two territories have ground in common.

    >>> shared("EU", "FR"), shared("worldwide", "JP"), shared("GB", "US")
    (True, True, False)
    """
    if one == other or WORLDWIDE in (one, other):
        return True
    if EUROPEAN_UNION in (one, other):
        return bool({one, other} & MEMBER_STATES)
    return one.startswith(other + "-") or other.startswith(one + "-")


def _same_or_declared(one: Points, other: Points, scope: Scope) -> bool | None:
    if one == other:
        return True
    named = [_overlaps(points, scope) for points in (one, other)]
    return any(p.id in ids for p, ids in zip((other, one), named, strict=True))


def _overlaps(points: Points, scope: Scope) -> tuple[str, ...]:
    record = scope.record(points)
    value = record.values.get("overlaps", ()) if record else ()
    if isinstance(value, Points):
        return (value.id,)
    return () if isinstance(value, Missing) else cast(tuple[str, ...], value)


def _periods(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Two periods with a common day; a missing start or end is open."""
    starts = [period[0] for period in (one, other) if isinstance(period[0], date)]
    ends = [period[1] for period in (one, other) if isinstance(period[1], date)]
    return not starts or not ends or max(starts) <= min(ends)
