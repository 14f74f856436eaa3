"""When two records overlap in a field: a common territory, a common day, the same or a declared
overlapping reference. Overlap of two references is an answer, never guessed from their text."""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from drafter.conditions.model import Missing, Points, Record, Scope

PERIOD = "period"
WORLDWIDE = "worldwide"
EUROPEAN_UNION = "EU"
_TERRITORY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", re.ASCII)
# Member states by ISO 3166-1 alpha-2 code, as of 1 February 2020.
MEMBER_STATES = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)


def is_territory(text: str) -> bool:
    """Whether this spells a territory: an ISO 3166 code, EU or worldwide.

    >>> is_territory("GB"), is_territory("US-CA"), is_territory("England")
    (True, True, False)
    """
    return text == WORLDWIDE or _TERRITORY.fullmatch(text) is not None


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
    named = _overlaps(one, scope), _overlaps(other, scope)
    if other.id in (named[0] or ()) or one.id in (named[1] or ()):
        return True
    return None if None in named else False


def _overlaps(points: Points, scope: Scope) -> tuple[str, ...] | None:
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
