"""Runs of `apply` and `batch` that are killed at a random moment, and what must be true then."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from drafter.disk import TEMPORARY
from drafter.regeneration.batch_index import read_index
from drafter.regeneration.plan_file import plan_text
from support.workspaces import DEALS, Practice, deal

_DRAFTER = (sys.executable, "-c", "from drafter.cli import main; main()")
_MORE = 120  # deals of a batch


class Killed(ABC):
    """A command in a practice, to be killed and run again; its work can be made anew."""

    def __init__(self, folder: Path) -> None:
        self.practice = Practice(folder)
        self.practice.settings()

    command: tuple[str, ...]
    files: int  # that lie in the folder when all is done

    @property
    @abstractmethod
    def folder(self) -> Path:
        """Where its files lie."""

    @abstractmethod
    def renew(self) -> None:
        """Give it all of its work once more."""

    @abstractmethod
    def check(self) -> None:
        """What holds at any moment."""

    @abstractmethod
    def check_done(self) -> None:
        """What holds when it has ended by itself."""

    def start(self, *more: str, limit: int = 0) -> subprocess.Popen[bytes]:
        """The command at work. `limit`: the bytes that a file may have before its disk is full."""
        return subprocess.Popen(
            [*_DRAFTER, *self.command, *more], cwd=self.practice.folder, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=_full_at(limit),
        )  # fmt: skip

    def done(self) -> int:
        """The files that lie there."""
        return len([*self.folder.glob("*.docx")])


def _full_at(limit: int) -> Callable[[], None] | None:
    if not limit:
        return None
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


class KilledApply(Killed):
    """A plan for every agreement of a practice."""

    command = ("apply", "plan.json", "--processes", "2")

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.practice.record(*DEALS)
        self.wave = 0

    @property
    def folder(self) -> Path:
        return self.practice.output

    def renew(self) -> None:
        """Another edit that changes every agreement, and its plan."""
        old = f"may leave{' still' * self.wave}"
        self.practice.edit("topics/exit/by-notice.md", old, f"{old} still")
        self.wave += 1
        plan = self.practice.plan()
        assert len(plan.entries) == len(DEALS)
        (self.practice.folder / "plan.json").write_text(plan_text(plan), "utf-8")
        self.files = 2 * len(DEALS) * self.wave

    def check(self) -> None:
        """Whole rows, whole files, no revision beyond the wave."""
        assert self.practice.faults() == []
        assert set(self.practice.revisions().values()) <= {self.wave, self.wave + 1}
        whole(self.folder)

    def check_done(self) -> None:
        self.check()
        assert set(self.practice.revisions().values()) == {self.wave + 1}
        assert len(self.practice.files()) == self.files + 1  # the page that sums up
        assert self.practice.plan().entries == ()


class KilledBatch(Killed):
    """A table of deals, and one row that is none."""

    command = ("batch", "deals.jsonl", "-o", "out", "--processes", "2", "--library", "library")
    files = _MORE

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.wave = 0
        self.bytes: dict[str, bytes] = {}

    @property
    def folder(self) -> Path:
        return self.practice.folder / "out"

    def renew(self) -> None:
        """Other numbers in every deal."""
        self.wave += 1
        rows = [json.dumps(deal(seats=str(number + self.wave))) for number in range(_MORE)]
        rows.insert(_MORE // 2, "no deal")
        (self.practice.folder / "deals.jsonl").write_text("\n".join(rows), "utf-8")
        for path in self.folder.glob("*"):
            path.unlink()

    def check(self) -> None:
        whole(self.folder)
        known = read_index(self.folder)
        assert {one.file for one in known.values()} <= {p.name for p in self.folder.glob("*.docx")}

    def check_done(self) -> None:
        """A file for each deal and a line for each file, and nothing beside them."""
        self.check()
        names = {path.name for path in self.folder.glob("*.docx")}
        assert len(names) == len(read_index(self.folder)) == _MORE
        rejected = (self.folder / "rejects.jsonl").read_text("utf-8").splitlines()
        assert [json.loads(line)["row"] for line in rejected] == [_MORE // 2 + 1]
        assert not list(self.folder.glob(f"{TEMPORARY}*"))


def whole(folder: Path) -> None:
    """Every Word file in a folder can be read to its end."""
    for path in folder.glob("*.docx"):
        with ZipFile(path) as package:
            assert package.testzip() is None, path


def kill_once(run: Killed, pick: random.Random) -> bool:
    """Start it, and kill it when some more files lie there; False where it had ended before."""
    there = run.done()
    if there >= run.files:
        return False
    process = run.start()
    goal = pick.randint(there, run.files)
    while process.poll() is None and run.done() < goal:
        time.sleep(0.005)
    time.sleep(pick.uniform(0.0, 0.1))
    if process.poll() is not None:
        process.communicate()
        return False
    if pick.random() < 0.5:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
    run.check()
    return True


def kill_often(run: Killed, times: int, pick: random.Random) -> int:
    """Kill it so often, giving it new work whenever it is done; how often it had to start."""
    killed, starts = 0, 0
    while killed < times:
        run.renew()
        while killed < times:
            starts += 1
            if not kill_once(run, pick):
                break
            killed += 1
        ended = run.start()
        said = ended.communicate()[1].decode()
        starts += 1
        assert ended.returncode in (0, 1), said
        run.check_done()
    return starts
