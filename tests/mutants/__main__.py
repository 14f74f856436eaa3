"""How many small slips the checks of a library find: `python -m mutants 1 300`.

Of each slip one thing comes:

- counterexample: the proof finds answers; drafted by the public library they show the fault that
  is reported, and by the library without the slip they do not show it: it is not harmless.
- static rule: a rule over the files finds it; the library is refused when it is loaded, so that
  no deal can be drafted, while the same deal is drafted without the slip.
- no answers: the proof says that no answers reach something any more, and z3 says so too. Such a
  report is about what is missing, so no answers can show it.
- harmless: nothing is reported, and z3, in an encoding of its own, shows that every deal gets the
  same variants, or that all that is promised of tables and texts holds after the slip as before.
- not replayed: answers are reported, and drafting them shows no such fault. Must not be.
- false alarm: something is reported of a slip that z3 shows harmless, and no draft shows it. That
  a row is never chosen is no false alarm where it is true. Must not be.
- undecided: nothing is reported, and nothing shows it harmless; or the proof does not decide.
"""

from __future__ import annotations

import gc
import sys
from collections import Counter
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from support.native import Undecided

from drafter import load_library
from drafter.diagnostics import ERROR, Diagnostic, Refused
from drafter.library.files import LibraryFiles, read_files
from drafter.library.load import load_files
from drafter.library.model import ClauseLibrary
from drafter.proof.goals import Counterexample
from drafter.rules.of_all_answers import prove_library
from drafter.rules.of_files import run_checks
from mutants.harmless import harmless, unreachable
from mutants.mutations import KINDS, Mutant, drawn
from mutants.replaying import drafted

REPORTED = ("counterexample", "static rule", "no answers")
AMISS = ("not replayed", "false alarm", "undecided")
OUTCOMES = (*REPORTED, "harmless", *AMISS)
LIBRARY, DEAL = Path("clause_library"), Path("examples/smart-handbag/answers.yaml")
MOST_UNDECIDED = 0.03


class Came(NamedTuple):
    """What came of a slip, and what there is to say of it."""

    outcome: str
    says: str = ""


@cache
def shipped_files() -> LibraryFiles:
    return read_files(LIBRARY)


@cache
def shipped() -> ClauseLibrary:
    return load_files(shipped_files())[0]


def _ready() -> None:
    """What never changes is never collected."""
    shipped()
    gc.freeze()
    gc.set_threshold(200_000)


def outcome(mutant: Mutant) -> Came:
    """What came of one slip."""
    texts = mutant.texts(shipped_files().texts)
    library, faults = load_files(LibraryFiles(LIBRARY.name, texts, "mutant"))
    broken = [one for one in (*faults, *run_checks(library)) if one.severity == ERROR]
    proof = prove_library(library, broken)
    found = proof.counterexamples
    shown = [one for one in found if one.answers is not None]
    if missed := [one for one in shown if not replays(one, library)]:
        calm = harmless(shipped, library)
        alarm = "not replayed" if calm.startswith("(") else "false alarm"
        return Came(alarm, f"{_words(missed[0].diagnostic)} {calm}")
    if shown:
        return Came("counterexample", _words(shown[0].diagnostic))
    if broken:
        return _refused(texts, broken)
    silent = [one.diagnostic for one in found if one.diagnostic.severity == ERROR]
    if silent:
        return _without_answers(library, silent)
    if proof.not_decided:
        return Came("undecided", _words(proof.not_decided[0]))
    calm = harmless(shipped, library)
    return Came("undecided" if calm.startswith("(") else "harmless", calm)


def replays(finding: Counterexample, library: ClauseLibrary) -> bool:
    """Whether its answers show the fault when drafted, and not without the slip."""
    assert finding.answers is not None
    after, before = drafted(library, finding.answers), drafted(shipped(), finding.answers)
    fault = after.shows(finding.diagnostic)
    return fault is not None and not before.has(fault)


def _refused(texts: dict[str, str], broken: list[Diagnostic]) -> Came:
    """A library that is refused on loading, so that no deal is drafted."""
    with TemporaryDirectory() as folder:
        for path, text in texts.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        try:
            load_library(folder).draft(load_library(LIBRARY).read_file(DEAL))
        except Refused as refused:
            if {one.rule for one in broken} <= {one.rule for one in refused.diagnostics}:
                return Came("static rule", _words(broken[0]))
    return Came("not replayed", _words(broken[0]))


def _without_answers(library: ClauseLibrary, said: list[Diagnostic]) -> Came:
    """What is said to be out of reach is so, if z3 says it too."""
    try:
        lost = unreachable(library)
    except Undecided as why:
        return Came("undecided", f"{_words(said[0])} ({why})")
    untrue = [one for one in said if not any(what in one.says for what in lost)]
    return Came("false alarm" if untrue else "no answers", _words((untrue or said)[0]))


def _words(said: Diagnostic) -> str:
    return f"{said.rule}: {said.says}"


def main(seed: int, count: int) -> int:
    """Print the score; 1 where something is amiss or too much undecided."""
    slips = drawn(seed, count, shipped_files().texts)
    score: Counter[tuple[str, str]] = Counter()
    with Pool(2, _ready) as pool:
        for mutant, came in zip(slips, pool.imap(outcome, slips, 1), strict=True):
            score[mutant.kind, came.outcome] += 1
            print(f"{came.outcome}: {mutant.path}: {mutant.says}: {came.says}", flush=True)
    print(table(score, seed, slips))
    total = Counter(kind_and_outcome[1] for kind_and_outcome in score.elements())
    amiss = total["not replayed"] + total["false alarm"]
    return int(amiss > 0 or total["undecided"] > MOST_UNDECIDED * len(slips))


def table(score: Counter[tuple[str, str]], seed: int, slips: list[Mutant]) -> str:
    """The outcomes by kind, and the score."""
    totals = {one: sum(score[kind, one] for kind in KINDS) for one in OUTCOMES}
    rows = [(kind, [score[kind, one] for one in OUTCOMES]) for kind in KINDS]
    lines = [_drawn(seed, slips), _line("", [*OUTCOMES, "all"])]
    lines += [_line(kind, [*counts, sum(counts)]) for kind, counts in rows]
    lines.append(_line("all", [*totals.values(), len(slips)]))
    found, harmful = sum(totals[one] for one in REPORTED), len(slips) - totals["harmless"]
    left = totals["undecided"]
    lines += [f"score: {found} of {harmful} not shown harmless reported ({_share(found, harmful)})",
              f"undecided: {left} of {len(slips)} ({_share(left, len(slips))})"]  # fmt: skip
    return "\n".join(lines)


def _drawn(seed: int, slips: list[Mutant]) -> str:
    every = {path.split("/")[1] for path in shipped_files().texts if path.startswith("topics/")}
    spoilt = {one.path.split("/")[1] for one in slips if one.path.startswith("topics/")}
    others = {one.path for one in slips if not one.path.startswith("topics/")}
    return (f"\n{len(slips)} mutants, seed {seed}: {len(spoilt)} of {len(every)} topics and "
            f"{len(others)} other files are spoilt")  # fmt: skip


def _line(kind: str, cells: list[Any]) -> str:
    return f"{kind:19}" + "".join(f"{one:>{len(head) + 2}}" for head, one in
                                  zip([*OUTCOMES, "  all"], cells, strict=True))  # fmt: skip


def _share(part: int, whole: int) -> str:
    return f"{part / max(whole, 1):.1%}"


__all__ = ["Came", "main", "outcome", "table"]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
