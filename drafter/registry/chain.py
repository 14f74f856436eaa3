"""The log as a chain: each entry seals the one before it, and salted digests of what lies beside.

The log holds no name and no answer. Without its salt a digest says nothing, so what lies beside
can be erased and the chain still holds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.diagnostics import Diagnostic
from drafter.registry.model import LogEntry

START = "0" * 64


def canonical(data: object) -> str:
    """Plain data as text, its order kept: that of the parties is part of a deal.

    >>> canonical({"b": 1, "a": "é"})
    '{"b":1,"a":"é"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)


def salted(salt: str, content: str) -> str:
    """A digest that cannot be guessed at without the salt."""
    return hashlib.sha256(f"{salt}\n{content}".encode("utf-8", "surrogatepass")).hexdigest()


def own_salt(salt: str, purpose: str) -> str:
    """A salt for one purpose; erasing it does not give away the others.

    >>> own_salt("s", "kept") == own_salt("s", "beside")
    False
    """
    return hashlib.sha256(f"{purpose}\n{salt}".encode()).hexdigest()


def sealed(entry: LogEntry) -> str:
    """The hash of an entry: of everything in it and of the entry before."""
    return hashlib.sha256(canonical(list(entry[:-1])).encode()).hexdigest()


def next_entry(
    last: LogEntry | None,
    at: str,
    event: str,
    agreement: str,
    revision: int,
    kept: str,
    beside: str,
) -> LogEntry:
    """The entry that follows the last one."""
    number, previous = (last.number + 1, last.hash) if last else (1, START)
    entry = LogEntry(number, at, event, agreement, revision, kept, beside, previous, "")
    return entry._replace(hash=sealed(entry))


def chain_faults(entries: Sequence[LogEntry]) -> Iterator[Diagnostic]:
    """Each entry that was changed, and each place where one is missing or was put in."""
    for entry in entries:
        if sealed(entry) != entry.hash:
            yield _fault(f"entry {entry.number} ({entry.agreement} {entry.event}) was changed")
    if entries and (entries[0].number, entries[0].previous) != (1, START):
        yield _fault(f"the log begins with entry {entries[0].number}, not with the first")
    for before, entry in pairwise(entries):
        if entry.number != before.number + 1:
            yield _fault(f"between entries {before.number} and {entry.number} entries are missing")
        elif entry.previous != before.hash:
            yield _fault(f"entry {entry.number} does not follow from entry {before.number}")


def _fault(says: str) -> Diagnostic:
    return Diagnostic("registry-log", says, None, "restore the registry from a backup")
