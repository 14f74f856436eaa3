"""A run that is killed at any step leaves a registry that verifies and can be used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support.registers import draft, new_registry, stamp

from drafter.registry.model import Status

TESTS = Path(__file__).resolve().parents[1]
RUN = """
import os, signal, sys
from pathlib import Path
sys.path[:0] = [sys.argv[1], str(Path(sys.argv[1]).parent)]
from support.registers import draft, new_registry, stamp
from drafter.registry.model import Status

def stop(step):
    if step == sys.argv[4]:
        os.kill(os.getpid(), signal.SIGKILL)

registry = new_registry(Path(sys.argv[2]), step=stop)
{
    "record": lambda: registry.record(draft(b"second"), "Second", stamp(2)),
    "revise": lambda: registry.revise("A-0001", 1, draft(b"second"), stamp(2), b"redline"),
    "issue": lambda: registry.move("A-0001", 1, Status.ISSUED, stamp(2), b"issued"),
    "erase": lambda: registry.erase("A-0001", stamp(2), "asked to"),
}[sys.argv[3]]()
"""
STEPS = ("files kept", "rows written", "committed")


def killed(folder: Path, what: str, step: str) -> None:
    """Run one call in a process that is killed after a step."""
    done = subprocess.run([sys.executable, "-c", RUN, str(TESTS), str(folder), what, step])
    assert done.returncode == -9


class DescribeAnInterruptedRun:
    @pytest.mark.parametrize("step", STEPS)
    @pytest.mark.parametrize("what", ["record", "revise", "issue"])
    def it_has_happened_or_it_has_not(self, tmp_path: Path, what: str, step: str) -> None:
        registry = new_registry(tmp_path)
        registry.record(draft(b"first"), "First", stamp(1))
        before = registry.head()
        killed(tmp_path, what, step)
        assert not [one for one in registry.verify() if one.severity == "error"]
        assert (registry.head() != before) is (step == "committed")

    @pytest.mark.parametrize("step", STEPS[:2])
    def it_can_be_run_again(self, tmp_path: Path, step: str) -> None:
        registry = new_registry(tmp_path)
        registry.record(draft(b"first"), "First", stamp(1))
        killed(tmp_path, "revise", step)
        held = registry.revise("A-0001", 1, draft(b"second"), stamp(2), b"redline")
        assert held.revision == 2
        assert registry.verify() == ()

    @pytest.mark.parametrize("step", ["rows erased", "committed"])
    def it_finishes_an_erasure_with_the_next_one(self, tmp_path: Path, step: str) -> None:
        registry = new_registry(tmp_path)
        registry.record(draft(b"first"), "First", stamp(1))
        registry.move("A-0001", 1, Status.ISSUED, stamp(3), b"issued")
        killed(tmp_path, "erase", step)
        assert not [one for one in registry.verify() if one.severity == "error"]
        registry.erase("A-0001", stamp(4), "asked to")
        assert registry.verify() == ()
        assert not list(tmp_path.rglob("registry.files/*/*"))
