"""What the registry knows, read from its tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted
from drafter.registry.model import (
    KeptFile,
    ListedAgreement,
    LogEntry,
    OfferedBlock,
    Revision,
    Status,
    Use,
)
from drafter.registry.packing import BLOCKS, Frames, opened, unpacked
from drafter.registry.tables import (
    agreements,
    ingredients,
    log,
    made_of,
    names,
    particulars,
    revisions,
    wordings,
)
from drafter.registry.tables import (
    files as kept_files,
)

LISTED = (
    select(
        agreements.c.id,
        names.c.matter,
        agreements.c.precedent,
        agreements.c.status,
        agreements.c.revision,
        agreements.c.at,
        agreements.c.erased,
    )
    .join_from(agreements, names, agreements.c.id == names.c.agreement, isouter=True)
    .order_by(agreements.c.number)
)


def all_held(connection: Connection) -> tuple[ListedAgreement, ...]:
    """Every agreement, oldest first."""
    return listed(connection, LISTED)


def held(connection: Connection, id: str) -> ListedAgreement:
    """One agreement. Raises `Refused` for an unknown id."""
    found = listed(connection, LISTED.where(agreements.c.id == id))
    if not found:
        known = connection.execute(select(agreements.c.id).order_by(agreements.c.number.desc()))
        cure = did_you_mean(id, known.scalars()) or "the registry is empty"
        says = f"no agreement {quoted(id)} is in the registry"
        raise Refused([Diagnostic("unknown-agreement", says, None, cure)])
    return found[0]


def listed(connection: Connection, query: Select[Any]) -> tuple[ListedAgreement, ...]:
    """The agreements of a query that is made from `LISTED`."""
    return tuple(
        ListedAgreement(id, matter or "", precedent, Status(status), revision, at, erased)
        for id, matter, precedent, status, revision, at, erased in connection.execute(query)
    )


def revision(connection: Connection, of: ListedAgreement, number: int, frames: Frames) -> Revision:
    """A revision of an agreement."""
    row = connection.execute(
        select(revisions).where(revisions.c.agreement == of.id, revisions.c.revision == number)
    ).first()
    if row is None:
        says = f"{of.id} has no revision {number}"
        cure = f"it has revisions 1 to {of.revision}"
        raise Refused([Diagnostic("unknown-revision", says, None, cure)])
    entry, found = _with_particulars(connection, log.c.number == row.entry, frames)[0]
    if not found:
        raise Refused([Diagnostic("erased", f"{of.id} was erased", None, "")])
    return Revision(
        of.id,
        number,
        row.purpose,
        row.library,
        entry.at,
        found["by"],
        found["files"]["drafted"],
        found["answers"],
        found["taken"],
        uses_of(connection, row.making),
        tuple(OfferedBlock(*block) for block in found["blocks"]),
        found.get("amends", {}),
    )


def uses_of(connection: Connection, making: int) -> tuple[Use, ...]:
    """What a revision was made of."""
    query = (
        select(ingredients.c.kind, ingredients.c.name, ingredients.c.choice, ingredients.c.digest)
        .join(made_of, made_of.c.ingredient == ingredients.c.id)
        .where(made_of.c.making == making)
    )
    return tuple(sorted(Use(*row) for row in connection.execute(query)))


def files(connection: Connection, agreement: str) -> tuple[KeptFile, ...]:
    """The files kept of an agreement, oldest first."""
    held(connection, agreement)
    query = (
        select(kept_files.c.revision, kept_files.c.kind, kept_files.c.digest, log.c.at)
        .join(log, log.c.number == kept_files.c.entry)
        .where(kept_files.c.agreement == agreement)
        .order_by(kept_files.c.entry, kept_files.c.kind)
    )
    return tuple(KeptFile(*row) for row in connection.execute(query))


def events(
    connection: Connection, agreement: str, frames: Frames
) -> tuple[tuple[LogEntry, dict[str, Any]], ...]:
    """What happened to an agreement; no particulars where they were erased."""
    held(connection, agreement)
    return _with_particulars(connection, log.c.agreement == agreement, frames)


def steps(connection: Connection, agreement: str) -> tuple[tuple[LogEntry, dict[str, Any]], ...]:
    """What happened to an agreement, the texts apart, which cost much to put together."""
    rows = _packed(connection, log.c.agreement == agreement)
    return tuple(
        (entry, {key: one for key, one in said.items() if key != BLOCKS})
        for entry, content in rows
        for said in [opened(content) if content else {}]
    )


def _with_particulars(
    connection: Connection, which: ColumnElement[bool], frames: Frames
) -> tuple[tuple[LogEntry, dict[str, Any]], ...]:
    return tuple(
        (entry, {} if content is None else unpacked(connection, content, frames))
        for entry, content in _packed(connection, which)
    )


def _packed(
    connection: Connection, which: ColumnElement[bool]
) -> list[tuple[LogEntry, bytes | None]]:
    query = (
        select(log, particulars.c.content)
        .join(particulars, particulars.c.entry == log.c.number, isouter=True)
        .where(which)
        .order_by(log.c.number)
    )
    return [(LogEntry(*row), content) for *row, content in connection.execute(query).all()]


def wording(connection: Connection, digest: str) -> str | None:
    """The text of a wording that some agreement used."""
    return connection.execute(select(wordings.c.text).where(wordings.c.digest == digest)).scalar()


def hashes(connection: Connection) -> tuple[str, ...]:
    """The hash of each log entry, oldest first."""
    return tuple(connection.execute(select(log.c.hash).order_by(log.c.number)).scalars())
