"""Which two files of an agreement are held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.diagnostics import Diagnostic, Refused
from drafter.matters.received import match
from drafter.negotiation.turn import ComparedFile
from drafter.registry.model import LogEntry, Status
from drafter.registry.registry import Registry

SINCE = ("issued", "last")
"""Against what a file is held: what we sent, or the file that came back before it."""


def two_files(
    registry: Registry, id: str, since: str, file: ComparedFile | None
) -> tuple[ComparedFile, ComparedFile, int]:
    """The earlier file, the later one, and the revision that the later one marks up.

    Without `file` the later one is what came back last. Raises `Refused` where there are no two.
    """
    came = list(_received(registry, id))
    if file is None:
        if not came:
            raise _refused(f"nothing came back on {id}", f"drafter receive {id} FILE.docx")
        *came, (last, revision) = came
    else:
        sent = registry.revision(id)
        last, revision = file, match(file.data, sent, file.called).revision or sent.revision
    if since == "last":
        if not came:
            says = f"nothing came back on {id} before it"
            raise _refused(says, "compare it with what was issued: --since issued")
        return came[-1][0], last, revision
    return _issued(registry, id, revision), last, revision


def _received(registry: Registry, id: str) -> Iterator[tuple[ComparedFile, int]]:
    """Each file that came back, oldest first, with the revision that it marks up."""
    for entry, said in registry.events(id):
        if entry.event == Status.RECEIVED:
            data = registry.file(said["files"][Status.RECEIVED.value])
            name = said.get("name") or "the file"
            called = f"{name}, received {entry.at[:10]}"
            yield ComparedFile(called, data), said.get("marks_up") or entry.revision


def _issued(registry: Registry, id: str, revision: int) -> ComparedFile:
    found = [
        (entry, said["files"][Status.ISSUED.value])
        for entry, said in registry.events(id)
        if _went_out(entry, said) and entry.revision == revision
    ]
    if not found:
        says = f"revision {revision} of {id} was never issued"
        raise _refused(says, f"drafter issue {id}")
    entry, digest = found[-1]
    called = f"revision {revision}, issued {entry.at[:10]}"
    return ComparedFile(called, registry.file(digest))


def _went_out(entry: LogEntry, said: dict[str, Any]) -> bool:
    return entry.event == Status.ISSUED and Status.ISSUED.value in said.get("files", {})


def _refused(says: str, cure: str) -> Refused:
    return Refused([Diagnostic("nothing-to-compare", says, None, cure)])
