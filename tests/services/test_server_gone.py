"""The database goes and comes back: DRAFTER_TEST_POSTGRES_SERVER names what stops and starts it."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.killing import Killed, KilledApply
from support.workspaces import deal

UNUSABLE = ("registry cannot be used now", "it cannot be opened")


def server(act: str) -> None:
    subprocess.run([os.environ["DRAFTER_TEST_POSTGRES_SERVER"], act], check=True)


@pytest.fixture(autouse=True)
def back() -> Iterator[None]:
    """The server runs again, whatever a test leaves."""
    yield
    subprocess.run([os.environ["DRAFTER_TEST_POSTGRES_SERVER"], "start"], capture_output=True)


@pytest.fixture
def run(tmp_path: Path) -> Killed:
    found = KilledApply(tmp_path)
    found.renew()
    return found


def said(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    out, errors = process.communicate()
    return process.returncode, (out + errors).decode()


def at_work(run: Killed, *more: str) -> subprocess.Popen[bytes]:
    """The command, once it has laid its first files."""
    process, there = run.start(*more), run.done()
    while process.poll() is None and run.done() <= there:
        time.sleep(0.005)
    return process


class DescribeADatabaseThatGoes:
    """Stopped as a crash stops it, while a command is at work."""

    def it_is_told_for_each_agreement_and_the_next_run_completes(self, run):
        process = at_work(run)
        server("stop")
        code, words = said(process)
        assert code == 1, words
        assert any(one in words for one in UNUSABLE), words
        server("start")
        run.check()
        assert said(run.start())[0] == 0
        run.check_done()

    def it_is_no_end_where_it_comes_back_before_the_run_is_over(self, run):
        process = at_work(run, "--processes", "1")
        server("stop")
        server("start")
        code, words = said(process)
        assert code in (0, 1), words
        run.check()
        assert said(run.start())[0] == 0
        run.check_done()

    def it_keeps_nobody_from_saying_so(self, run):
        """A plan asks the registry, a batch of drafts does not."""
        (run.practice.folder / "deals.jsonl").write_text(json.dumps(deal()), "utf-8")
        server("stop")
        run.command = ("plan",)
        code, words = said(run.start())
        assert code == 1, words
        assert any(one in words for one in UNUSABLE), words
        run.command = ("batch", "deals.jsonl", "-o", "out")
        assert said(run.start())[0] == 0

    def it_is_greeted_anew_by_a_registry_that_is_open(self, run):
        registry = run.practice.registry()
        there = registry.agreements()
        server("stop")
        server("start")
        assert registry.agreements() == there
