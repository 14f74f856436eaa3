"""Many jobs over several processes: in small chunks, queued again when a process dies.

Jobs are idempotent: one that was done when its process died finds that out when it runs again.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, TypeVar

J = TypeVar("J")
R = TypeVar("R")

CHUNK = 8  # jobs that a process takes at a time
AHEAD = 2  # chunks a process: one at work, one waiting
TRIES = 2  # alone, for a job that was at work when a process died
DIED = "the process that worked on it died"


class JobKind(ABC, Generic[J, R]):
    """A kind of job. It travels to each process and is made ready there once."""

    @abstractmethod
    def ready(self) -> Callable[[J], R]:
        """Open what the jobs need in a process of its own, and give back what does one."""

    @abstractmethod
    def lost(self, job: J, says: str) -> R:
        """The result of a job that could not be done for a fault of ours."""


def run(
    trade: JobKind[J, R], work: Callable[[J], R], jobs: Sequence[J], workers: int
) -> Iterator[R]:
    """Each job's result, as it comes. `work` does a job in this process, where one is enough."""
    if workers <= 1 or len(jobs) <= 1:
        return (_safely(trade, work, job) for job in jobs)
    return _Pools(trade, jobs, workers).results()


def _safely(trade: JobKind[J, R], work: Callable[[J], R], job: J) -> R:
    try:
        return work(job)
    except Exception as error:  # one bad job never stops the rest
        return trade.lost(job, f"{type(error).__name__}: {error}")


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
        while self.waiting and len(self.flying) < AHEAD * self.workers:
            chunk = tuple(self.waiting.popleft() for _ in range(self._size()))
            try:
                self.flying[pool.submit(_chunk, chunk)] = chunk
            except BrokenProcessPool:
                self.waiting.extendleft(reversed(chunk))
                raise

    def _size(self) -> int:
        """Fewer jobs towards the end, so that all processes end together."""
        return min(CHUNK, math.ceil(len(self.waiting) / (AHEAD * self.workers)))

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
    _READY.update(trade=trade, work=trade.ready())


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _chunk(jobs: tuple[Any, ...]) -> list[Any]:
    return [_safely(_READY["trade"], _READY["work"], job) for job in jobs]
