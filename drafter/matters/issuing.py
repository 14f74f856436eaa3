"""Issuing: the file of a recorded revision that goes to the other side or is to be signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.diagnostics import Diagnostic, Refused
from drafter.disk import write_faults
from drafter.drafting import Draft, prepare
from drafter.matters.edited_file import passed_over
from drafter.matters.filing import with_file
from drafter.matters.model import Issued
from drafter.matters.overriding import as_data
from drafter.matters.received import carries, reference
from drafter.matters.recording import as_recorded, block_texts
from drafter.questionnaire.record import Override
from drafter.registry.model import ListedAgreement, OfferedBlock, Revision, Stamp, Status

if TYPE_CHECKING:
    from drafter.matters.workshop import Workshop
    from drafter.word.house_style import HouseStyle

OUTGOING = ("issue", "signature")


@dataclass(frozen=True, slots=True)
class Issuing:
    """What is to be issued, by whom and how; see `Desk.issue`."""

    shop: Workshop
    id: str
    stamp: Stamp
    overrides: tuple[Override, ...]
    purpose: str
    style: str
    on: str

    def done(self, output: Path | None, force: bool) -> Issued:
        """Issue the newest revision. Raises `Refused`, and `ValueError` for another purpose."""
        if self.purpose not in OUTGOING:
            raise ValueError(f"{self.purpose!r} is none of {', '.join(OUTGOING)}")
        registry = self.shop.registry
        recorded = registry.revision(self.id)
        faults = write_faults(output, force, "agreement") if output else []
        agreement = _drafted(self, recorded, faults)
        file = _word_file(self, agreement, recorded, faults) if agreement else b""
        if faults or agreement is None:
            raise Refused(faults)
        note = _note(agreement, self.overrides)
        warnings = self._warnings(recorded)

        def act(place: str) -> ListedAgreement:
            more = {**note, "output": place} if place else note
            return registry.move(self.id, recorded.revision, Status.ISSUED, self.stamp, file, more)

        held = with_file(registry, Status.ISSUED, file, output, force, act)
        return Issued(held, agreement, file, note, warnings)

    def house_style(self, recorded: Revision) -> HouseStyle:
        """The house style asked for, or that of the draft. Raises `Refused`."""
        drafted_in = next((use.name for use in recorded.uses if use.kind == "style"), "")
        return self.shop.style(self.style or drafted_in)

    def _warnings(self, recorded: Revision) -> tuple[Diagnostic, ...]:
        """Edits that came back and are not in it, and what was left out of the house style."""
        over = passed_over(self.shop.registry, self.id)
        drafted = "the file that goes out is drafted without those edits"
        edits = (over.warning(drafted),) if over else ()
        return (*edits, *self.house_style(recorded).told)


def _drafted(issuing: Issuing, recorded: Revision, faults: list[Diagnostic]) -> Draft | None:
    """The agreement that the recorded answers give, with the overrides of today beside them; what
    keeps it back joins the faults."""
    shop, today = issuing.shop, issuing.stamp.at[:10]
    record = as_recorded(recorded, shop.library)
    record["overrides"] = [*(record.get("overrides") or ()), *as_data(issuing.overrides)]
    printed = reference(recorded.agreement, recorded.revision)
    try:
        agreement = prepare(
            shop.library,
            record,
            issuing.purpose,
            issuing.on,
            printed,
            shop.approvals(today),
            tuple(recorded.taken),
        )
    except Refused as refused:
        faults += refused.diagnostics
        return None
    faults += (_as_recorded(fault, recorded) for fault in agreement.kept_back())
    faults += _changed_since(recorded, block_texts(agreement.numbered().document))
    return agreement


def _as_recorded(fault: Diagnostic, recorded: Revision) -> Diagnostic:
    """A fault whose cure begins at the answers file, for answers that the registry holds."""
    if fault.rule != "unconfirmed":
        return fault
    again = f"drafter draft ANSWERS -o FILE --record --agreement {recorded.agreement}"
    return replace(fault, cure=f"drafter confirm ANSWERS --all --by NAME, then {again}")


def _changed_since(recorded: Revision, blocks: Iterable[OfferedBlock]) -> list[Diagnostic]:
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
    issuing: Issuing, agreement: Draft, recorded: Revision, faults: list[Diagnostic]
) -> bytes:
    """The file, which must carry its id; what is wrong with its house style joins the faults."""
    try:
        file = agreement.to_docx(issuing.house_style(recorded))
    except Refused as refused:
        faults += refused.diagnostics
        return b""
    if not carries(file, recorded.agreement, recorded.revision):
        says = "the house style prints no reference, so the file would not carry its id"
        faults.append(Diagnostic("no-reference", says, None, "put {{ reference }} in its footer"))
    return file


def _note(agreement: Draft, overrides: Iterable[Override]) -> dict[str, Any]:
    report = agreement.report()
    return {
        "purpose": report["purpose"],
        "overrides": as_data(overrides),
        "approvals": report["approvals"],
        "blanks": report["blanks"],
        "awaited": report["awaited"],
        "unconfirmed": list(agreement.leaving.unconfirmed),
    }
