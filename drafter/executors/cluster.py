"""Many jobs over a Dask cluster: its workers write the files, and small results travel back.

A worker opens library, house style and registry once for a run, and does chunks of jobs with them.
Dask does a chunk again whose worker died; who kills worker after worker is told from the others,
as with the processes of one machine.
"""

from __future__ import annotations

import platform
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import NamedTemporaryFile
from threading import Lock
from typing import Any, Generic, NamedTuple

from drafter.diagnostics import Diagnostic, Refused, note_from
from drafter.disk import TEMPORARY
from drafter.executors.jobs import DIED, J, JobKind, R, chunk_size, done_safely
from drafter.system import try_lock

CHUNK = 16  # jobs that a worker takes at a time: a task of Dask costs some milliseconds
AHEAD = 2  # chunks a thread of a worker: one at work, one waiting
TRIES = 2  # alone, for a job that was at work when a worker died
CONNECT, PATIENCE = 5, 60  # seconds for the scheduler to answer; for a worker to come back

RULE = "cluster"
GONE = "the scheduler of the cluster, or its last worker, went away while this waited"


class WorkPlace(NamedTuple):
    """What a worker must have in common with the run: the release of drafter, the machine if the
    jobs are bound to one, and the folders, each known by a file that lies there for the while."""

    release: str
    machine: str
    marks: tuple[str, ...]


def on_cluster(trade: JobKind[J, R], jobs: Sequence[J], scheduler: str) -> Iterator[R]:
    """Each job's result, as it comes from a worker. Raises `Refused`, having done nothing, where
    there is no such scheduler, or a worker of it that cannot do these jobs."""
    trade = trade.travelling()
    with _client(scheduler) as client, _marked(trade.folders) as marks:
        place = WorkPlace(version("drafter"), platform.node(), marks)
        _check(client, trade, place, scheduler)
        yield from _Shift(client, trade, place, jobs).results()


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError:
        says = "a cluster needs Dask, which is not installed here"
        raise Refused([Diagnostic(RULE, says, None, "pip install 'drafter[dask]'")]) from None
    try:
        client = Client(scheduler, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError, RuntimeError) as error:
        says = f"there is no scheduler to reach at {scheduler}"
        cure = "start one: dask scheduler; then workers: dask worker ADDRESS"
        raise Refused([Diagnostic(RULE, says, None, cure, (note_from("Dask", error),))]) from None
    with client:
        yield client


@contextmanager
def _marked(folders: Sequence[Path]) -> Iterator[tuple[str, ...]]:
    """A file in each folder while the run lasts; one that a kill leaves is swept away like all."""
    with ExitStack() as stack:
        marks = []
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            mark = stack.enter_context(NamedTemporaryFile(dir=folder.resolve(), prefix=TEMPORARY))
            try_lock(mark.fileno())
            marks.append(mark.name)
        yield tuple(marks)


def _check(client: Any, trade: JobKind[J, R], place: WorkPlace, scheduler: str) -> None:
    """Every worker is looked at, and made ready, before the first job."""
    found = client.run(_unfit, trade, place, on_error="return")
    faults = [
        Diagnostic(RULE, f"the worker {worker} cannot do this work: {says}", None, _CURE)
        for worker, says in sorted(found.items())
        if says
    ]
    if not found:
        says, cure = f"the scheduler at {scheduler} has no workers", f"dask worker {scheduler}"
        faults = [Diagnostic(RULE, says, None, f"start some: {cure}")]
    if faults:
        raise Refused(faults)


_CURE = (
    "give every worker the same drafter, library and folders, under the same paths; or take it away"
)


class _Chunk(NamedTuple):
    """Jobs in the hands of a worker. `alone` counts how often a job was tried by itself."""

    jobs: Sequence[Any]
    alone: int = 0


class _Shift(Generic[J, R]):
    """The jobs that wait, and the chunks that workers have in hand."""

    def __init__(
        self, client: Any, trade: JobKind[J, R], place: WorkPlace, jobs: Sequence[J]
    ) -> None:
        self.client, self.trade, self.place = client, trade, place
        self.waiting = deque(jobs)
        self.suspects: deque[_Chunk] = deque()
        self.flying: dict[Any, _Chunk] = {}
        self.landed: SimpleQueue[Any] = SimpleQueue()

    def results(self) -> Iterator[R]:
        self._fill()
        while self.flying:
            for future in self._landed():
                yield from self._of(future, self.flying.pop(future))
            self._fill()

    def _fill(self) -> None:
        hands = AHEAD * max(1, self._threads()) if self.waiting else 0
        while self.waiting and len(self.flying) < hands:
            size = chunk_size(len(self.waiting), hands, CHUNK)
            self._submit(_Chunk([self.waiting.popleft() for _ in range(size)]))
        if self.suspects and not self.flying:
            self._submit(self.suspects.popleft())

    def _submit(self, chunk: _Chunk) -> None:
        future = self.client.submit(_done, self.trade, self.place, chunk.jobs, pure=False)
        self.flying[future] = chunk
        future.add_done_callback(self.landed.put)

    def _landed(self) -> Sequence[Any]:
        """Those that came back; all of them, where nobody is there any more to do them."""
        try:
            return (self.landed.get(timeout=PATIENCE),)
        except Empty:
            return () if self._threads() else tuple(self.flying)

    def _threads(self) -> int:
        """How many jobs the workers that are there can do at a time."""
        try:
            return sum(self.client.nthreads().values())
        except (OSError, RuntimeError):
            return 0

    def _of(self, future: Any, chunk: _Chunk) -> Iterator[R]:
        """The results of a chunk, or what follows from their not being there."""
        try:
            results = future.result(timeout=PATIENCE if future.done() else 0)
        except Exception as error:  # that of a job is a result; this one is Dask's own
            return self._missed(error, chunk)
        return iter(results)

    def _missed(self, error: Exception, chunk: _Chunk) -> Iterator[R]:
        """Who was at work when a worker died is tried alone; a chunk whose results died with their
        worker is done again; where nobody is left, all that waits is reported."""
        kind = type(error).__name__
        if kind == "KilledWorker":
            if chunk.alone == TRIES:
                return self._lost(chunk.jobs, DIED)
            self.suspects += (_Chunk([job], chunk.alone + 1) for job in chunk.jobs)
        elif isinstance(error, TimeoutError) and self._threads():
            self.waiting.extendleft(reversed(chunk.jobs))
        elif isinstance(error, TimeoutError) or "Cancelled" in kind:
            waiting, suspects = [*self.waiting], [job for one in self.suspects for job in one.jobs]
            self.waiting.clear()
            self.suspects.clear()
            return self._lost([*chunk.jobs, *waiting, *suspects], GONE)
        else:
            return self._lost(chunk.jobs, f"{kind}: {error}")
        return iter(())

    def _lost(self, jobs: Sequence[J], says: str) -> Iterator[R]:
        return (self.trade.lost(job, says) for job in jobs)


# --- on a worker ------------------------------------------------------------------------------

_READY: dict[WorkPlace, Callable[[Any], Any]] = {}
_KEPT = 2  # runs that a worker stays ready for
_PREPARING = Lock()


def _unfit(trade: JobKind[Any, Any], place: WorkPlace) -> str:
    """Why this worker cannot do the jobs of a run; empty where it can, and is ready."""
    if (here := version("drafter")) != place.release:
        return f"it has drafter {here}, and this is {place.release}"
    if trade.one_machine and platform.node() != place.machine:
        return f"it is on another machine, and {trade.one_machine}"
    missing = [str(Path(mark).parent) for mark in place.marks if not Path(mark).is_file()]
    if missing:
        return f"{', '.join(missing)} is another folder there, or none"
    try:
        _ready(trade, place)
    except Refused as refused:
        return "; ".join(one.says for one in refused.diagnostics)
    return ""


def _ready(trade: JobKind[J, R], place: WorkPlace) -> Callable[[J], R]:
    """What does a job of a run, opened when its first one comes. Raises `Refused`."""
    with _PREPARING:
        if place not in _READY:
            while len(_READY) >= _KEPT:
                del _READY[next(iter(_READY))]
            _READY[place] = trade.ready()
        return _READY[place]


def _done(trade: JobKind[J, R], place: WorkPlace, jobs: Sequence[J]) -> list[R]:
    """The results of some jobs; a worker that joined the run late is looked at first."""
    if place not in _READY and (says := _unfit(trade, place)):
        return [trade.lost(job, f"a worker could not do it: {says}") for job in jobs]
    return list(done_safely(trade, _ready(trade, place), jobs))
