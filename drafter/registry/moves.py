"""Whether the next step of an agreement may be taken: nobody else was first, and it follows."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from drafter.diagnostics import Diagnostic, Refused
from drafter.registry import reading
from drafter.registry.model import ListedAgreement, Status
from drafter.registry.tables import log


def allowed(
    connection: Connection, agreement: str, revision: int, to: Status, seen: str = ""
) -> ListedAgreement:
    """The agreement, if it still stands where the caller saw it and the step follows.

    Raises `Refused` where it does not.
    """
    held = _expected(connection, agreement, revision, seen)
    _check_follows(connection, held, to)
    return held


def _expected(connection: Connection, agreement: str, revision: int, seen: str) -> ListedAgreement:
    held = reading.held(connection, agreement)
    if held.revision != revision or (seen and held.at != seen):
        says = (
            f"somebody else was first: {agreement} is at revision {held.revision}, "
            f"{held.status} at {held.at}; this run began at revision {revision}"
        )
        cure = f"look at it with `drafter registry show {agreement}`, then run this again"
        raise Refused([Diagnostic("moved-since", says, None, cure)])
    return held


def _check_follows(connection: Connection, held: ListedAgreement, to: Status) -> None:
    offered = _last_offered(connection, held.id)
    if held.erased:
        raise _refused("erased", f"{held.id} was erased", "record the agreement anew")
    if held.status is Status.ENDED or (held.status is Status.SIGNED and to is not Status.ENDED):
        is_signed = held.status is Status.SIGNED
        state = "signed" if is_signed else "at its end"
        says = f"{held.id} is {state}, and cannot be {to} any more"
        cure = "record an agreement of its own for what is new"
        raise _refused("signed" if is_signed else "ended", says, cure)
    if to in (Status.RECEIVED, Status.SIGNED) and not offered:
        cure = f"issue it first: drafter issue {held.id} -o FILE.docx"
        raise _refused("not-issued", f"{held.id} was never issued", cure)
    if to is Status.SIGNED and offered != held.revision:
        says = f"{held.id} is at revision {held.revision}, and revision {offered} was issued last"
        cure = f"issue revision {held.revision} first: drafter issue {held.id} -o FILE.docx"
        raise _refused("not-issued", says, cure)


def _last_offered(connection: Connection, agreement: str) -> int:
    found = connection.execute(
        select(func.max(log.c.revision)).where(
            log.c.agreement == agreement, log.c.event == Status.ISSUED.value
        )
    ).scalar()
    return int(found or 0)


def _refused(rule: str, says: str, cure: str) -> Refused:
    return Refused([Diagnostic(rule, says, None, cure)])
