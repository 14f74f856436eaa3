"""How many small slips the checks of a library find: `python -m benchmarks.mutants 1 300`.

A slip that nothing reports counts as harmless only if z3, in an encoding of its own, shows that
every deal gets the same wordings, or that no table and no text is at fault; else it is undecided.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from functools import cache
from multiprocessing import Pool
from pathlib import Path

from benchmarks.harmless import harmless
from benchmarks.mutations import KINDS, Mutant, mutants
from drafter.checks import run_checks
from drafter.diagnostics import ERROR
from drafter.library.files import LibraryFiles, read_files
from drafter.library.load import load_files
from drafter.library.model import Library
from drafter.proving import prove_library

OUTCOMES = ("counterexample", "static rule", "harmless", "undecided")
LIBRARY = Path("clause_library")


@cache
def shipped_files() -> LibraryFiles:
    return read_files(LIBRARY)


@cache
def shipped() -> Library:
    return load_files(shipped_files())[0]


def drawn(seed: int, count: int, texts: dict[str, str]) -> list[Mutant]:
    """As many of each kind, spread over the files before a file comes twice."""
    chance = random.Random(seed)
    found: list[Mutant] = []
    for kind in KINDS:
        every = mutants(kind, texts)
        chance.shuffle(every)
        seen: Counter[str] = Counter()
        order: list[tuple[int, Mutant]] = []
        for one in every:
            order.append((seen[one.path], one))
            seen[one.path] += 1
        found += [one for _, one in sorted(order, key=lambda pair: pair[0])][: count // len(KINDS)]
    return found


def outcome(mutant: Mutant) -> str:
    """What came of one slip."""
    files = shipped_files()
    library, faults = load_files(LibraryFiles(files.root, mutant.texts(files.texts), "mutant"))
    broken = [one for one in (*faults, *run_checks(library)) if one.severity == ERROR]
    if broken:
        return "static rule"
    proof = prove_library(library)
    if any(finding.answers for finding in proof.counterexamples):
        return "counterexample"
    if any(one.diagnostic.severity == ERROR for one in proof.counterexamples):
        return "static rule"  # a wording, a question that no answers reach
    return harmless(shipped, library) or "undecided"


def main(seed: int, count: int) -> int:
    """Print the score; 1 where too much is undecided."""
    slips = drawn(seed, count, shipped_files().texts)
    score: Counter[tuple[str, str]] = Counter()
    with Pool(2) as pool:
        for mutant, came in zip(slips, pool.imap(outcome, slips, 2), strict=True):
            found = came.split(":")[0]
            score[mutant.kind, found] += 1
            if found in ("undecided", "harmless"):
                print(f"{came}: {mutant.kind}, {mutant.path}: {mutant.says}", flush=True)
    _report(score, seed, len(slips))
    undecided = sum(score[kind, "undecided"] for kind in KINDS)
    return int(undecided > 0.03 * len(slips))


def _report(score: Counter[tuple[str, str]], seed: int, count: int) -> None:
    print(f"\n{count} mutants, seed {seed}\n{'':22}" + "".join(f"{one:>16}" for one in OUTCOMES))
    for kind in KINDS:
        print(f"{kind:22}" + "".join(f"{score[kind, one]:>16}" for one in OUTCOMES))
    total = {one: sum(score[kind, one] for kind in KINDS) for one in OUTCOMES}
    print(f"{'all':22}" + "".join(f"{total[one]:>16}" for one in OUTCOMES))
    found = total["counterexample"] + total["static rule"]
    harmful = found + total["undecided"]
    print(f"score: {found} of {harmful} not shown harmless are reported ({found / harmful:.1%})")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
