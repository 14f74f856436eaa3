"""What comes back on an issued agreement: the other side's file, and at last the signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from drafter.diagnostics import Refused
from drafter.gate import Gate, closed, unconfirmed_gate, unfinished_gates
from drafter.matters.model import Received
from drafter.matters.names import one_line
from drafter.matters.overriding import as_data, recorded_overrides
from drafter.matters.received import match, wrong_file
from drafter.questionnaire.record import Override
from drafter.registry.model import ListedAgreement, Stamp, Status
from drafter.registry.registry import Registry


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


def sign(
    registry: Registry, id: str, stamp: Stamp, file: bytes, overrides: tuple[Override, ...]
) -> ListedAgreement:
    """Note that an agreement was signed as last issued; see `Desk.sign`."""
    recorded = registry.revision(id)
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


def _last_issued(registry: Registry, id: str) -> Mapping[str, Any]:
    issued = [said for entry, said in registry.events(id) if entry.event == Status.ISSUED]
    return issued[-1] if issued else {}
