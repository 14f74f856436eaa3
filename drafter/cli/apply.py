"""`drafter apply`: new revisions and redlines, exactly as a plan says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.agreement.tally import Tally
from drafter.cli.crew_options import crew, crew_options
from drafter.cli.desk_options import by_option, desk, stamp
from drafter.cli.errors import DONE, INPUT_AT_FAULT
from drafter.cli.options import json_option, library_option, print_json
from drafter.cli.progress import ProgressLine
from drafter.diagnostics import ERROR, Diagnostic, Refused, print_diagnostic, so_many
from drafter.matters.names import printable
from drafter.merging.report_text import print_report, report_data
from drafter.regeneration.apply_summary import SUMMARY, applied_page, counted
from drafter.regeneration.files import lay
from drafter.regeneration.plan_file import read_plan

if TYPE_CHECKING:
    from drafter.regeneration.model import Plan
    from drafter.regeneration.outcome import ApplyOutcome


@click.command("apply")
@click.argument("plan", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the new files; that of the workspace unless given.",
)
@crew_options
@by_option
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    plan: Path,
    output: Path | None,
    processes: int | None,
    scheduler: str,
    quiet: bool,
    by: str,
    as_json: bool,
    library: str | None,
) -> int:
    """Do what PLAN says: new revisions beside the old ones, each with a redline against the old.

    A signed agreement is never rewritten: it gets an amendment of its own. One that came back
    edited keeps the edits: the changes are put into the file that came back, where that can be
    done safely. One that moved since the plan was made is left out and named. Whatever interrupts
    the run, running it again does the rest.
    """
    who, what, at = crew(processes, scheduler), read_plan(plan), desk(ctx, library)
    outcomes = at.apply(what, stamp(by), output, who)
    done = list(ProgressLine(len(what.entries), "agreements", quiet).watch(outcomes))
    done.sort(key=lambda one: one.agreement)
    folder = output or at.workspace.output
    faults = _page_laid(what, done, folder) if done else ()
    if as_json:
        print_json([_data(one) for one in done])
    else:
        for line in summary(done, folder, what.unchanged):
            click.echo(line)
    for fault in faults:
        click.echo(print_diagnostic(fault) + "\n", err=True)
    return INPUT_AT_FAULT if faults or any(map(_is_left_undone, done)) else DONE


def _page_laid(plan: Plan, done: list[ApplyOutcome], folder: Path) -> tuple[Diagnostic, ...]:
    """The summary as a page; where it cannot be laid, what was done stands all the same."""
    try:
        lay(folder / SUMMARY, applied_page(plan, done).encode(), force=True)
    except Refused as refused:
        return refused.diagnostics
    return ()


def _is_left_undone(one: ApplyOutcome) -> bool:
    """Whether something of it remains to be done: it was left out, or a file could not be laid."""
    return one.did in ("kept", "moved", "failed", "signed") or any(
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
    "amended": "Signed, so not rewritten; each has an amendment, a draft for legal review:",
    "signed": "Signed, and to be amended by hand:",
    "kept": "Left as they are, because they came back edited and a fresh draft would lose that:",
    "moved": "Left out, because something happened to them since the plan was made:",
    "failed": "Not done:",
}


def summary(done: list[ApplyOutcome], folder: Path, unchanged: int) -> Iterator[str]:
    """What was done, in words."""
    if not done:
        yield "Nothing to do."
        return
    yield from (f"{counted(done, unchanged)}.", "")
    for did, title in _TITLES.items():
        group = [one for one in done if one.did == did]
        if group:
            yield title
            for one in group:
                yield from _outcome_lines(one)
            yield ""
    files = "The files are in" if any(one.files for one in done) else "A summary is in"
    yield f"{files} {folder}; to read it on a page: {folder / SUMMARY}"


def _amendment(one: ApplyOutcome) -> str:
    return f"{one.amendment}, " if one.amendment else ""


def _outcome_lines(one: ApplyOutcome) -> Iterable[str]:
    name = f"  {one.agreement}  {printable(one.matter) or '(no name)'}"
    if one.did == "amended":
        yield f"  {one.amendment}  {printable(one.matter)}: revision {one.revision}"
        yield from (f"      {file}" for file in one.files)
    elif one.did in ("revised", "merged", "already"):
        marked = "" if one.did == "already" else f", {so_many(one.words, 'word')} marked"
        yield f"{name}: {_amendment(one)}revision {one.revision}{marked}"
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
