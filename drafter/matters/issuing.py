"""Issuing: the file of a recorded revision that goes to the other side or is to be signed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from drafter.diagnostics import Diagnostic, Refused
from drafter.drafting import Agreement, prepare
from drafter.matters.model import Issued
from drafter.matters.overriding import as_data
from drafter.matters.received import carries, reference
from drafter.matters.taking_in import as_recorded, block_texts
from drafter.questionnaire.record import Override
from drafter.registry.model import Block, Revision, Stamp, Status

if TYPE_CHECKING:
    from drafter.matters.desk import Desk

OUTGOING = ("issue", "signature")


def issue(
    desk: Desk, id: str, stamp: Stamp, overrides: tuple[Override, ...], purpose: str, style: str,
    on: str,
) -> Issued:  # fmt: skip
    """Issue the newest revision; see `Desk.issue`."""
    if purpose not in OUTGOING:
        raise ValueError(f"{purpose!r} is none of {', '.join(OUTGOING)}")
    recorded = desk.registry.revision(id)
    agreement = _agreement(desk, recorded, stamp, overrides, purpose, on)
    faults = [*agreement.kept_back(),
              *_changed_since(recorded, block_texts(agreement.document))]  # fmt: skip
    file = _word_file(desk, agreement, recorded, style, faults)
    if faults:
        raise Refused(faults)
    note = _note(agreement, overrides)
    held = desk.registry.move(id, recorded.revision, Status.ISSUED, stamp, file, note)
    return Issued(held, agreement, file, note)


def _agreement(
    desk: Desk, recorded: Revision, stamp: Stamp, overrides: tuple[Override, ...], purpose: str,
    on: str,
) -> Agreement:  # fmt: skip
    """The agreement that the recorded answers give, with the overrides of today beside them."""
    record = as_recorded(recorded, desk.library)
    record["overrides"] = [*(record.get("overrides") or ()), *as_data(overrides)]
    printed = reference(recorded.agreement, recorded.revision)
    approvals = desk.approvals(stamp.at[:10])
    return prepare(desk.library, record, purpose, on, printed, approvals, tuple(recorded.taken))


def _changed_since(recorded: Revision, blocks: Iterable[Block]) -> list[Diagnostic]:
    """The topics that the library of today words otherwise than the revision that was recorded."""
    then, now = dict(recorded.blocks), dict(blocks)
    changed = dict.fromkeys(
        block.split(".")[0] for block in (*then, *now) if then.get(block) != now.get(block)
    )
    if not changed:
        return []
    names = ", ".join(f"`{name}`" for name in list(changed)[:8])
    more = ", …" if len(changed) > 8 else ""
    id = recorded.agreement
    says = f"the library words {id} otherwise than revision {recorded.revision}: {names}{more}"
    cure = f"record a new revision: drafter draft ANSWERS -o FILE --record --agreement {id}"
    return [Diagnostic("library-changed", says, None, cure)]


def _word_file(
    desk: Desk, agreement: Agreement, recorded: Revision, style: str, faults: list[Diagnostic]
) -> bytes:
    """The file, which must carry its id; what is wrong with its house style joins the faults."""
    drafted_in = next((use.name for use in recorded.uses if use.kind == "style"), "")
    try:
        file = agreement.to_docx(desk.house_style(style or drafted_in))
    except Refused as refused:
        faults += refused.diagnostics
        return b""
    if not carries(file, recorded.agreement, recorded.revision):
        says = "the house style prints no reference, so the file would not carry its id"
        faults.append(Diagnostic("no-reference", says, None, "put {{ reference }} in its footer"))
    return file


def _note(agreement: Agreement, overrides: Iterable[Override]) -> dict[str, Any]:
    report = agreement.report()
    return {
        "purpose": report["purpose"],
        "overrides": as_data(overrides),
        "approvals": report["approvals"],
        "blanks": report["blanks"],
        "awaited": report["awaited"],
        "unconfirmed": list(agreement.leaving.unconfirmed),
    }
