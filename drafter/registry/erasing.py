"""Erasing: names, answers, texts and files go; a tombstone stays, and the log still verifies.

First the rows go, and a list of files to remove is left in their place; then the files. Whoever
is interrupted in between finds the list at the next erasure.
"""

from __future__ import annotations

from sqlalchemy import Connection, Engine, delete, insert, select, update

from drafter.registry.cabinet import Cabinet
from drafter.registry.model import Event, ListedAgreement, Stamp
from drafter.registry.tables import agreements, answers, files, names, particulars, removals
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
    for table in (particulars, answers, files, names):
        connection.execute(delete(table).where(table.c.agreement == held.id))
    connection.execute(
        update(agreements).where(agreements.c.id == held.id).values(erased=True, at=stamp.at)
    )
    add_event(connection, held, Event(ERASED, stamp, particulars={"reason": reason}))


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
