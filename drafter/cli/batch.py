"""`drafter batch`: many drafts at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter import __version__
from drafter.cli.apply import jobs_option, processes
from drafter.cli.desk_options import approvals
from drafter.cli.errors import DONE, INPUT_AT_FAULT
from drafter.cli.options import (
    cache_folder,
    here,
    json_option,
    library_folder,
    library_option,
    print_json,
    purpose_option,
    style_option,
    style_path,
)
from drafter.cli.progress import ProgressLine
from drafter.diagnostics import render
from drafter.drafting import load_style
from drafter.matters.workshop import WorkshopPlaces
from drafter.regeneration.batch import Drafting, run_batch, stale_files
from drafter.regeneration.batch_rows import read_rows

if TYPE_CHECKING:
    from drafter.regeneration.batch import Result


@click.command("batch")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the drafts.",
)
@style_option
@purpose_option("What the files are for.")
@click.option("--force", is_flag=True, help="Replace files that this batch did not write.")
@jobs_option
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[Path, ...],
    output: Path,
    style: str | None,
    purpose: str,
    force: bool,
    jobs: int | None,
    as_json: bool,
    library: str | None,
) -> int:
    """Draft every deal of INPUTS: answers files, and .jsonl tables with a deal record in each line.

    Deals that have not changed are skipped. One that is refused stops no other: it is told with
    its row and words, and stands in rejects.jsonl in the folder.
    """
    rows, places, look = read_rows(inputs), _places(ctx, library), style_path(style) or "house"
    trade = Drafting(places, look, output, __version__, purpose, approvals(purpose), force)
    results = run_batch(rows, trade, processes(jobs))
    done = list(ProgressLine(len(rows), "deals").watch(results))
    for told in load_style(style_path(style), cache_folder()).told:
        click.echo(render(told) + "\n", err=True)
    _tell(done, output, as_json, purpose)
    for file in stale_files(rows, output):
        click.echo(f"{output / file}: stale; no deal of this batch makes it any more", err=True)
    return INPUT_AT_FAULT if any(one.faults for one in done) else DONE


def _places(ctx: click.Context, library: str | None) -> WorkshopPlaces:
    """Where a process of the batch finds library and house styles."""
    place = here()
    templates = place.templates if place else None
    return WorkshopPlaces(library_folder(ctx, library), templates=templates, cache=cache_folder())


_PREVIEWS = "Previews marked “Not issued”."
_WHAT_THEY_ARE = {"draft": "Drafts for legal review.", "issue": _PREVIEWS, "signature": _PREVIEWS}


def _tell(done: list[Result], folder: Path, as_json: bool, purpose: str) -> None:
    done.sort(key=lambda one: (one.row.source, one.row.line))
    rejected = [one for one in done if one.faults]
    if as_json:
        print_json([_data(one) for one in done])
    for one in rejected:
        click.echo(f"{_named(one)} was not drafted:", err=True)
        for fault in one.faults:
            click.echo(render(fault) + "\n", err=True)
    for one in done:
        for finding in one.said.get("findings", ()):
            says = f"{finding['severity']}[{finding['rule']}]: {finding['says']}"
            click.echo(f"{_named(one)}: {says}", err=True)
    skipped = sum(one.skipped for one in done)
    drafted = len(done) - len(rejected) - skipped
    counts = f"{drafted:,} drafted, {skipped:,} unchanged, {len(rejected):,} rejected"
    more = f"; see {folder / 'rejects.jsonl'}" if rejected else ""
    if said := _counted(done):
        click.echo(said, err=True)
    click.echo(f"{folder}: {counts}{more}. {_WHAT_THEY_ARE[purpose]}", err=True)


def _named(one: Result) -> str:
    return f"{one.row.source}, row {one.row.line}" if one.row.line else one.row.source


def _data(one: Result) -> dict[str, Any]:
    did = "rejected" if one.faults else "unchanged" if one.skipped else "drafted"
    return {
        "source": one.row.source,
        "row": one.row.line or None,
        "did": did,
        "file": None if one.faults else one.file,
        "faults": [fault.as_data() for fault in one.faults],
        **one.said,
    }


def _counted(done: list[Result]) -> str:
    """The sums of what the drafts rest on."""
    each = [one.said["counts"] for one in done if "counts" in one.said]
    words = {
        "recommended": "recommended",
        "blank": "blank",
        "open": "open",
        "to_confirm": "to confirm",
        "warnings": "warned of",
        "set_aside": "set aside",
    }
    sums = {name: sum(counts[name] for counts in each) for name in words}
    said = ", ".join(f"{number:,} {words[name]}" for name, number in sums.items() if number)
    return f"In all: {said}; which: --json" if said else ""
