"""Whole processes, from start to end: the command line against bare scripts."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.contenders import OWN_TEMPLATE, OWN_VALUES, PLAIN_TEMPLATE, VALUES, PeerFailed
from benchmarks.deal import ANSWERS, ROOT

DRAFT, HELP, CLICK = "drafter draft", "drafter --help", "import click"
BARE, OWN = "bare docxtpl script", "bare docxtpl, this text alone"
OWN_SAMPLE = "bare-own.docx"
FIRST = "drafter draft, empty cache"
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"  # drafter alone would be compiled anew at each start
PROGRAM = Path(sys.executable).parent / "drafter"


@dataclass(slots=True)
class Command:
    """A command line, run with a filled cache or a `fresh` one. `cpu`: milliseconds of each run."""

    name: str
    line: list[str]
    fresh: bool = False
    cpu: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """CPU milliseconds, the run in the middle."""
        return median(self.cpu)

    def run(self, cache: Path) -> None:
        """One run."""
        before = _children()
        folder = cache / f"fresh-{len(self.cpu)}" if self.fresh else cache
        given = {name: held for name, held in os.environ.items() if name != NO_BYTECODE}
        place = {**given, "XDG_CACHE_HOME": str(folder), "DRAFTER_LIBRARY": ""}
        done = subprocess.run(self.line, cwd=ROOT, env=place, capture_output=True, text=True)
        if done.returncode:
            raise PeerFailed(f"{self.name} failed:\n{done.stderr}")
        self.cpu.append((_children() - before) * 1000)


def commands(folder: Path) -> tuple[Command, ...]:
    """The command lines; `folder` holds the template and takes what they make."""
    python = sys.executable
    draft = [str(PROGRAM), "draft", str(ANSWERS), "-o", str(folder / "cold.docx"), "--force"]
    every = ("bare.docx", PLAIN_TEMPLATE, VALUES)
    own = (OWN_SAMPLE, OWN_TEMPLATE, OWN_VALUES)
    bare, bare_own = (
        [python, "-m", "benchmarks.with_docxtpl", *(str(folder / name) for name in names), "--once"]
        for names in (every, own)
    )
    return (
        Command(DRAFT, draft),
        Command(FIRST, draft, fresh=True),
        Command(OWN, bare_own),
        Command(BARE, bare),
        Command(HELP, [str(PROGRAM), "--help"]),
        Command(CLICK, [python, "-c", "import click"]),
    )


def run_in_turn(all_commands: tuple[Command, ...], rounds: int, cache: Path) -> None:
    """Each command once a round; the first round fills caches and is not kept."""
    for _ in range(rounds + 1):
        for command in all_commands:
            command.run(cache)
    for command in all_commands:
        del command.cpu[0]


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
