"""Jobs that square numbers; some kill their process, the first time or always."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drafter.diagnostics import Diagnostic, Refused
from drafter.executors.crew import ALONE, Crew, run
from drafter.executors.jobs import JobKind


@dataclass(frozen=True)
class Counting(JobKind[int, tuple[int, str]]):
    """Squares numbers, and notes in the folder who was ready and which job was done."""

    folder: Path
    kills_once: frozenset[int] = frozenset()
    kills_always: frozenset[int] = frozenset()
    refuses: str = ""
    bound: str = ""

    @property
    def folders(self) -> tuple[Path, ...]:
        return (self.folder,)

    @property
    def one_machine(self) -> str:
        return self.bound

    def travelling(self) -> Counting:
        return self

    def ready(self) -> Callable[[int], tuple[int, str]]:
        if self.refuses:
            raise Refused([Diagnostic("busy", self.refuses)])
        with (self.folder / "ready").open("a") as file:
            file.write(f"{os.getpid()}\n")
        return self.square

    def square(self, job: int) -> tuple[int, str]:
        mark = self.folder / f"died-{job}"
        if job in self.kills_always or (job in self.kills_once and not mark.exists()):
            mark.touch()
            os._exit(9)
        return job, str(job * job // (job != 13))

    def lost(self, job: int, says: str) -> tuple[int, str]:
        return job, says


def results(trade: Counting, crew: Crew = ALONE, count: int = 60) -> dict[int, str]:
    """What became of each number: of every one, once."""
    found = list(run(trade, trade.square, range(count), crew))
    assert len(found) == count
    return dict(found)
