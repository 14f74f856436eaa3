"""One agreement of a plan gets its new revision, its file and its redline.

The registry is the only memory of what is done: whether an agreement has just the revision that
the plan gives it is seen there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Self

from drafter.data_classes import dataclass, replace
from drafter.diagnostics import Diagnostic, Refused
from drafter.executors.jobs import JobKind
from drafter.matters.edited_file import Edited, edited_since
from drafter.matters.ingredients import style_used
from drafter.matters.workshop import Workshop, WorkshopPlaces
from drafter.regeneration.amended import amended
from drafter.regeneration.files import lay
from drafter.regeneration.into_edited import into_edited
from drafter.regeneration.model import AffectedAgreement, PlannedAct
from drafter.regeneration.naming import safe_name
from drafter.regeneration.outcome import ApplyOutcome, Did, kept_back, left, moved, outdated
from drafter.regeneration.redraft import Redraft, drafted_again, read_digest
from drafter.registry.model import ListedAgreement, Stamp
from drafter.registry.registry import Registry

AUTHOR = "drafter"
_SQLITE = "the registry is an SQLite file, which is written on one machine only: see PostgreSQL"


@dataclass(frozen=True, slots=True)
class Renewing(JobKind[AffectedAgreement, ApplyOutcome]):
    """Gives one agreement of a plan its new revision; travels to other processes."""

    places: WorkshopPlaces
    library: str
    output: Path
    stamp: Stamp

    @property
    def folders(self) -> tuple[Path, ...]:
        """The output folder, and that of the registry's files where it is named."""
        return (self.output, *((self.places.files,) if self.places.files else ()))

    @property
    def one_machine(self) -> str:
        """An SQLite registry is a file, and may only be written where it lies."""
        where = self.places.registry
        return "" if "://" in where and not where.startswith("sqlite") else _SQLITE

    def travelling(self) -> Self:
        """The same, for workers that stand in other folders."""
        return replace(self, places=self.places.absolute(), output=self.output.absolute())

    def ready(self) -> Callable[[AffectedAgreement], ApplyOutcome]:
        """The library and the registry, opened. Raises `Refused` where it is another library than
        the plan's."""
        shop = self.places.open()
        if shop.library.clauses.digest != self.library:
            raise Refused([outdated("the library changed during the run")])
        return self.at(shop)

    def at(self, shop: Workshop) -> Callable[[AffectedAgreement], ApplyOutcome]:
        """What renews an agreement in a workshop that is open."""
        return _Renewal(self, shop, shop.registry).outcome

    def lost(self, job: AffectedAgreement, says: str) -> ApplyOutcome:
        """An agreement that could not be drafted for a fault of ours."""
        cure = "run the plan again; if it fails again, report it"
        return left(job, Did.FAILED, (Diagnostic("our-fault", says, None, cure),))


@dataclass(slots=True)
class _Renewal:
    trade: Renewing
    shop: Workshop
    registry: Registry

    def outcome(self, entry: AffectedAgreement) -> ApplyOutcome:
        try:
            return self._renewed(entry)
        except Refused as refused:
            return left(entry, Did.FAILED, refused.diagnostics)

    def _renewed(self, entry: AffectedAgreement) -> ApplyOutcome:
        if self.shop.library.clauses.digest != self.trade.library:
            return left(entry, Did.FAILED, (outdated("the library changed during the run"),))
        held = self.registry.agreement(entry.agreement)
        if self._is_done(entry, held):
            return self._already(entry, held)
        if (held.revision, held.status.value, held.at) != (entry.revision, entry.status, entry.at):
            return left(entry, Did.MOVED, (moved(entry, held),))
        revision = self.registry.revision(entry.agreement, entry.revision)
        if revision.file != entry.base:
            return left(entry, Did.MOVED, (moved(entry, held),))
        if entry.act is PlannedAct.AMEND:
            outcome, files = amended(self.shop, entry, self._stamp(entry))
            return self._with_files(outcome, files)
        edited = edited_since(self.registry, entry.agreement)
        if edited and entry.act is not PlannedAct.MERGE:
            return left(entry, Did.KEPT, (kept_back(entry.agreement, edited.as_text()),))
        again = drafted_again(self.shop, revision)
        if again.digest != entry.fresh:
            says = f"{entry.agreement} would not read as the plan says"
            return left(entry, Did.FAILED, (outdated(says),))
        return self._merged(entry, again, edited) if edited else self._revised(entry, again)

    def _merged(self, entry: AffectedAgreement, again: Redraft, edited: Edited) -> ApplyOutcome:
        """The changes put into the file that came back; left as it is where they cannot be."""
        try:
            merged = into_edited(self.shop, again, edited, entry, self.trade.stamp.at)
        except Refused as refused:
            kept = kept_back(entry.agreement, edited.as_text())
            return left(entry, Did.KEPT, (kept, *refused.diagnostics))
        outcome = self._taken_in(entry, again, merged.document, merged.document)
        if outcome.did is not Did.REVISED:
            return outcome
        told = (*merged.told, *outcome.faults)
        return replace(
            outcome, did=Did.MERGED, words=merged.words, faults=told, report=merged.report
        )

    def _revised(self, entry: AffectedAgreement, again: Redraft) -> ApplyOutcome:
        from drafter.redline.compare import compare

        file = again.agreement.to_docx(again.house)
        old = self.registry.file(entry.base)
        redline = compare(old, file, AUTHOR, self.trade.stamp.at)
        outcome = self._taken_in(entry, again, file, redline.data)
        if outcome.did is not Did.REVISED:
            return outcome
        told = (*redline.told, *outcome.faults, *again.house.told)
        return replace(outcome, words=redline.words, faults=told)

    def _taken_in(
        self, entry: AffectedAgreement, again: Redraft, file: bytes, redline: bytes
    ) -> ApplyOutcome:
        """The new revision in the registry, its files laid."""
        draft = again.draft(self.shop, file)
        try:
            held = self.registry.revise(
                entry.agreement,
                entry.revision,
                draft,
                self._stamp(entry),
                redline,
                seen=entry.at,
            )
        except Refused as refused:
            held = self.registry.agreement(entry.agreement)
            if self._is_done(entry, held):  # another process of this plan was first
                return self._already(entry, held)
            same = (held.revision, held.at) == (entry.revision, entry.at)
            did = Did.FAILED if same else Did.MOVED
            return left(entry, did, refused.diagnostics)
        said = again.agreement.summary()
        outcome = ApplyOutcome(held.id, held.matter, Did.REVISED, held.revision, said=said)
        return self._with_files(outcome, {"": file, "-redline": redline})

    def _is_done(self, entry: AffectedAgreement, held: ListedAgreement) -> bool:
        """Whether the agreement has just the revision that the plan gives it."""
        if held.revision != entry.revision + 1:
            return False
        newest = self.registry.revision(held.id)
        digest = read_digest(newest.blocks, style_used(newest).digest)
        return newest.library == self.trade.library and digest == entry.fresh

    def _already(self, entry: AffectedAgreement, held: ListedAgreement) -> ApplyOutcome:
        kept = {
            one.kind: one.digest
            for one in self.registry.files(held.id)
            if one.revision == held.revision
        }
        files = {
            ending: self.registry.file(kept[kind])
            for ending, kind in (("", "drafted"), ("-redline", "redline"))
            if kind in kept
        }
        outcome = ApplyOutcome(held.id, held.matter, Did.ALREADY, held.revision)
        return self._with_files(outcome, files)

    def _with_files(self, outcome: ApplyOutcome, files: dict[str, bytes]) -> ApplyOutcome:
        """The files laid into the output folder, beside those of older revisions. Where one
        cannot be laid the revision stands all the same: the registry has it."""
        if files.get("") == files.get("-redline"):  # merged: there is no clean copy
            files.pop("", None)
        id = outcome.amendment or outcome.agreement
        stem = f"{id}-{safe_name(outcome.matter)}-r{outcome.revision}"
        laid: list[str] = []
        faults: list[Diagnostic] = []
        for ending, data in files.items():
            path = self.trade.output / f"{stem}{ending}.docx"
            try:
                lay(path, data)
                laid.append(path.name)
            except Refused as refused:
                faults += refused.diagnostics
        return replace(outcome, files=tuple(laid), faults=(*outcome.faults, *faults))

    def _stamp(self, entry: AffectedAgreement) -> Stamp:
        """The run's stamp with a salt of the agreement's own."""
        salt = hashlib.sha256(f"{self.trade.stamp.salt} {entry.agreement}".encode()).hexdigest()
        return self.trade.stamp._replace(salt=salt)
