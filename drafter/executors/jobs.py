"""A kind of job, as whoever does it needs to know it.

Jobs are idempotent: one that was done when its process died finds that out when it runs again.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Generic, Self, TypeVar

from drafter.diagnostics import Refused

J = TypeVar("J")
R = TypeVar("R")

DIED = "the process that worked on it died"


class JobKind(ABC, Generic[J, R]):
    """A kind of job. It travels to each process and is made ready there once."""

    @abstractmethod
    def ready(self) -> Callable[[J], R]:
        """Open what the jobs need in a process of its own, and give back what does one. Raises
        `Refused` where that is not what the run began with."""

    @abstractmethod
    def lost(self, job: J, says: str) -> R:
        """The result of a job that could not be done for a fault of ours."""

    @property
    @abstractmethod
    def folders(self) -> Sequence[Path]:
        """The folders that its jobs write into: the same ones, wherever they are done."""

    @property
    @abstractmethod
    def one_machine(self) -> str:
        """Why all jobs must be done on this machine; empty where they need not be."""

    @abstractmethod
    def travelling(self) -> Self:
        """The same kind of job, its places named for workers that stand in other folders."""


def made_ready(trade: JobKind[J, R]) -> Callable[[J], R]:
    """What does a job here. Where nothing can be made ready, each job is told why."""
    try:
        return trade.ready()
    except Refused as refused:
        says = "; ".join(one.says for one in refused.diagnostics)
        return lambda job: trade.lost(job, says)


def done_safely(trade: JobKind[J, R], work: Callable[[J], R], jobs: Sequence[J]) -> Iterator[R]:
    """Each job's result; one bad job never stops the rest."""
    for job in jobs:
        try:
            result = work(job)
        except Exception as error:  # whatever it is, it is said of this job
            result = trade.lost(job, f"{type(error).__name__}: {error}")
        yield result


def chunk_size(waiting: int, hands: int, most: int) -> int:
    """How many jobs the next chunk takes: fewer towards the end, so that all end together.

    >>> chunk_size(1000, 4, 8), chunk_size(9, 4, 8), chunk_size(1, 4, 8)
    (8, 3, 1)
    """
    return min(most, -(-waiting // hands))
