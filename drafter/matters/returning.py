"""What comes back on an issued agreement: the other side's file, and at last the signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from drafter.diagnostics import WARNING, Diagnostic, Place, Refused, refuse_errors
from drafter.gate import Gate, closed, unconfirmed_gate, unfinished_gates
from drafter.matters.amending.standing import refuse_where_moved
from drafter.matters.model import Received
from drafter.matters.names import one_line
from drafter.matters.overriding import as_data, recorded_overrides
from drafter.matters.proposed import SentBlanks, warnings_of_blanks
from drafter.matters.received import match, wrong_file
from drafter.ooxml.package import read_package
from drafter.questionnaire.record import Override
from drafter.registry.model import ListedAgreement, Stamp, Status
from drafter.registry.registry import Registry
from drafter.word.filled_blanks import controls_in, is_blank

if TYPE_CHECKING:
    from drafter.matters.workshop import Workshop


def receive(
    registry: Registry,
    id: str,
    file: bytes,
    stamp: Stamp,
    name: str,
    overrides: tuple[Override, ...],
    sender: str = "",
) -> Received:
    """Keep a file that came back; see `Desk.receive`."""
    sent = registry.revision(id)
    called = name or "the file"
    refuse_errors(list(_never_offered(registry, id, file, called)))
    found = match(file, sent, called)
    if faults := closed(wrong_file(file, sent, found, called), overrides):
        raise Refused(faults)
    note: dict[str, Any] = {
        "marks_up": found.revision,
        "name": name,
        "overrides": as_data(overrides),
        **({"from": one_line(sender, "a sender")} if sender else {}),
    }
    held = registry.move(id, sent.revision, Status.RECEIVED, stamp, file, note)
    return Received(held, found.revision, found.same, found.offered, found.told)


def _never_offered(registry: Registry, id: str, file: bytes, name: str) -> Iterator[Diagnostic]:
    """Why a file cannot have come back on an agreement of which no file went out: it is a draft of
    ours, whose filled blanks are named."""
    if registry.agreement(id).erased or _last_issued(registry, id):
        return
    parts, _ = read_package(file, name)
    typed = [one for one in controls_in(parts) if not is_blank(one)]
    says = f"{id} was never issued: {name} is a draft, and nobody outside was to have it"
    cure = (
        "put what was typed into it into the answers file and record a new revision; or issue it "
        f"first: drafter issue {id} -o FILE.docx"
    )
    notes = dict.fromkeys(f"typed: {one.title or one.tag}: {one.words}" for one in typed)
    yield Diagnostic("not-issued", says, Place(name), cure, tuple(notes))


def with_proposals(shop: Workshop, found: Received, file: bytes) -> Received:
    """The same with what was typed into the blanks of the file that went out."""
    noted = _last_issued(shop.registry, found.held.id, found.marks_up).get("blanks", ())
    if not noted:
        return found
    records = shop.registry.revision(found.held.id).answers.get("answers") or {}
    try:
        blanks = SentBlanks(tuple(noted), shop.library.clauses.questionnaire, records)
    except Refused:
        return replace(found, told=(*found.told, _UNKNOWN_BLANKS))
    parts, _ = read_package(file, "")
    proposed = tuple(blanks.proposals(parts))
    told = warnings_of_blanks(proposed, blanks.lost(parts))
    return replace(found, told=(*found.told, *told), proposed=proposed)


_UNKNOWN_BLANKS = Diagnostic(
    "unread-blank",
    "what was typed into the blanks is not read: the library is at fault",
    None,
    "see `drafter check`; the file is kept",
    (),
    WARNING,
)


def sign(
    registry: Registry, id: str, stamp: Stamp, file: bytes, overrides: tuple[Override, ...]
) -> ListedAgreement:
    """Note that an agreement was signed as last issued; see `Desk.sign`."""
    recorded = registry.revision(id)
    refuse_where_moved(registry, recorded)
    named = (*overrides, *recorded_overrides(recorded.answers))
    if faults := closed(_unfinished(_last_issued(registry, id), named), named):
        raise Refused(faults)
    note = {"overrides": as_data(overrides)}
    return registry.move(id, recorded.revision, Status.SIGNED, stamp, file, note)


def _unfinished(issued: Mapping[str, Any], named: Iterable[Override]) -> Iterator[Gate]:
    """What the note of the file last issued says that may not stand in a signed agreement."""
    yield from unfinished_gates(_asked(issued.get("blanks", ())), _asked(issued.get("awaited", ())))
    cure = "confirm them in the answers file, record a new revision and issue that"
    yield from unconfirmed_gate(dict.fromkeys(issued.get("unconfirmed", ()), ""), named, cure)


def _asked(noted: Iterable[Mapping[str, str]]) -> dict[str, str]:
    return {one["question"]: one["asks"] for one in noted}


def _last_issued(registry: Registry, id: str, revision: int = 0) -> Mapping[str, Any]:
    """What the log says of the file last issued, of one revision if that is known."""
    issued = [
        said
        for entry, said in registry.events(id)
        if entry.event == Status.ISSUED and revision in (0, entry.revision)
    ]
    return issued[-1] if issued else {}
