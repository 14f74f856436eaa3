"""Whether somebody edited what we sent: then a fresh draft would lose his words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from drafter.data_classes import dataclass, field
from drafter.diagnostics import ERROR, WARNING, Diagnostic
from drafter.ooxml.package import read_package
from drafter.registry.model import BASE, LogEntry, Status
from drafter.registry.registry import Registry
from drafter.word.likeness import differing

Event = tuple[LogEntry, dict[str, Any]]


class Exchanged(NamedTuple):
    """What the library worded and what was made of it, by digest, and for which purpose it went
    out. Where counsel finished the file that went out, `issued` is what he began with."""

    issued: str
    received: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Edited:
    """A file with words that a fresh draft would not have, received or finished by counsel:
    `paragraphs` differ from what was drafted, 0 where only marks, comments or objects do;
    `revision` is what it marks up. `files`: None where it is not known what went out."""

    agreement: str
    revision: int
    paragraphs: int
    files: Exchanged | None = field(default=None, compare=False)
    is_ours: bool = False

    def as_text(self) -> str:
        """What came back, in half a sentence.

        >>> Edited("A-0007", 1, 2).as_text()
        'the file that came back on revision 1 differs from the issued one in 2 paragraphs'
        """
        count = f"{self.paragraphs} paragraph{'' if self.paragraphs == 1 else 's'}"
        what = f"in {count}" if self.paragraphs else "in marks, comments or objects"
        if self.is_ours:
            return f"the file of counsel's that went out as revision {self.revision} differs {what}"
        came = f"the file that came back on revision {self.revision}"
        return f"{came} differs from the issued one {what}"

    def warning(self, drafted: str = "this revision is drafted without those edits") -> Diagnostic:
        """What to say where a file is made over it."""
        says = f"{self.agreement}: {self.as_text()}; {drafted}"
        cure = f"carry them over by hand: drafter registry show {self.agreement} --save DIR"
        return Diagnostic("edited-file", says, None, cure, severity=WARNING)


def edited_since(registry: Registry, agreement: str) -> Edited | None:
    """The last edited file that came back after a person drafted the newest revision, if one did.

    A revision that a plan drafted took nobody's edits over, so it settles nothing.
    """
    events = registry.steps(agreement)
    settled = max((entry.number for entry, said in events if _by_a_person(entry, said)), default=0)
    return _last_edited(registry, events, settled, events[-1][0].number)


def passed_over(registry: Registry, agreement: str) -> Edited | None:
    """The edited file that came back since the last issue, and over which the revision that is to
    be issued now was drafted. One that a plan merged is issued without the edits all the same."""
    events = registry.steps(agreement)
    issued = max((one.number for one, _ in events if one.event == Status.ISSUED), default=0)
    drafted = max((one.number for one, _ in events if one.event == Status.DRAFTED), default=0)
    return _last_edited(registry, events, issued - 1, drafted)


def _by_a_person(entry: LogEntry, said: dict[str, Any]) -> bool:
    """A plan keeps a redline with the revision that it drafts; a person has read what came back."""
    return entry.event == Status.DRAFTED and "redline" not in said.get("files", {})


def _last_edited(
    registry: Registry, events: tuple[Event, ...], after: int, until: int
) -> Edited | None:
    found = [
        edited
        for entry, said in events
        if entry.event in (Status.RECEIVED, Status.ISSUED)
        and after < entry.number <= until
        and (edited := _edited(registry, events, entry, said))
    ]
    return found[-1] if found else None


def _edited(
    registry: Registry, events: tuple[Event, ...], entry: LogEntry, said: dict[str, Any]
) -> Edited | None:
    """What a file changed; None where it is the one that was drafted, byte for byte or to read."""
    if entry.event == Status.ISSUED:
        return _finished(registry, entry, said)
    received = said["files"][Status.RECEIVED.value]
    issued = list(_issued(events))
    if received in [digest for _, digest, _ in issued]:
        return None
    revision = said.get("marks_up") or (issued[-1][0] if issued else entry.revision)
    sent = [(digest, purpose) for number, digest, purpose in issued if number == revision]
    if not sent:
        return Edited(entry.agreement, revision, 0)
    digest, purpose = sent[-1]
    count = _differing(registry.file(digest), registry.file(received))
    files = Exchanged(digest, received, purpose)
    return None if count is None else Edited(entry.agreement, revision, count, files)


def _finished(registry: Registry, entry: LogEntry, said: dict[str, Any]) -> Edited | None:
    """What counsel changed in a file that went out as he finished it."""
    files = said.get("files", {})
    if BASE not in files:
        return None
    exchanged = Exchanged(
        files[BASE], files[Status.ISSUED.value], said.get("purpose", Status.ISSUED.value)
    )
    count = _differing(registry.file(exchanged.issued), registry.file(exchanged.received))
    if count is None:
        return None
    return Edited(entry.agreement, entry.revision, count, exchanged, is_ours=True)


def _issued(events: tuple[Event, ...]) -> Iterator[tuple[int, str, str]]:
    """The revision, digest and purpose of each file that went out: of one that counsel finished
    the draft it was made from, or his words would be taken for the library's."""
    for entry, said in events:
        files = said.get("files", {})
        if entry.event == Status.ISSUED and Status.ISSUED.value in files:
            digest = files.get(BASE) or files[Status.ISSUED.value]
            yield entry.revision, digest, said.get("purpose", "issue")


def _differing(issued: bytes, received: bytes) -> int | None:
    """How many paragraphs differ; what cannot be read safely counts as edited."""
    (old, faults), (new, others) = read_package(issued, ""), read_package(received, "")
    if any(fault.severity == ERROR for fault in (*faults, *others)):
        return 0
    return differing(old, new)
