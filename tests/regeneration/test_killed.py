"""kill -9 at any moment of `drafter apply` loses nothing, and nothing is twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from zipfile import ZipFile

from support.workspaces import DEALS, Practice

from drafter.regeneration.plan_file import plan_text

KILLS = 20
_APPLY = [sys.executable, "-c", "from drafter.cli import main; main()",
          "apply", "plan.json", "--processes", "2"]  # fmt: skip


def start(folder: Path) -> subprocess.Popen[bytes]:
    quiet = subprocess.PIPE
    return subprocess.Popen(_APPLY, cwd=folder, stdout=quiet, stderr=quiet, start_new_session=True)


def new_wave(practice: Practice, number: int) -> None:
    """Another edit that changes every agreement, and its plan."""
    old = f"may leave{' still' * number}"
    practice.edit("topics/exit/by-notice.md", old, f"{old} still")
    plan = practice.plan()
    assert len(plan.entries) == len(DEALS)
    (practice.folder / "plan.json").write_text(plan_text(plan), "utf-8")


def check(practice: Practice, wave: int) -> None:
    """Whole rows, whole files, no revision beyond the wave."""
    assert practice.faults() == []
    assert set(practice.revisions().values()) <= {wave, wave + 1}
    for path in practice.output.glob("A-*.docx"):
        with ZipFile(path) as package:
            assert package.testzip() is None


def well_on_its_way(
    practice: Practice, process: subprocess.Popen[bytes], pick: random.Random, all_files: int
) -> bool:
    """Wait for some more files, any number of those that are left, and a moment: is it alive?"""
    goal = pick.randint(min(len(practice.files()), all_files), all_files)
    while process.poll() is None and len(practice.files()) < goal:
        time.sleep(0.01)
    time.sleep(pick.uniform(0.0, 0.1))
    return process.poll() is None


class DescribeKillMinusNine:
    """A run that is killed, and run again."""

    def it_loses_nothing_and_does_nothing_twice(self, tmp_path):
        practice = Practice(tmp_path)
        practice.settings()
        practice.record(*DEALS)
        pick, wave, interrupted = random.Random(11), 1, 0
        new_wave(practice, 0)
        assert start(tmp_path).wait() == 0
        while interrupted < KILLS:
            wave += 1
            new_wave(practice, wave - 1)
            while interrupted < KILLS:
                process = start(tmp_path)
                if not well_on_its_way(practice, process, pick, 2 * len(DEALS) * wave):
                    break
                if pick.random() < 0.5:
                    os.killpg(process.pid, signal.SIGKILL)
                else:
                    process.kill()
                process.communicate()
                interrupted += 1
                check(practice, wave)
            assert start(tmp_path).wait() == 0
            assert set(practice.revisions().values()) == {wave + 1}
        assert practice.faults() == []
        assert len(practice.files()) == 2 * len(DEALS) * wave + 1  # the page that sums up
        assert practice.plan().entries == ()

    def it_refuses_a_second_run_cleanly(self, tmp_path):
        practice = Practice(tmp_path)
        practice.settings()
        practice.record(*DEALS)
        new_wave(practice, 0)
        runs = [start(tmp_path) for _ in range(3)]
        errors = [run.communicate()[1].decode() for run in runs]
        codes = [run.returncode for run in runs]
        assert 0 in codes
        assert all("is at work in" in error for code, error in zip(codes, errors) if code)  # noqa: B905
        assert set(practice.revisions().values()) == {2}
        assert practice.faults() == []
