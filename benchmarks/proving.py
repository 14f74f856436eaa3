"""Measures the proof: `make bench-proof`, or `python -m benchmarks.proving [SEED]`.

CPU seconds on this machine, the least of some rounds: a library loaded without a cache, proved,
and python-sat by itself over the same clauses. Ratios are the result.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.commands import PROGRAM, Command
from benchmarks.overheard import Script, overheard, run
from benchmarks.synthetic import synthetic
from drafter.bundled import starter_library
from drafter.library.files import LibraryFiles, read_files
from drafter.library.load import load_files
from drafter.rules.of_all_answers import prove_library

T = TypeVar("T")
ROUNDS = 3
PROOF_TARGET, CHECK_TARGET = 3, 4
_LOAD = "from drafter import load_library; load_library()"


def main() -> None:
    """Print all figures."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    _synthetic(synthetic(seed))
    _shipped()


def _synthetic(files: LibraryFiles) -> None:
    (library, faults), load = _least(lambda: load_files(files))
    assert not faults
    proof, whole = _least(lambda: prove_library(library))
    assert not proof.counterexamples
    assert not proof.not_decided
    questions, topics = library.questionnaire.questions, library.topics
    rows = sum(len(topic.rows) for topic in topics.values())
    print(f"made-up library: {len(questions)} questions, {len(topics)} topics, {rows} rows")
    print(f"  {proof.proved} statements proved")
    _line("load without cache", load)
    _line("proof", whole)
    ours, each = overheard(library)
    _solver("python-sat, a question each", each, whole, 1)
    _solver("python-sat, what the proof asks", ours, whole, ROUNDS)


def _solver(name: str, script: Script, whole: float, rounds: int) -> None:
    _, alone = _least(lambda: run(script), rounds)
    _line(name, alone, f"{script.clauses} clauses, {script.questions} questions")
    _line("  proof / that", whole / alone, f"target: under {PROOF_TARGET}", "")


def _shipped() -> None:
    (library, _), load = _least(lambda: load_files(read_files(Path(starter_library()))))
    proof, whole = _least(lambda: prove_library(library))
    loading = _process("load", [sys.executable, "-c", _LOAD])
    check = _process("drafter check", [str(PROGRAM), "check"])
    print(f"shipped library: {proof.proved} statements proved")
    _line("load without cache", load)
    _line("proof", whole)
    _line("  proof / load", whole / load, unit="")
    _line("a process that loads it", loading)
    _line("drafter check, empty cache", check)
    _line("  check / that process", check / loading, f"target: at most {CHECK_TARGET}", "")
    _line("  check / the load inside it", check / load, "start of Python and imports included", "")


def _line(name: str, figure: float, more: str = "", unit: str = "s") -> None:
    print(f"  {name:<34}{figure:>8.2f} {unit:<3}{more}")


def _process(name: str, words: list[str]) -> float:
    """CPU seconds of a whole process that finds no cache."""
    command = Command(name, words, fresh=True)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            command.run(Path(folder))
    return min(command.cpu) / 1000


def _least(work: Callable[[], T], rounds: int = ROUNDS) -> tuple[T, float]:
    """What work gives, and the least CPU seconds that it took."""
    found: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        made = work()
        found.append(time.process_time() - start)
    return made, min(found)


if __name__ == "__main__":
    main()
