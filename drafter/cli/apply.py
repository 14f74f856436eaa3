"""`drafter apply`: new revisions and redlines, exactly as a plan says."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from drafter.agreement.tally import Tally
from drafter.cli.desk_options import by_option, desk, stamp
from drafter.cli.errors import DONE, INPUT_AT_FAULT
from drafter.cli.options import json_option, library_option, print_json
from drafter.cli.progress import ProgressLine
from drafter.diagnostics import ERROR, print_diagnostic
from drafter.matters.names import printable
from drafter.merging.report_text import print_report, report_data
from drafter.regeneration.plan_file import read_plan

if TYPE_CHECKING:
    from drafter.regeneration.outcome import ApplyOutcome

F = TypeVar("F", bound=Callable[..., Any])


def jobs_option(command: F) -> F:
    """`--jobs`: how many processes."""
    says = "Processes to work with; as many as there are processors unless given."
    return click.option("--jobs", type=click.IntRange(1, 256), help=says)(command)


def processes(jobs: int | None) -> int:
    """How many processes to work with."""
    return jobs or os.cpu_count() or 1


@click.command("apply")
@click.argument("plan", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the new files; that of the workspace unless given.",
)
@jobs_option
@by_option
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    plan: Path,
    output: Path | None,
    jobs: int | None,
    by: str,
    as_json: bool,
    library: str | None,
) -> int:
    """Do what PLAN says: new revisions beside the old ones, each with a redline against the old.

    A signed agreement is never rewritten. One that came back edited keeps the edits: the changes
    are put into the file that came back, where that can be done safely. One that moved since the
    plan was made is left out and named. Whatever interrupts the run, running it again does the
    rest.
    """
    what = read_plan(plan)
    at = desk(ctx, library)
    outcomes = at.apply(what, stamp(by), output, processes(jobs))
    done = list(ProgressLine(len(what.entries), "agreements").watch(outcomes))
    done.sort(key=lambda one: one.agreement)
    if as_json:
        print_json([_data(one) for one in done])
    else:
        for line in summary(done, output or at.workspace.output):
            click.echo(line)
    return INPUT_AT_FAULT if any(map(_is_left_undone, done)) else DONE


def _is_left_undone(one: ApplyOutcome) -> bool:
    """Whether something of it remains to be done: it was left out, or a file could not be laid."""
    return one.did in ("kept", "moved", "failed") or any(
        fault.severity == ERROR for fault in one.faults
    )


def _data(outcome: ApplyOutcome) -> dict[str, Any]:
    said = asdict(replace(outcome, faults=(), report=None))
    report = report_data(outcome.report) if outcome.report else None
    return said | {"faults": [fault.as_data() for fault in outcome.faults], "report": report}


_TITLES = {
    "revised": "New revisions, each with its redline:",
    "merged": "Came back edited; the edits stay, and the changes are put into that file:",
    "already": "Done by an earlier run of this plan:",
    "signed": "Signed, so not rewritten; each needs an amendment:",
    "kept": "Left as they are, because they came back edited and a fresh draft would lose that:",
    "moved": "Left out, because something happened to them since the plan was made:",
    "failed": "Not done:",
}


def summary(done: list[ApplyOutcome], folder: Path) -> Iterator[str]:
    """What was done, in words."""
    if not done:
        yield "Nothing to do."
    for did, title in _TITLES.items():
        group = [one for one in done if one.did == did]
        if group:
            yield title
            for one in group:
                yield from _outcome_lines(one)
            yield ""
    if any(one.files for one in done):
        yield f"The files are in {folder}."


def _outcome_lines(one: ApplyOutcome) -> Iterable[str]:
    name = f"  {one.agreement}  {printable(one.matter) or '(no name)'}"
    if one.did in ("revised", "merged", "already"):
        marked = "" if one.did == "already" else f", {one.words} words marked"
        yield f"{name}: revision {one.revision}{marked}"
        yield from (f"      {file}" for file in one.files)
    else:
        yield name
    if one.report:
        yield from (f"      {line}" for line in print_report(one.report).splitlines())
    for fault in one.faults:
        yield from (f"      {line}" for line in print_diagnostic(fault).splitlines())
    for found in one.said.get("findings", ()):
        yield f"      {found['severity']}[{found['rule']}]: {found['says']}"
    if one.said:
        yield f"      {Tally(**one.said['counts']).as_text()}"
