"""The registry's calls. Each one is a short transaction: it has happened, or it has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

from drafter.diagnostics import Diagnostic, Refused, note_from
from drafter.registry import carrying, moves, reading, searching, writing
from drafter.registry.alike import made_from
from drafter.registry.cabinet import Cabinet, digest_of
from drafter.registry.erasing import erase, forget_old_pages, sweep
from drafter.registry.model import (
    BASE,
    DraftedRevision,
    Event,
    KeptFile,
    ListedAgreement,
    LogEntry,
    Revision,
    Stamp,
    Status,
    Step,
    Use,
)
from drafter.registry.packing import Frames
from drafter.registry.verifying import faults, strays

MOST_FRAMES = 50_000  # kept in memory by a registry that is open


class Registry:
    """Agreements with all their revisions, files and events. Safe for many people at once."""

    def __init__(
        self, engine: Engine, cabinet: Cabinet, step: Step, told: tuple[Diagnostic, ...] = ()
    ) -> None:
        self._engine, self._cabinet, self._step = engine, cabinet, step
        self.told = told  # what became of it when it was opened
        self._known: Frames = {}

    # --- what happens to an agreement ---

    def record(
        self, draft: DraftedRevision, matter: str, stamp: Stamp, output: str = ""
    ) -> ListedAgreement:
        """Take in a new agreement under the next free id, as revision 1.

        `output` is where its file is laid, if anywhere.
        """
        kept = self._keep({"drafted": draft.file})
        with self._writing() as connection:
            id = writing.new_agreement(connection, draft, matter)
            more = {"matter": matter, **_laid_at(output)}
            event = Event(Status.DRAFTED.value, stamp, kept, more)
            writing.add_revision(connection, id, 1, draft, event)
            return self._done(connection, id, kept)

    def revise(
        self,
        agreement: str,
        expected_revision: int,
        draft: DraftedRevision,
        stamp: Stamp,
        redline: bytes = b"",
        output: str = "",
        seen: str = "",
    ) -> ListedAgreement:
        """Add a revision beside the old ones. Raises `Refused` when somebody else was first
        (`moved-since`), and for an agreement that is signed or has ended. With `seen`, the time of
        its last entry, nothing at all may have happened to it since."""
        self._check(agreement, expected_revision, Status.DRAFTED)
        kept = self._keep({"drafted": draft.file} | ({"redline": redline} if redline else {}))
        with self._writing() as connection:
            held = moves.allowed(connection, agreement, expected_revision, Status.DRAFTED, seen)
            event = Event(Status.DRAFTED.value, stamp, kept, _laid_at(output))
            writing.add_revision(connection, agreement, held.revision + 1, draft, event)
            return self._done(connection, agreement, kept)

    def move(
        self,
        agreement: str,
        expected_revision: int,
        to: Status,
        stamp: Stamp,
        file: bytes = b"",
        note: Mapping[str, Any] | None = None,
        base: bytes = b"",
    ) -> ListedAgreement:
        """Note that an agreement was issued, received, signed or has ended, with its file.

        `note` is kept beside: overrides, approvals, reasons; `base` is the draft that the file of
        counsel's was made from. Raises `Refused` as `revise` does,
        and where the step does not follow from the status.
        """
        self._check(agreement, expected_revision, to)
        kept = self._keep({kind: data for kind, data in ((to.value, file), (BASE, base)) if data})
        with self._writing() as connection:
            held = moves.allowed(connection, agreement, expected_revision, to)
            writing.add_event(connection, held, Event(to.value, stamp, kept, dict(note or {})))
            writing.set_status(connection, agreement, to, held.revision, stamp)
            return self._done(connection, agreement, kept)

    def erase(self, agreement: str, stamp: Stamp, reason: str) -> ListedAgreement:
        """Erase names, answers, texts and files of an agreement; the log still verifies."""
        with self._writing() as connection:
            erase(connection, reading.held(connection, agreement), stamp, reason)
            held = reading.held(connection, agreement)
        self._step("rows erased")
        with self._writing() as connection:
            sweep(connection, self._cabinet)
        forget_old_pages(self._engine)
        return held

    # --- what the registry knows ---

    def agreements(self) -> tuple[ListedAgreement, ...]:
        """Every agreement, oldest first."""
        with self._reading() as connection:
            return reading.all_held(connection)

    def agreement(self, id: str) -> ListedAgreement:
        """One agreement. Raises `Refused` for an unknown id."""
        with self._reading() as connection:
            return reading.held(connection, id)

    def revision(self, agreement: str, number: int | None = None) -> Revision:
        """A revision, by default the newest. Raises `Refused` where it is unknown or erased."""
        with self._reading() as connection:
            held = reading.held(connection, agreement)
            return reading.revision(connection, held, number or held.revision, self._frames())

    def uses(self) -> frozenset[Use]:
        """Everything that the newest revisions were made of, each thing once."""
        with self._reading() as connection:
            return searching.distinct_uses(connection)

    def used(self, *uses: Use) -> dict[Use, tuple[str, ...]]:
        """The agreements whose newest revision was made of each of these."""
        with self._reading() as connection:
            return {use: searching.users(connection, use) for use in uses}

    def made_from(self, *agreements: str) -> dict[str, str]:
        """Of each agreement a digest of what its newest revision was made from: those that have
        the same come out the same again."""
        with self._reading() as connection:
            return dict(made_from(connection, agreements))

    def find(
        self,
        wording: str = "",
        digest: str = "",
        matter: str = "",
        answer: str = "",
        party: str = "",
    ) -> tuple[ListedAgreement, ...]:
        """Agreements by wording (`topic` or `topic/variant`), digest (or its beginning), words in
        the matter's name, answer (`question` or `question=value`), and words in the name of a
        party; all that are given."""
        with self._reading() as connection:
            return searching.find(connection, wording, digest, matter, answer, party)

    def amending(self, agreement: str) -> tuple[ListedAgreement, ...]:
        """The agreements that amend one, oldest first."""
        with self._reading() as connection:
            return searching.amending(connection, agreement)

    def amended(self) -> frozenset[str]:
        """The ids of the agreements that another one amends."""
        with self._reading() as connection:
            return searching.amended(connection)

    def files(self, agreement: str) -> tuple[KeptFile, ...]:
        """The files kept of an agreement, oldest first."""
        with self._reading() as connection:
            return reading.files(connection, agreement)

    def events(self, agreement: str) -> tuple[tuple[LogEntry, dict[str, Any]], ...]:
        """What happened to an agreement, with the particulars that were not erased."""
        with self._reading() as connection:
            return reading.events(connection, agreement, self._frames())

    def steps(self, agreement: str) -> tuple[tuple[LogEntry, dict[str, Any]], ...]:
        """What happened to an agreement, without the texts that were offered."""
        with self._reading() as connection:
            return reading.steps(connection, agreement)

    def interrupted(self, event: Status, file: bytes, output: str) -> ListedAgreement | None:
        """The agreement whose last step was this one, with these bytes to be laid at `output`.

        Where they are not there, the run that took the step was interrupted.
        """
        with self._reading() as connection:
            digest = digest_of(file)
            return searching.last_step(connection, event, digest, output, self._frames())

    def file(self, digest: str) -> bytes:
        """A kept file, byte for byte. Raises `Refused` for one that is lost or changed."""
        return self._cabinet.get(digest)

    def wording(self, digest: str) -> str | None:
        """The text of a wording that some agreement used."""
        with self._reading() as connection:
            return reading.wording(connection, digest)

    def verify(self) -> tuple[Diagnostic, ...]:
        """Everything that is not as the log says it was, and notes on files that nobody needs."""
        with self._reading() as connection:
            return (*faults(connection, self._cabinet), *strays(connection, self._cabinet))

    def export(self, out: IO[bytes]) -> int:
        """Write everything into one file; how many kept files went with it."""
        with self._reading() as connection:
            return carrying.exported(connection, self._cabinet, out)

    def take_in(self, source: IO[bytes], name: str) -> int:
        """Fill this registry, which must be empty, from an exported one; how many agreements came.

        Raises `Refused`, having taken nothing in, for a file that is none or does not verify.
        """
        with self._writing() as connection:
            return carrying.imported(connection, self._cabinet, source, name)

    def head(self) -> str:
        """The hash of the last log entry: who notes it elsewhere can tell if the end is cut off."""
        with self._reading() as connection:
            last = writing.last_entry(connection)
            return last.hash if last else ""

    def hashes(self) -> tuple[str, ...]:
        """The hash of each log entry, oldest first."""
        with self._reading() as connection:
            return reading.hashes(connection)

    def close(self) -> None:
        """Let go of the database; a process that starts others opens a registry in each."""
        self._engine.dispose()

    # --- how it is done ---

    def _frames(self) -> Frames:
        """The frames read so far: a number means the same for good."""
        if len(self._known) > MOST_FRAMES:
            self._known.clear()
        return self._known

    def _check(self, agreement: str, expected_revision: int, to: Status) -> None:
        """Refuse before a file is kept for nothing; what counts is asked again when writing."""
        with self._reading() as connection:
            moves.allowed(connection, agreement, expected_revision, to)

    def _keep(self, files: Mapping[str, bytes]) -> dict[str, str]:
        """Files first, so that no row ever names a file that is not there."""
        kept = {kind: self._cabinet.put(data) for kind, data in files.items()}
        self._step("files kept")
        return kept

    def _done(
        self, connection: Connection, agreement: str, kept: Mapping[str, str]
    ) -> ListedAgreement:
        _check_still_there(self._cabinet, kept.values())
        self._step("rows written")
        return reading.held(connection, agreement)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._transaction(write=True) as connection:
            writing.lock(connection)
            yield connection
        self._step("committed")

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._transaction(write=False) as connection:
            yield connection

    @contextmanager
    def _transaction(self, write: bool) -> Iterator[Connection]:
        try:
            with (
                self._engine.connect().execution_options(write=write) as connection,
                connection.begin(),
            ):
                yield connection
        except DBAPIError as error:
            says, note = "the registry cannot be used now", note_from("database", error.orig)
            busy = Diagnostic("registry-busy", says, None, "try again", (note,))
            raise Refused([busy]) from None


def _laid_at(output: str) -> dict[str, str]:
    return {"output": output} if output else {}


def _check_still_there(cabinet: Cabinet, digests: Iterable[str]) -> None:
    """An erasure may have taken the same bytes away between the file and its row."""
    lost = [digest for digest in digests if not cabinet.place(digest).exists()]
    if lost:
        says = "a file was erased while it was being kept"
        raise Refused([Diagnostic("registry-busy", says, None, "try again")])
