"""Every job is done once or reported, whichever process dies."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drafter.regeneration.executor import DIED, JobKind, run


@dataclass(frozen=True)
class Counting(JobKind[int, tuple[int, str]]):
    """Squares numbers; some kill their process, the first time or always."""

    folder: Path
    kills_once: frozenset[int] = frozenset()
    kills_always: frozenset[int] = frozenset()

    def ready(self) -> Callable[[int], tuple[int, str]]:
        return self.square

    def square(self, job: int) -> tuple[int, str]:
        mark = self.folder / f"died-{job}"
        if job in self.kills_always or (job in self.kills_once and not mark.exists()):
            mark.touch()
            os._exit(9)
        return job, str(job * job // (job != 13))

    def lost(self, job: int, says: str) -> tuple[int, str]:
        return job, says


def results(trade: Counting, workers: int, count: int = 60) -> dict[int, str]:
    found = list(run(trade, trade.square, range(count), workers))
    assert len(found) == count
    return dict(found)


class DescribeManyJobs:
    """Over processes that may die."""

    def it_gives_the_same_in_one_process_and_in_two(self, tmp_path):
        assert results(Counting(tmp_path), 1) == results(Counting(tmp_path), 2)

    def it_reports_a_job_that_fails_and_does_the_rest(self, tmp_path):
        found = results(Counting(tmp_path), 1)
        assert "ZeroDivisionError" in found.pop(13)
        assert found == {job: str(job * job) for job in range(60) if job != 13}

    def it_does_every_job_though_processes_die(self, tmp_path):
        trade = Counting(tmp_path, kills_once=frozenset({3, 30}))
        assert results(trade, 2) == results(Counting(tmp_path), 1)

    def it_reports_a_job_that_kills_every_process(self, tmp_path):
        found = results(Counting(tmp_path, kills_always=frozenset({7})), 2)
        assert found.pop(7) == DIED
        assert found[59] == str(59 * 59)
