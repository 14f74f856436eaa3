"""Everything that can be known of a clause library: its faults, its style, its cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drafter.bundled import starter_library
from drafter.casework.coverage import Coverage, coverage
from drafter.casework.read import read_cases
from drafter.casework.run import Outcome, run_case
from drafter.checks import run_checks
from drafter.checks.review import run_reviews
from drafter.diagnostics import ERROR, Diagnostic, Place
from drafter.drafting import Library
from drafter.library.files import LibraryFiles, read_files
from drafter.library.load import load_files
from drafter.library.model import Library as ClauseLibrary
from drafter.proving import Proof, Tell, prove_library


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found. The cases of a library too broken to draft from are not run."""

    faults: tuple[Diagnostic, ...]
    proof: Proof
    clauses: ClauseLibrary
    outcomes: tuple[Outcome, ...] | None = None

    @property
    def coverage(self) -> Coverage | None:
        """What the cases reach; None where they were not run."""
        return None if self.outcomes is None else coverage(self.clauses, self.outcomes)


def check(
    path: Path | str | None = None,
    on: date | None = None,
    out_of_time: Callable[[], bool] = lambda: False,
    tell: Tell = lambda words: None,
) -> Checked:
    """Every fault of a clause library, of all answers to it, of how it is written, of its cases.

    `on` is the day on which laws must be in force and reviews done; without it no date is looked
    at. `out_of_time` says when the proof is to stop, `tell` hears how far it is. Raises `Refused`
    for a folder that cannot be read.
    """
    files = read_files(Path(path) if path else starter_library())
    clauses, faults = load_files(files)
    broken = (*faults, *run_checks(clauses), *_without_precedent(clauses, files))
    found = (*broken, *run_reviews(clauses, on))
    proof = prove_library(clauses, broken, out_of_time, tell)
    if any(fault.severity == ERROR for fault in broken):
        return Checked(found, proof, clauses)
    cases, case_faults = read_cases(files)
    outcomes = tuple(run_case(Library(clauses), case) for case in cases)
    unmet = (fault for outcome in outcomes for fault in outcome.faults)
    return Checked((*found, *case_faults, *unmet), proof, clauses, outcomes)


def _without_precedent(clauses: ClauseLibrary, files: LibraryFiles) -> Iterator[Diagnostic]:
    if not clauses.precedents:
        says = "the library has no precedent, so nothing can be drafted"
        yield Diagnostic("no-precedent", says, Place(f"{files.root}/precedents"),
                         "write precedents/NAME.yaml: title, parts")  # fmt: skip


def check_library(path: Path | str | None = None, on: date | None = None) -> tuple[Diagnostic, ...]:
    """Every fault of a clause library, as `check` finds them."""
    checked = check(path, on)
    proof = checked.proof
    shown = (finding.diagnostic for finding in proof.counterexamples)
    return (*checked.faults, *shown, *proof.not_decided)
