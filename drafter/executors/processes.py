"""Many jobs over several processes: in small chunks, queued again when a process dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic

from drafter.executors.jobs import DIED, J, JobKind, R, chunk_size, done_safely, made_ready

CHUNK = 8  # jobs that a process takes at a time
AHEAD = 2  # chunks a process: one at work, one waiting
TRIES = 2  # alone, for a job that was at work when a process died


def in_processes(trade: JobKind[J, R], jobs: Sequence[J], workers: int) -> Iterator[R]:
    """Each job's result, as it comes from one of so many processes."""
    return _Pools(trade, jobs, workers).results()


class _Pools(Generic[J, R]):
    """The jobs that wait, and those that a pool of processes has in hand."""

    def __init__(self, trade: JobKind[J, R], jobs: Sequence[J], workers: int) -> None:
        self.trade, self.workers = trade, min(workers, len(jobs))
        self.waiting = deque(jobs)
        self.suspects: deque[J] = deque()
        self.flying: dict[Future[list[R]], tuple[J, ...]] = {}

    def results(self) -> Iterator[R]:
        while self.waiting or self.suspects:
            yield from self._together(self._pool(self.workers))
            yield from self._one_by_one()

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, context, _prepare, (self.trade,))

    def _together(self, pool: ProcessPoolExecutor) -> Iterator[R]:
        """Results until all is done, or until a process dies and takes its pool along."""
        try:
            self._fill(pool)
            while self.flying:
                done, _ = wait(self.flying, return_when=FIRST_COMPLETED)
                for future in done:
                    results = future.result()
                    self.flying.pop(future)
                    yield from results
                self._fill(pool)
        except BrokenProcessPool:
            self.suspects += (job for chunk in self.flying.values() for job in chunk)
            self.flying.clear()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _fill(self, pool: ProcessPoolExecutor) -> None:
        hands = AHEAD * self.workers
        while self.waiting and len(self.flying) < hands:
            size = chunk_size(len(self.waiting), hands, CHUNK)
            chunk = tuple(self.waiting.popleft() for _ in range(size))
            try:
                self.flying[pool.submit(_chunk, chunk)] = chunk
            except BrokenProcessPool:
                self.waiting.extendleft(reversed(chunk))
                raise

    def _one_by_one(self) -> Iterator[R]:
        """Whoever was at work when a process died: alone, a job that kills is told from others."""
        while self.suspects:
            yield self._alone(self.suspects.popleft())

    def _alone(self, job: J) -> R:
        for _ in range(TRIES):
            with self._pool(1) as pool:
                try:
                    (result,) = pool.submit(_chunk, (job,)).result()
                except BrokenProcessPool:
                    continue
                return result  # type: ignore[no-any-return]
        return self.trade.lost(job, DIED)


# --- in a process of the pool -----------------------------------------------------------------


_READY: dict[str, Any] = {}


def _prepare(trade: JobKind[Any, Any]) -> None:
    """Make a process ready: Ctrl-C is the parent's, and who has lost the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _READY.update(trade=trade, work=made_ready(trade))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _chunk(jobs: tuple[Any, ...]) -> list[Any]:
    return list(done_safely(_READY["trade"], _READY["work"], jobs))
