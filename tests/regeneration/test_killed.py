"""kill -9 at any moment of `drafter apply` or `batch` loses nothing, and nothing is twice.

`make kills` does the same a hundred times each.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from support.killing import Killed, KilledApply, KilledBatch, kill_often

KILLS = 8


@pytest.fixture(params=[KilledApply, KilledBatch], ids=["apply", "batch"])
def run(request: pytest.FixtureRequest, tmp_path: Path) -> Killed:
    return request.param(tmp_path)


class DescribeKillMinusNine:
    """A run that is killed, and run again."""

    def it_loses_nothing_and_does_nothing_twice(self, run: Killed) -> None:
        kill_often(run, KILLS, random.Random(11))

    def it_refuses_a_second_run_cleanly(self, run: Killed) -> None:
        run.renew()
        runs = [run.start() for _ in range(3)]
        errors = [one.communicate()[1].decode() for one in runs]
        busy = [error for error in errors if "is at work in" in error]
        assert len(busy) < 3
        assert all("is at work in" in error for one, error in zip(runs, errors, strict=True)
                   if one.returncode and "1 rejected" not in error)  # fmt: skip
        run.check_done()


class DescribeAFolderThatTakesNoFile:
    def it_is_named_and_nothing_is_lost(self, run: Killed) -> None:
        run.renew()
        refused = run.start("-o", "/proc/drafts")
        said = refused.communicate()[1].decode()
        assert (refused.returncode, "/proc/drafts" in said) == (1, True), said
        run.check()
