"""Where the time goes, for a figure that missed its target."""

from __future__ import annotations

import cProfile
import io
import os
import pstats
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.commands import Command
from benchmarks.deal import ROOT

LINES = 15


def of_calls(call: Callable[[], object], times: int = 10) -> str:
    """The profile of a warm call, by own time."""
    call()
    profile = cProfile.Profile()
    profile.enable()
    for _ in range(times):
        call()
    profile.disable()
    return _top(pstats.Stats(profile), "tottime")


def of_command(command: Command, folder: Path) -> str:
    """The profile of a command line of drafter, by time with what it calls."""
    kept = folder / "profile"
    cache = folder / "profiled" if command.fresh else folder
    line = [sys.executable, "-m", "cProfile", "-o", str(kept), *command.line]
    place = {**os.environ, "XDG_CACHE_HOME": str(cache), "DRAFTER_LIBRARY": ""}
    subprocess.run(line, cwd=ROOT, env=place, capture_output=True, check=True)
    return _top(pstats.Stats(str(kept)), "cumulative")


def _top(stats: pstats.Stats, order: str) -> str:
    out = io.StringIO()
    stats.stream = out  # type: ignore[attr-defined]
    stats.strip_dirs().sort_stats(order).print_stats(LINES)
    lines = out.getvalue().splitlines()
    start = next(at for at, line in enumerate(lines) if "ncalls" in line)
    return "\n".join(f"    {line}" for line in lines[start:] if line.strip())
