"""Contenders: each in a process of its own, asked in turn for a few documents."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.deal import ROOT

NAIVE, RUST, DRAFTER, FLOOR = "docxtpl naive", "rust-docxtpl", "drafter", "floor"
LIVE = ", live"
PLAIN_TEMPLATE, LIVE_TEMPLATE, VALUES = "plain.docx", "live.docx", "values.json"
OWN_TEMPLATE, OWN_VALUES = "own.docx", "own.json"  # nothing but the text of the deal
PYTHON = Path(sys.executable)
RUST_PYTHON = ROOT / ".venv" / "peers" / "rust-docxtpl" / "bin" / "python"


@dataclass(frozen=True, slots=True)
class Contender:
    """Who drafts: its name, interpreter and module, how many documents make a block, its template
    if it fills one."""

    name: str
    python: Path
    module: str
    block: int
    template: str = ""


CONTENDERS = (
    Contender(NAIVE, PYTHON, "benchmarks.with_docxtpl", 1, PLAIN_TEMPLATE),
    Contender(NAIVE + LIVE, PYTHON, "benchmarks.with_docxtpl", 1, LIVE_TEMPLATE),
    Contender(RUST, RUST_PYTHON, "benchmarks.with_docxtpl", 10, PLAIN_TEMPLATE),
    Contender(RUST + LIVE, RUST_PYTHON, "benchmarks.with_docxtpl", 10, LIVE_TEMPLATE),
    Contender(DRAFTER, PYTHON, "benchmarks.with_drafter", 10),
    Contender(FLOOR, PYTHON, "benchmarks.floor", 30),
)


class PeerFailed(Exception):
    """A contender that could not start or stopped working."""


@dataclass(slots=True)
class Running:
    """A contender at work. `cpu`: milliseconds a document, one figure a block."""

    contender: Contender
    process: subprocess.Popen[str]
    sample: Path
    cpu: list[float] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The contender's name."""
        return self.contender.name

    @property
    def median(self) -> float:
        """CPU milliseconds a document, the block in the middle."""
        return median(self.cpu)

    def wait(self) -> None:
        """Until it has made its first document."""
        self._answer()

    def measure(self) -> None:
        """One block."""
        assert self.process.stdin
        self.process.stdin.write(f"{self.contender.block}\n")
        self.process.stdin.flush()
        self.cpu.append(float(self._answer()) * 1000 / self.contender.block)

    def _answer(self) -> str:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise PeerFailed(f"{self.name} stopped; what it said stands above")
        return line


@contextmanager
def running(folder: Path) -> Iterator[tuple[Running, ...]]:
    """All contenders, warm and waiting; `folder` holds the templates and their values."""
    with ExitStack() as stack:
        yield tuple(stack.enter_context(_started(one, folder)) for one in CONTENDERS)


@contextmanager
def _started(contender: Contender, folder: Path) -> Iterator[Running]:
    sample = folder / f"{contender.name}.docx"
    fills = [folder / contender.template, folder / VALUES] if contender.template else []
    command: list[str | Path] = [contender.python, "-m", contender.module, sample, *fills]
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
    except OSError as fault:
        raise PeerFailed(f"{contender.name} cannot be started: {fault}") from fault
    with process:
        try:
            one = Running(contender, process, sample)
            one.wait()
            yield one
        finally:
            process.kill()


def interleave(contenders: tuple[Running, ...], rounds: int) -> None:
    """Blocks in turn, so that a busy machine slows everybody alike; the first round is not kept."""
    for _ in range(rounds + 1):
        for one in contenders:
            one.measure()
    for one in contenders:
        del one.cpu[0]
