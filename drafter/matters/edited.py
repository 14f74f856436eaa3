"""Whether somebody edited what we sent: then a fresh draft would lose his words.

A file counts as edited unless it is the issued one byte for byte, or every paragraph reads, looks
and is numbered as issued and nothing is tracked, commented or noted in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drafter.diagnostics import WARNING, Diagnostic, Refused
from drafter.registry.model import Entry, Status
from drafter.registry.registry import Registry
from drafter.word.package import read_package
from drafter.word.read import read_docx

_MARKED = re.compile(
    rb"<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|commentReference|footnoteReference)\b"
)
_PRINTED = re.compile(r"word/(document|header\d*|footer\d*)\.xml")


@dataclass(frozen=True, slots=True)
class Edited:
    """A received file with words that the newest revision does not have: `paragraphs` differ from
    what was issued, 0 where only marks, comments or the look do; `revision` is what it marks up."""

    agreement: str
    revision: int
    paragraphs: int

    def in_words(self) -> str:
        """What came back, in half a sentence.

        >>> Edited("A-0007", 1, 2).in_words()
        'the file that came back on revision 1 differs from the issued one in 2 paragraphs'
        """
        count = f"{self.paragraphs} paragraph{'' if self.paragraphs == 1 else 's'}"
        what = f"in {count}" if self.paragraphs else "in marks, comments or its look"
        came = f"the file that came back on revision {self.revision}"
        return f"{came} differs from the issued one {what}"

    def warning(self) -> Diagnostic:
        """What to say where a revision is drafted over it."""
        says = f"{self.agreement}: {self.in_words()}; this revision is drafted without those edits"
        cure = f"carry them over by hand: drafter registry show {self.agreement} --save DIR"
        return Diagnostic("edited-file", says, None, cure, severity=WARNING)


def edited_since(registry: Registry, agreement: str) -> Edited | None:
    """The edited file that came back after the newest revision was drafted, if one did."""
    events = registry.events(agreement)
    entry, said = _last(events, Status.RECEIVED)
    drafted, _ = _last(events, Status.DRAFTED)
    if entry is None or (drafted and drafted.number > entry.number):
        return None
    sent = [entry for entry, _ in events if entry.event == Status.ISSUED]
    revision = said.get("marks_up") or (sent[-1].revision if sent else entry.revision)
    received = said["files"][Status.RECEIVED.value]
    issued = _issued(events, revision)
    if received in issued:
        return None
    differing = _differing(registry.file(issued[-1]), registry.file(received)) if issued else 0
    return None if differing is None else Edited(agreement, revision, differing)


Events = tuple[tuple[Entry, dict[str, Any]], ...]


def _last(events: Events, event: Status) -> tuple[Entry | None, Mapping[str, Any]]:
    found = [one for one in events if one[0].event == event]
    return found[-1] if found else (None, {})


def _issued(events: Events, revision: int) -> list[str]:
    """The digests of the files that went out of a revision."""
    return [said["files"][Status.ISSUED.value] for entry, said in events
            if entry.event == Status.ISSUED and entry.revision == revision
            and Status.ISSUED.value in said.get("files", {})]  # fmt: skip


def _differing(issued: bytes, received: bytes) -> int | None:
    """How many paragraphs differ; None where nothing does. What cannot be read counts as edited."""
    try:
        before, after = _paragraphs(issued), _paragraphs(received)
    except (Refused, KeyError, ValueError, AttributeError, IndexError):
        return 0
    different = max(sum((before - after).values()), sum((after - before).values()))
    if different or _is_marked(received) or list(before) != list(after):
        return different
    return None


def _paragraphs(data: bytes) -> Counter[tuple[str, str, str]]:
    return Counter((one.style, one.label, one.text) for one in read_docx(data))


def _is_marked(data: bytes) -> bool:
    parts, _ = read_package(data, "")
    return any(_MARKED.search(text) for name, text in parts.items() if _PRINTED.fullmatch(name))
