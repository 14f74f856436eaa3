"""What is written when something happens to an agreement: rows, and the entry that seals them."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, func, insert, select, text, update

from drafter.registry.chain import canonical, next_entry, own_salt, salted
from drafter.registry.details import (
    add_files,
    add_particulars,
    add_wordings,
    making,
)
from drafter.registry.model import (
    DraftedRevision,
    Event,
    ListedAgreement,
    LogEntry,
    Stamp,
    Status,
    Use,
)
from drafter.registry.tables import agreements, log, names, revisions


def lock(connection: Connection) -> None:
    """One writer at a time: each entry follows from the last. SQLite has locked already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE log IN EXCLUSIVE MODE"))


def new_agreement(connection: Connection, draft: DraftedRevision, matter: str) -> str:
    """A row for a new agreement; its id is the next number, and no number is given twice."""
    number = (connection.execute(select(func.max(agreements.c.number))).scalar() or 0) + 1
    id = f"A-{number:04d}"
    row = {
        "id": id,
        "number": number,
        "precedent": draft.precedent,
        "status": Status.DRAFTED.value,
        "revision": 0,
        "at": "",
        "erased": False,
    }
    connection.execute(insert(agreements), row)
    connection.execute(insert(names), {"agreement": id, "matter": matter})
    return id


def add_revision(
    connection: Connection, agreement: str, number: int, draft: DraftedRevision, event: Event
) -> None:
    """The rows of a revision and its entry."""
    stamp, salt = event.stamp, own_salt(event.stamp.salt, "kept")
    held = ListedAgreement(agreement, "", draft.precedent, Status.DRAFTED, number, stamp.at)
    content = kept_content(draft.precedent, draft.purpose, draft.library, draft.uses)
    entry = add_event(connection, held, _with_draft(event, draft), salted(salt, content))
    row = {
        "agreement": agreement,
        "revision": number,
        "entry": entry.number,
        "salt": salt,
        "purpose": draft.purpose,
        "library": draft.library,
        "making": making(connection, draft.uses),
        "amends": draft.amends.get("agreement", ""),
    }
    connection.execute(insert(revisions), row)
    add_wordings(connection, draft.wordings)
    set_status(connection, agreement, Status.DRAFTED, number, stamp)


def _with_draft(event: Event, draft: DraftedRevision) -> Event:
    """The event with the particulars of a draft: its answers, and its blocks as offered."""
    drafted = {
        "answers": dict(draft.answers),
        "taken": dict(draft.taken),
        "blocks": [list(block) for block in draft.blocks],
        **({"amends": dict(draft.amends)} if draft.amends else {}),
        **({"marks": dict(draft.marks)} if draft.marks else {}),
    }
    return replace(event, particulars={**event.particulars, **drafted})


def kept_content(precedent: str, purpose: str, library: str, made_of: tuple[Use, ...]) -> str:
    """What of a revision is never erased, as the text that its entry seals."""
    return canonical([precedent, purpose, library, sorted(made_of)])


def set_status(
    connection: Connection, agreement: str, to: Status, revision: int, stamp: Stamp
) -> None:
    """Where an agreement stands now."""
    connection.execute(
        update(agreements)
        .where(agreements.c.id == agreement)
        .values(status=to.value, revision=revision, at=stamp.at)
    )


def add_event(
    connection: Connection, held: ListedAgreement, event: Event, sealing: str = ""
) -> LogEntry:
    """An entry of the log with its particulars and files."""
    stamp, salt = event.stamp, own_salt(event.stamp.salt, "beside")
    content = {**event.particulars, "by": stamp.by, "files": dict(event.files)}
    beside = salted(salt, canonical(content))
    last = last_entry(connection)
    entry = next_entry(last, stamp.at, event.name, held.id, held.revision, sealing, beside)
    connection.execute(insert(log), entry._asdict())
    add_particulars(connection, entry, salt, content)
    add_files(connection, entry, event.files)
    return entry


def last_entry(connection: Connection) -> LogEntry | None:
    """The entry that the next one follows."""
    row = connection.execute(select(log).order_by(log.c.number.desc()).limit(1)).first()
    return LogEntry(*row) if row else None
