"""Many drafts at once: a Word file for each deal, unchanged ones skipped, bad ones reported."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from drafter.agreement.instructions import OPEN_NOTES
from drafter.data_classes import dataclass, field, replace
from drafter.diagnostics import Diagnostic, Refused, Unfinished
from drafter.executors.crew import ALONE, Crew, run
from drafter.executors.jobs import JobKind
from drafter.gate import NONE_GIVEN, Approvals
from drafter.matters.workshop import Workshop, WorkshopPlaces
from drafter.regeneration.batch_index import BatchFile, Index, read_index
from drafter.regeneration.batch_names import NO_CLAIM, Claim, files_of, stale
from drafter.regeneration.batch_rows import BatchRow
from drafter.regeneration.files import digest, lay, made, swept
from drafter.regeneration.folder_lock import alone
from drafter.regeneration.naming import safe_name

REJECTS = "rejects.jsonl"
LOCK = ".drafter-batch.lock"


@dataclass(frozen=True, slots=True)
class Job:
    """A deal to be drafted: its file, what it is made from, and what we wrote there before."""

    row: BatchRow
    file: str
    claim: Claim
    key: str
    ours: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a deal. `digest` is of the file written; `skipped`: nothing changed. `said`
    has its `counts`, `findings` and `set_aside`, also where it is skipped."""

    row: BatchRow
    file: str
    key: str = ""
    digest: str = ""
    skipped: bool = False
    faults: tuple[Diagnostic, ...] = ()
    said: Mapping[str, Any] = field(default_factory=dict)
    claim: Claim = NO_CLAIM


@dataclass(frozen=True, slots=True)
class Drafting(JobKind[Job, Result]):
    """Drafts one deal after the other into a folder; travels to other processes.

    `version` is drafter's own: another one drafts all deals anew. `opened` is what `run_batch`
    found at the places: the digests of library and house style.
    """

    places: WorkshopPlaces
    style: str
    folder: Path
    version: str
    purpose: str = "draft"
    approvals: Approvals = NONE_GIVEN
    force: bool = False
    notes: str = OPEN_NOTES
    opened: tuple[str, str] = ("", "")

    @property
    def folders(self) -> tuple[Path, ...]:
        """That of the drafts."""
        return (self.folder,)

    @property
    def one_machine(self) -> str:
        """Drafts may be made anywhere."""
        return ""

    def travelling(self) -> Self:
        """The same, for workers that stand in other folders."""
        file = Path(self.style)
        style = str(file.absolute()) if file.is_file() else self.style
        places, folder = self.places.absolute(), self.folder.absolute()
        return replace(self, places=places, folder=folder, style=style)

    def ready(self) -> Callable[[Job], Result]:
        """The library and the house style, opened. Raises `Refused` where they are others than
        those that the batch began with."""
        shop = self.places.open()
        if self.digests(shop) != self.opened:
            says = f"the library or the house style {self.style} is not what the batch began with"
            raise Refused([Diagnostic("our-fault", says, None, "run the batch again")])
        return self.at(shop)

    def digests(self, shop: Workshop) -> tuple[str, str]:
        """What the library and the house style are, in a workshop that is open."""
        return shop.library.clauses.digest, shop.style(self.style).digest

    def at(self, shop: Workshop) -> Callable[[Job], Result]:
        """What does a job in a workshop that is open."""
        return lambda job: self._result(shop, job)

    def lost(self, job: Job, says: str) -> Result:
        """A deal that could not be drafted for a fault of ours."""
        fault = Diagnostic("our-fault", says, job.row.place, "run the batch again")
        return Result(job.row, job.file, faults=(fault,))

    def key(self, row: BatchRow, shop: Workshop) -> str:
        """The digest of all that the file is made from."""
        made_from = (
            digest(row.data),
            *self.digests(shop),
            self.purpose,
            self.notes,
            self.version,
            repr(self.approvals),
        )
        return hashlib.sha256("\n".join(made_from).encode()).hexdigest()

    def _result(self, shop: Workshop, job: Job) -> Result:
        try:
            record, places = job.row.record()
            house = shop.style(self.style)
            agreement = shop.library.draft(
                shop.library.read(record, places),
                self.purpose,
                approvals=self.approvals,
                scheme=house.scheme,
                edition=house.edition,
                notes=self.notes,
                tags=house.reads,
            )
            data = agreement.to_docx(house)
            lay(self.folder / job.file, data, job.ours, self.force)
        except Refused as refused:
            return Result(job.row, job.file, faults=refused.diagnostics)
        return Result(
            job.row, job.file, job.key, digest(data), said=agreement.summary(), claim=job.claim
        )


def run_batch(rows: Iterable[BatchRow], trade: Drafting, crew: Crew = ALONE) -> Iterator[Result]:
    """A result for each deal, as it comes; the unchanged ones first.

    When all are done, the folder's `rejects.jsonl` holds those that were refused, and is not there
    if none was. Raises `Refused` when the first result is asked for, for a library or house style
    at fault, and while another batch is at work in the folder.
    """
    shop = trade.places.open()
    trade = replace(trade, opened=trade.digests(shop))
    with alone(made(trade.folder) / LOCK, "`drafter batch`"):
        swept(trade.folder)
        index = Index(trade.folder)
        rejected: list[Result] = []
        try:
            for result in _results(list(rows), trade, shop, index, crew):
                if result.faults:
                    rejected.append(result)
                elif not (result.skipped and index.known[result.file].source):
                    said = json.dumps(result.said, ensure_ascii=False)
                    index.add(
                        BatchFile(result.file, result.key, result.digest, *result.claim, said)
                    )
                yield result
        finally:
            index.close()
        try:
            _write_rejects(trade.folder, rejected)
        except Refused as refused:  # the drafts are written all the same
            raise Unfinished(refused.diagnostics) from None


def _results(
    rows: list[BatchRow], trade: Drafting, shop: Workshop, index: Index, crew: Crew
) -> Iterator[Result]:
    due: list[Job] = []
    claims = [_claim(row, trade.folder) for row in rows]
    files = files_of(claims, index.known.values())
    for row, claim, file in zip(rows, claims, files, strict=True):
        key, before = trade.key(row, shop), index.known.get(file)
        if before and before.key == key and (trade.folder / file).is_file():
            yield Result(
                row,
                file,
                key,
                before.digest,
                skipped=True,
                said=json.loads(before.said),
                claim=claim,
            )
        else:
            due.append(Job(row, file, claim, key, before.digest if before else ""))
    own = {job.file: job.row for job in due}
    for result in run(trade, trade.at(shop), due, crew):
        yield replace(result, row=own[result.file])  # another process sends a copy of the row back


def _claim(row: BatchRow, folder: Path) -> Claim:
    """What a deal goes by: its place as seen from the folder of the drafts, and its words."""
    source = Path(os.path.relpath(os.path.realpath(row.source), os.path.realpath(folder)))
    words = digest(row.data) if row.line else ""  # a file is known by its place alone
    return Claim(source.as_posix(), words, safe_name(row.name()))


def stale_files(rows: Iterable[BatchRow], folder: Path) -> list[str]:
    """Files in the folder that an earlier batch made from these sources, and no deal of theirs
    makes any more."""
    known = list(read_index(folder).values())
    claims = [_claim(row, folder) for row in rows]
    return stale(claims, files_of(claims, known), known)


def _write_rejects(folder: Path, rejected: list[Result]) -> None:
    path = folder / REJECTS
    if not rejected:
        path.unlink(missing_ok=True)
        return
    rejected.sort(key=lambda one: (one.row.source, one.row.line))
    lines = (json.dumps(_reject(one), ensure_ascii=False) + "\n" for one in rejected)
    lay(path, "".join(lines).encode(), force=True)


def _reject(one: Result) -> dict[str, Any]:
    """A deal that was refused: where it stands, what is wrong, and its line as it is."""
    kept = {"input": one.row.data.decode(errors="replace")} if one.row.line else {}
    return {
        "source": one.row.source,
        "row": one.row.line or None,
        "faults": [fault.as_data() for fault in one.faults],
        **kept,
    }
