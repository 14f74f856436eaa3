"""Links: unguessable, kept as digests, each of one part in one deal; they expire and are revoked.

A link is a number and a secret of 256 bits. The row is found by the number, and the digest of the
secret compared in constant time, so that nothing is learnt from how long an answer takes.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update

from examples.intake_service.parts import Part
from examples.intake_service.store.database import Database
from examples.intake_service.store.deals import note
from examples.intake_service.store.model import Act, Link
from examples.intake_service.store.tables import links

_NOBODY = "0" * 64  # compared with where there is no such link, so that it takes as long


class LinkRefused(Exception):
    """A link opens nothing, and why."""


@dataclass(frozen=True, slots=True)
class Links:
    """The links of a database."""

    database: Database

    def new(self, deal: int, part: Part, name: str, expires: int, act: Act) -> str:
        """A new link for somebody; gives what opens it, which is told once and never again."""
        secret = secrets.token_urlsafe(32)
        values = {"deal": deal, "part": part.value, "name": name, "expires": expires}
        with self.database.writing() as connection:
            made = connection.execute(insert(links).values(digest=_digest(secret), **values))
            (id,) = made.inserted_primary_key or (0,)
            note(connection, deal, act)
        return f"{id}.{secret}"

    def opened(self, token: str, now: int) -> Link:
        """The link that a token opens. Raises `LinkRefused`."""
        number, _, secret = token.partition(".")
        row = self._row(int(number)) if number.isascii() and number.isdecimal() else None
        expected = row.digest if row is not None else _NOBODY
        if not hmac.compare_digest(expected, _digest(secret)) or row is None:
            raise LinkRefused("This link opens nothing. Check that it is whole")
        return _living(row, now)

    def living(self, id: int, now: int) -> Link:
        """A link that a session opened earlier. Raises `LinkRefused` once it is revoked or old."""
        row = self._row(id)
        if row is None:
            raise LinkRefused("This link opens nothing. Check that it is whole")
        return _living(row, now)

    def of(self, deal: int) -> list[Link]:
        """The links of a deal, the newest first."""
        chosen = select(links).where(links.c.deal == deal).order_by(links.c.id.desc())
        with self.database.reading() as connection:
            return [_link(row) for row in connection.execute(chosen)]

    def revoke(self, id: int, act: Act) -> bool:
        """Revoke a link for good; whether it was a living one of the deal."""
        alive = (links.c.id == id) & links.c.revoked.is_(None)
        with self.database.writing() as connection:
            deal = connection.execute(select(links.c.deal).where(alive)).scalar()
            if deal is not None:
                connection.execute(update(links).where(alive).values(revoked=act.at))
                note(connection, deal, act)
        return deal is not None

    def _row(self, id: int) -> Any:
        if id >= 2**31:  # no number of a row
            return None
        with self.database.reading() as connection:
            return connection.execute(select(links).where(links.c.id == id)).one_or_none()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _link(row: Any) -> Link:
    return Link(row.id, row.deal, Part(row.part), row.name, row.expires, row.revoked)


def _living(row: Any, now: int) -> Link:
    if row.revoked is not None:
        raise LinkRefused("This link was revoked. Ask who sent it to you for a new one")
    if row.expires <= now:
        raise LinkRefused("This link has expired. Ask who sent it to you for a new one")
    return _link(row)
