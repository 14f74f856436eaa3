"""Everything that can be known of a clause library: its faults, its style, its cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from drafter.bundled import starter_library
from drafter.casework.coverage import Coverage, coverage
from drafter.casework.read import read_cases
from drafter.casework.run import RULE as CASE
from drafter.casework.run import CaseOutcome, run_case
from drafter.data_classes import dataclass, replace
from drafter.diagnostics import ERROR, Diagnostic, Place
from drafter.drafting import Library
from drafter.library.files import LibraryFiles, read_files
from drafter.library.load import load_files
from drafter.library.model import ClauseLibrary as ClauseLibrary
from drafter.proof.goals import Counterexample, Proof
from drafter.proof.statements import Tell
from drafter.rules.of_all_answers import prove_library
from drafter.rules.of_files import run_checks
from drafter.rules.of_upkeep import run_reviews


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found. The cases of a library too broken to draft from are not run."""

    faults: tuple[Diagnostic, ...]
    proof: Proof
    clauses: ClauseLibrary
    outcomes: tuple[CaseOutcome, ...] | None = None

    @property
    def findings(self) -> tuple[tuple[Diagnostic, Counterexample | None], ...]:
        """All of it, causes first: of the library, of the proof with its answers, of the cases."""
        of_library = [(one, None) for one in self.faults if one.rule != CASE]
        of_cases = [(one, None) for one in self.faults if one.rule == CASE]
        shown = [(one.diagnostic, one) for one in self.proof.counterexamples]
        left = [(one, None) for one in self.proof.not_decided]
        return (*of_library, *shown, *left, *of_cases)

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
    return check_files(read_files(Path(path) if path else starter_library()), on, out_of_time, tell)


def check_files(
    files: LibraryFiles,
    on: date | None = None,
    out_of_time: Callable[[], bool] = lambda: False,
    tell: Tell = lambda words: None,
) -> Checked:
    """The same of files that are read already."""
    clauses, faults = load_files(files)
    broken = (*faults, *run_checks(clauses), *_without_precedent(clauses, files))
    found = (*broken, *run_reviews(clauses, on))
    proof = prove_library(clauses, broken, out_of_time, tell)
    if any(fault.severity == ERROR for fault in broken):
        return Checked(found, proof, clauses)
    cases, case_faults = read_cases(files)
    outcomes = tuple(run_case(Library(clauses), case) for case in cases)
    proof, unmet = _under_their_cause(proof, outcomes)
    return Checked((*found, *case_faults, *unmet), proof, clauses, outcomes)


def _under_their_cause(
    proof: Proof, outcomes: Iterable[CaseOutcome]
) -> tuple[Proof, tuple[Diagnostic, ...]]:
    """The faults of the cases. Those that a table refuses are counted beneath what the proof
    shows of the table, if it shows it."""
    shown = {_table(one.diagnostic): one for one in reversed(proof.counterexamples)}
    follow: dict[int, list[str]] = defaultdict(list)
    faults: list[Diagnostic] = []
    for outcome in outcomes:
        causes = [shown.get(_table(one)) for one in outcome.of_tables]
        if not causes or None in causes:
            faults += outcome.faults
        else:
            follow[id(causes[0])].append(outcome.case.id)
    counted = (_counting(one, follow[id(one)]) for one in proof.counterexamples)
    return replace(proof, counterexamples=tuple(counted)), tuple(faults)


def _table(fault: Diagnostic) -> tuple[str, str]:
    return fault.rule, fault.place.file if fault.place else ""


def _counting(cause: Counterexample, cases: list[str]) -> Counterexample:
    if not cases:
        return cause
    fault, many = cause.diagnostic, "case ends" if len(cases) == 1 else "cases end"
    note = f"{len(cases)} {many} at this table: {', '.join(cases)}"
    return replace(cause, diagnostic=replace(fault, notes=(*fault.notes, note)))


def _without_precedent(clauses: ClauseLibrary, files: LibraryFiles) -> Iterator[Diagnostic]:
    if not clauses.precedents:
        says = "the library has no precedent, so nothing can be drafted"
        yield Diagnostic(
            "no-precedent",
            says,
            Place(f"{files.root}/precedents"),
            "write precedents/NAME.yaml: title, parts",
        )


def check_library(path: Path | str | None = None, on: date | None = None) -> tuple[Diagnostic, ...]:
    """Every fault of a clause library, as `check` finds them."""
    return tuple(fault for fault, _ in check(path, on).findings)
