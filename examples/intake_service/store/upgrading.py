"""Older forms of the store, brought to the newest one step after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from examples.intake_service.store.tables import NEWEST, about, deals


class Spoilt(Exception):
    """What of an older store cannot be read."""


def brought_up(connection: Connection, form: int) -> None:
    """Bring a store of an older form to the newest, in the transaction of the connection.

    Raises `Spoilt`: the store then stays as it was.
    """
    for number in range(form, NEWEST):
        _STEPS[number](connection)
    connection.execute(update(about).values(form=NEWEST))


def is_known(form: object) -> bool:
    """Whether a store, or a backup, of this form can be read."""
    return isinstance(form, int) and 1 <= form <= NEWEST


def _records_of_each_side(connection: Connection) -> None:
    """Form 2: a list may be filled by both sides, each its own records."""
    for id, text in connection.execute(select(deals.c.id, deals.c.sharing)).all():
        try:
            sharing = json.loads(text) | {"each": [], "theirs": []}
        except (ValueError, TypeError) as fault:
            raise Spoilt(f"who is asked what in deal {id} cannot be read: {fault}") from None
        sharing = json.dumps(sharing, ensure_ascii=False)
        connection.execute(update(deals).where(deals.c.id == id).values(sharing=sharing))


_STEPS: Mapping[int, Callable[[Connection], None]] = MappingProxyType({1: _records_of_each_side})
