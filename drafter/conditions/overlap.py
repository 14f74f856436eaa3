"""When two records overlap in a field: a common territory, a common day, the same or a declared
overlapping reference. Overlap of two references is an answer, never guessed from their text."""

from __future__ import annotations

from datetime import date
from typing import cast

from drafter.conditions.model import Scope
from drafter.kinds.model import Missing, Points, Record
from drafter.kinds.territories import shared

PERIOD = "period"


def overlapping(field: str, one: Record, other: Record, scope: Scope) -> bool | None:
    """Whether two records have something in common in `field`; None while it is open."""
    first, second = (record.values.get(field, Missing.ABSENT) for record in (one, other))
    if isinstance(first, Missing) or isinstance(second, Missing):
        return None
    if isinstance(first, Points):
        return _same_or_declared(first, cast(Points, second), scope)
    if field == PERIOD:
        return _periods(cast(tuple[object, ...], first), cast(tuple[object, ...], second))
    members = cast(tuple[str, ...], first), cast(tuple[str, ...], second)
    return any(shared(a, b) for a in members[0] for b in members[1])


def _same_or_declared(one: Points, other: Points, scope: Scope) -> bool | None:
    if one == other:
        return True
    theirs = named(one, scope), named(other, scope)
    if other.id in (theirs[0] or ()) or one.id in (theirs[1] or ()):
        return True
    return None if None in theirs else False


def named(points: Points, scope: Scope) -> tuple[str, ...] | None:
    """The ids that a record names under `overlaps`; None when it is said to be unknown."""
    record = scope.record(points)
    value = record.values.get("overlaps", ()) if record else ()
    if isinstance(value, Points):
        return (value.id,)
    if isinstance(value, Missing):
        return None if value is Missing.UNKNOWN else ()
    return cast(tuple[str, ...], value)


def _periods(one: tuple[object, ...], other: tuple[object, ...]) -> bool | None:
    """Two periods with a common day. A start or end that is None is open; a missing one leaves
    the matter open unless the other days keep the periods apart."""
    starts = [period[0] for period in (one, other) if isinstance(period[0], date)]
    ends = [period[1] for period in (one, other) if isinstance(period[1], date)]
    if starts and ends and max(starts) > min(ends):
        return False
    return None if any(isinstance(day, Missing) for day in (*one, *other)) else True
