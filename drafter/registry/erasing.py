"""Erasing: names, answers, texts and files go; a tombstone stays, and the log still verifies.

First the rows go, and a list of files to remove is left in their place; then the files. Whoever
is interrupted in between finds the list at the next erasure.
"""

from __future__ import annotations

from sqlalchemy import Connection, Engine, delete, insert, select, update

from drafter.registry.cabinet import Cabinet
from drafter.registry.model import Event, ListedAgreement, Stamp
from drafter.registry.packing import frame_numbers, in_parts
from drafter.registry.tables import (
    agreements,
    files,
    frames,
    names,
    particulars,
    removals,
    revisions,
)
from drafter.registry.writing import add_event

ERASED = "erased"


def erase(connection: Connection, held: ListedAgreement, stamp: Stamp, reason: str) -> None:
    """Take away the rows that name people or answers, and note which files are to follow."""
    known = set(connection.execute(select(removals.c.digest)).scalars())
    doomed = set(
        connection.execute(select(files.c.digest).where(files.c.agreement == held.id)).scalars()
    )
    if doomed - known:
        connection.execute(insert(removals), [{"digest": one} for one in sorted(doomed - known)])
    own = _frames(connection, held.id)
    for table in (particulars, files, names):
        connection.execute(delete(table).where(table.c.agreement == held.id))
    _forget(connection, own - _frames(connection))
    connection.execute(update(revisions).where(revisions.c.agreement == held.id).values(amends=""))
    connection.execute(
        update(agreements).where(agreements.c.id == held.id).values(erased=True, at=stamp.at)
    )
    add_event(connection, held, Event(ERASED, stamp, particulars={"reason": reason}))


def _frames(connection: Connection, agreement: str = "") -> set[int]:
    """The frames that an agreement needs, or all that are left do."""
    query = select(particulars.c.content)
    if agreement:
        query = query.where(particulars.c.agreement == agreement)
    return set[int]().union(*map(frame_numbers, connection.execute(query).scalars()))


def _forget(connection: Connection, ids: set[int]) -> None:
    """Words that nobody else has may be somebody's name."""
    for some in in_parts(sorted(ids)):
        connection.execute(delete(frames).where(frames.c.id.in_(some)))


def sweep(connection: Connection, cabinet: Cabinet) -> None:
    """Remove the files that no agreement keeps: those of the erased one, and what interrupted
    runs left, whole or half-written, for it may hold the same words."""
    kept = set(connection.execute(select(files.c.digest)).scalars())
    listed = connection.execute(select(removals.c.digest)).scalars().all()
    for digest in {*listed, *cabinet.digests()} - kept:
        cabinet.remove(digest)
    for path in cabinet.half_written():
        path.unlink(missing_ok=True)
    connection.execute(delete(removals))


def forget_old_pages(engine: Engine) -> None:
    """SQLite keeps what was overwritten in a second file until that is emptied."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
