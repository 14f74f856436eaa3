"""`drafter check`: every fault of the clause library, and the proof over all answers to it."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.checking import check
from drafter.cli.check_answers import as_case, write_cover
from drafter.cli.errors import DONE, INPUT_AT_FAULT, MEANING
from drafter.cli.options import json_option, library_folder, library_option, print_json
from drafter.cli.sarif import as_sarif
from drafter.diagnostics import ERROR, print_diagnostic
from drafter.disk import write_whole

if TYPE_CHECKING:
    from drafter.casework.coverage import Coverage
    from drafter.checking import Checked
    from drafter.diagnostics import Diagnostic
    from drafter.proof.goals import Proof

_DAY = click.DateTime(["%Y-%m-%d"])
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("check")
@click.option("--on", type=_DAY, help="Day on which laws and reviews must be in date. [today]")
@click.option("--coverage", "covers", is_flag=True, help="Print what the cases reach, or not.")
@click.option("--budget", type=click.FloatRange(min=0), help="Seconds that the proof may take.")
@click.option("--save", type=_FOLDER, help="Write each counterexample here as a case.")
@click.option("--cover", type=_FOLDER, help="Write answers here that reach the whole library.")
@json_option
@click.option("--sarif", is_flag=True, help="Print as SARIF 2.1.0, for a code review page.")
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    on: date | None,
    covers: bool,
    budget: float | None,
    save: Path | None,
    cover: Path | None,
    as_json: bool,
    sarif: bool,
    library: str | None,
) -> int:
    """Check the clause library: every fault with its place, its words and a cure.

    What holds for all answers is proved; what does not is shown by answers that break it. Errors
    end it with 1, and so does what could not be decided; warnings and notes do not.
    """
    if as_json and sarif:
        raise click.UsageError("--json and --sarif print different things: choose one.")
    told = _progress(as_json or sarif)
    checked = check(library_folder(ctx, library), _day(on), _clock(budget), told)
    if save is not None:
        _save(checked.proof, save)
    covered = tuple(write_cover(checked, cover)) if cover else ()
    reached = checked.coverage if covers else None
    shown = tuple(one for one, _ in checked.findings)
    if sarif:
        print_json(as_sarif(shown, _facts(checked, reached, covered)))
    elif as_json:
        print_json(_facts(checked, reached, covered) | {"findings": _findings(checked)})
    else:
        _print(checked, reached, covered)
    return INPUT_AT_FAULT if any(fault.severity == ERROR for fault in shown) else DONE


def _print(checked: Checked, reached: Coverage | None, covered: Sequence[str]) -> None:
    shown = [fault for fault, _ in checked.findings]
    for fault in shown:
        click.echo(print_diagnostic(fault) + "\n")
    for line in (*(reached.lines() if reached else ()), *covered):
        click.echo(line)
    click.echo(_total(shown))
    click.echo(_outcome(checked.proof))
    if shown:
        click.echo(MEANING, err=True)


def _day(on: date | None) -> date:
    return date.fromisoformat(on.strftime("%Y-%m-%d")) if on else date.today()


def _clock(budget: float | None) -> Callable[[], bool]:
    end = None if budget is None else time.monotonic() + budget
    return lambda: end is not None and time.monotonic() >= end


def _progress(quiet: bool) -> Callable[[str], None]:
    """On a terminal, one line that says what is being proved; no words wipe it away."""
    on_terminal = not quiet and sys.stderr.isatty()

    def tell(words: str) -> None:
        if on_terminal:
            line = f"proving {words}" if words else ""
            click.echo(f"\r\x1b[K{line}", err=True, nl=False)

    return tell


def _facts(checked: Checked, reached: Coverage | None, covered: Sequence[str]) -> dict[str, Any]:
    """What came of it beside the findings, as plain data."""
    proof = checked.proof
    data: dict[str, Any] = {
        "proved": proof.proved,
        "counterexamples": len(proof.counterexamples),
        "not_decided": len(proof.not_decided),
    }
    if covered:
        data |= {"cover": list(covered)}
    return data | ({"coverage": reached.as_data()} if reached else {})


def _findings(checked: Checked) -> list[dict[str, Any]]:
    return [
        fault.as_data() if found is None else found.as_data() for fault, found in checked.findings
    ]


def _save(proof: Proof, folder: Path) -> None:
    """Each counterexample as a case: an answers file that every command reads."""
    folder.mkdir(parents=True, exist_ok=True)
    found = (finding for finding in proof.counterexamples if finding.answers is not None)
    for number, finding in enumerate(found, 1):
        text = as_case(finding.diagnostic.says, finding.answers or {})
        write_whole(folder / f"{finding.diagnostic.rule}-{number}.yaml", text.encode())


def _total(faults: Sequence[Diagnostic]) -> str:
    """`0 errors, 3 warnings, 1 note`."""
    count = Counter(fault.severity for fault in faults)
    return ", ".join(
        f"{count[one]} {one}{'' if count[one] == 1 else 's'}"
        for one in ("error", "warning", "note")
    )


def _outcome(proof: Proof) -> str:
    shown, left = len(proof.counterexamples), len(proof.not_decided)
    return (
        f"{proof.proved} proved, {shown} counterexample{'' if shown == 1 else 's'}, "
        f"{left} not decided"
    )
