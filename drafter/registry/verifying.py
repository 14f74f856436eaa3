"""Is everything as it was? The chain, what its entries seal, and the files, each by name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Connection, Row, select

from drafter.diagnostics import NOTE, Diagnostic, Place
from drafter.registry import reading
from drafter.registry.cabinet import Cabinet
from drafter.registry.chain import canonical, chain_faults, salted
from drafter.registry.erasing import ERASED
from drafter.registry.model import LogEntry, Status
from drafter.registry.packing import Frames, opened, unpacked
from drafter.registry.tables import (
    agreements,
    files,
    log,
    names,
    particulars,
    removals,
    revisions,
    wordings,
)
from drafter.registry.writing import kept_content


def faults(connection: Connection, cabinet: Cabinet) -> Iterator[Diagnostic]:
    """Everything that is not as the log says it was."""
    entries = [LogEntry(*row) for row in connection.execute(select(log).order_by(log.c.number))]
    yield from chain_faults(entries)
    yield from _Beside(connection, cabinet, entries).faults()
    for digest, text in connection.execute(select(wordings)):
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            yield _fault(f"the text of wording {digest[:12]} was changed")


def strays(connection: Connection, cabinet: Cabinet) -> Iterator[Diagnostic]:
    """Files that no row names: an interrupted run leaves one, and it harms nobody."""
    named = set(connection.execute(select(files.c.digest)).scalars())
    for digest in cabinet.digests():
        if digest not in named:
            says = f"the file {digest[:12]} belongs to no agreement"
            yield Diagnostic(
                "registry-stray", says, None, "a run that was interrupted left it", severity=NOTE
            )
    for path in cabinet.half_written():
        says = f"{path.name} is half-written"
        yield Diagnostic(
            "registry-stray",
            says,
            Place(path.as_posix()),
            "a run that was killed left it; it goes with the next erasure",
            severity=NOTE,
        )
    for digest in connection.execute(select(removals.c.digest)).scalars():
        says = f"the file {digest[:12]} is erased, and still to be removed"
        yield Diagnostic("registry-stray", says, None, "erase the agreement again", severity=NOTE)


class _Beside:
    """What lies beside the log, held against its entries."""

    def __init__(self, connection: Connection, cabinet: Cabinet, entries: list[LogEntry]) -> None:
        self.connection, self.cabinet, self.entries = connection, cabinet, entries
        self.frames: Frames = {}
        self.kept_of = lru_cache(1000)(partial(_kept_of, connection))
        self.erased = {one.agreement: one.number for one in entries if one.event == ERASED}
        self.agreements = {row.id: row for row in connection.execute(select(agreements))}
        self.own: dict[str, list[LogEntry]] = {}
        for entry in entries:
            self.own.setdefault(entry.agreement, []).append(entry)
        self.names = dict(connection.execute(select(names.c.agreement, names.c.matter)).all())
        self.particulars = {row.entry: row for row in connection.execute(select(particulars))}
        self.revisions = {row.entry: row for row in connection.execute(select(revisions))}
        self.files: dict[int, dict[str, str]] = {}
        for row in connection.execute(select(files)):
            self.files.setdefault(row.entry, {})[row.kind] = row.digest

    def faults(self) -> Iterator[Diagnostic]:
        for entry in self.entries:
            yield from self._kept(entry)
            yield from self._particulars(entry)
        yield from self._unsealed()
        for id in self.agreements:
            yield from self._stands(id)

    def _kept(self, entry: LogEntry) -> Iterator[Diagnostic]:
        """The part of a revision that is never erased."""
        if entry.event != Status.DRAFTED:
            return
        row, agreement = self.revisions.get(entry.number), self.agreements.get(entry.agreement)
        if row is None or agreement is None:
            yield _fault(f"the rows of {_name(entry)} are missing")
            return
        content = self.kept_of(agreement.precedent, row.purpose, row.library, row.making)
        if salted(row.salt, content) != entry.kept or _name(row) != _name(entry):
            yield _fault(
                f"the rows of {_name(entry)} were changed (table revisions, made_of, "
                "ingredients or agreements)"
            )

    def _particulars(self, entry: LogEntry) -> Iterator[Diagnostic]:
        row = self.particulars.get(entry.number)
        if row is None:
            if self.erased.get(entry.agreement, 0) <= entry.number:
                yield _fault(f"the particulars of {_entry(entry)} are missing")
            return
        content = self._content(row)
        if not content or salted(row.salt, canonical(content)) != entry.beside:
            yield _fault(f"the particulars of {_entry(entry)} were changed (or its frames)")
            return
        yield from self._files(entry, content["files"])
        yield from self._amends(entry, content)

    def _amends(self, entry: LogEntry, content: dict[str, Any]) -> Iterator[Diagnostic]:
        row = self.revisions.get(entry.number)
        if row and row.amends != content.get("amends", {}).get("agreement", ""):
            yield _fault(f"the rows of {_name(entry)} were changed (table revisions)")

    def _files(self, entry: LogEntry, sealed: dict[str, str]) -> Iterator[Diagnostic]:
        if self.files.get(entry.number, {}) != sealed:
            yield _fault(f"the rows of {_entry(entry)} in table files were changed")
        for kind, digest in sealed.items():
            fault = self.cabinet.fault(digest)
            if fault:
                says = f"the {kind} file of {_name(entry)}: {fault.says}"
                yield Diagnostic(fault.rule, says, fault.place, fault.cure)

    def _unsealed(self) -> Iterator[Diagnostic]:
        """Rows that no entry of the log stands for."""
        known = {entry.number for entry in self.entries}
        for table, rows in (
            ("particulars", self.particulars),
            ("revisions", self.revisions),
            ("files", self.files),
        ):
            for number in sorted(rows.keys() - known):
                yield _fault(f"table {table} has a row for entry {number}, which the log has not")

    def _stands(self, id: str) -> Iterator[Diagnostic]:
        """Status, revision and name as the entries left them."""
        row, own = self.agreements[id], self.own.get(id, [])
        moves = [one for one in own if one.event != ERASED]
        last = moves[-1] if moves else None
        if last is None or (row.status, row.revision) != (last.event, last.revision):
            yield _fault(f"{id} is not at the status and revision of its last entry")
        elif row.at != own[-1].at or row.erased != (id in self.erased):
            yield _fault(f"the row of {id} in table agreements was changed")
        if own and self.names.get(id) != self._first_name(own[0]):
            yield _fault(f"the name of {id} was changed (table names)")

    def _first_name(self, entry: LogEntry) -> str | None:
        """The name that an agreement was taken in under; None once it is erased."""
        row = self.particulars.get(entry.number)
        if row is None:
            return None
        try:
            return opened(row.content).get("matter")
        except ValueError:
            return None

    def _content(self, row: Row[Any]) -> dict[str, Any] | None:
        """The particulars of a row; None where they cannot be read."""
        try:
            return unpacked(self.connection, row.content, self.frames)
        except (ValueError, KeyError, TypeError):
            return None


def _kept_of(
    connection: Connection, precedent: str, purpose: str, library: str, making: int
) -> str:
    """What of a revision is never erased: the same for all that were made of the same."""
    return kept_content(precedent, purpose, library, reading.uses_of(connection, making))


def _name(row: Any) -> str:
    return f"{row.agreement}, revision {row.revision}"


def _entry(entry: LogEntry) -> str:
    return f"entry {entry.number} ({entry.agreement} {entry.event})"


def _fault(says: str) -> Diagnostic:
    return Diagnostic("registry-row", says, None, "restore the registry from a backup")
