"""`drafter batch`: many drafts at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from drafter import __version__
from drafter.cli.batch_header import write_header
from drafter.cli.crew_options import crew, crew_options
from drafter.cli.desk_options import approvals
from drafter.cli.errors import DONE, INPUT_AT_FAULT
from drafter.cli.options import (
    cache_folder,
    here,
    json_option,
    library_folder,
    library_option,
    notes_option,
    open_library,
    print_json,
    purpose_option,
    style_option,
    style_path,
)
from drafter.cli.progress import ProgressLine
from drafter.diagnostics import print_diagnostic
from drafter.drafting import load_style
from drafter.matters.workshop import WorkshopPlaces
from drafter.regeneration.batch import REJECTS, Drafting, run_batch, stale_files
from drafter.regeneration.batch_rows import read_batch
from drafter.regeneration.batch_summary import SUMMARY, summary
from drafter.regeneration.batch_tables import write_table_rejects
from drafter.regeneration.files import lay

if TYPE_CHECKING:
    from drafter.regeneration.batch import Result


@click.command("batch")
@click.argument("inputs", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the drafts.",
)
@click.option(
    "--header",
    type=click.Path(path_type=Path),
    help="Write a workbook (.xlsx) to fill in instead, for --precedent.",
)
@click.option("--precedent", default="", help="The precedent that --header is for.")
@style_option
@purpose_option("What the files are for.")
@notes_option
@click.option("--force", is_flag=True, help="Replace files that this batch did not write.")
@crew_options
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    inputs: tuple[Path, ...],
    output: Path | None,
    header: Path | None,
    precedent: str,
    **how: Any,
) -> int:
    """Draft every deal of INPUTS: answers files, tables (.csv, .xlsx) with a deal a row, and .jsonl
    files with a deal record in each line.

    Deals that have not changed are skipped. One that is refused stops no other: it is told with
    its row and words, and stands in rejects.jsonl in the folder; those of a table stand in a table
    of its own columns too, to be mended and drafted from there.
    """
    if header is not None:
        write_header(ctx, header, precedent, how["library"], how["force"])
        return DONE
    if not inputs or output is None:
        raise click.UsageError("INPUTS and -o FOLDER say what to draft, and where to")
    return _drafted(ctx, inputs, output, BatchWishes(**how))


class BatchWishes(NamedTuple):
    """How a batch is to be drafted, as the options say."""

    style: str | None
    purpose: str
    notes: str
    force: bool
    processes: int | None
    scheduler: str
    quiet: bool
    as_json: bool
    library: str | None


def _drafted(
    ctx: click.Context, inputs: tuple[Path, ...], output: Path, wishes: BatchWishes
) -> int:
    who, style = crew(wishes.processes, wishes.scheduler), style_path(wishes.style)
    batch = read_batch(inputs, lambda: open_library(ctx, wishes.library).clauses.questionnaire)
    trade = Drafting(
        _places(ctx, wishes.library),
        style or "house",
        output,
        __version__,
        wishes.purpose,
        approvals(wishes.purpose),
        wishes.force,
        wishes.notes,
    )
    results = run_batch(batch.rows, trade, who)
    done = list(ProgressLine(len(batch.rows), "deals", wishes.quiet).watch(results))
    for told in (*batch.told, *load_style(style, cache_folder()).told):
        click.echo(print_diagnostic(told) + "\n", err=True)
    rejected = write_table_rejects(batch, done, output)
    done.sort(key=lambda one: (one.row.source, one.row.line))
    page = summary(done, _WHAT_THEY_ARE[wishes.purpose])
    lay(output / SUMMARY, page.encode(), force=True)
    _tell(done, output, wishes, rejected)
    for file in stale_files(batch.rows, output):
        click.echo(f"{output / file}: stale; no deal of this batch makes it any more", err=True)
    return INPUT_AT_FAULT if any(one.faults for one in done) else DONE


def _places(ctx: click.Context, library: str | None) -> WorkshopPlaces:
    """Where a process of the batch finds library and house styles."""
    place = here()
    templates = place.templates if place else None
    return WorkshopPlaces(library_folder(ctx, library), templates=templates, cache=cache_folder())


_PREVIEWS = "Previews marked “Not issued”."
_WHAT_THEY_ARE = {"draft": "Drafts for legal review.", "issue": _PREVIEWS, "signature": _PREVIEWS}


def _tell(done: list[Result], folder: Path, wishes: BatchWishes, tables: list[Path]) -> None:
    rejected = [one for one in done if one.faults]
    if wishes.as_json:
        print_json([_data(one) for one in done])
    for one in rejected:
        click.echo(f"{_named(one)} was not drafted:", err=True)
        for fault in one.faults:
            click.echo(print_diagnostic(fault) + "\n", err=True)
    for one in done:
        for finding in one.said.get("findings", ()):
            says = f"{finding['severity']}[{finding['rule']}]: {finding['says']}"
            click.echo(f"{_named(one)}: {says}", err=True)
    skipped = sum(one.skipped for one in done)
    drafted = len(done) - len(rejected) - skipped
    counts = f"{drafted:,} drafted, {skipped:,} unchanged, {len(rejected):,} rejected"
    where = ", ".join(str(path) for path in (folder / SUMMARY, folder / REJECTS, *tables))
    more = f"; see {where}" if rejected else f"; see {folder / SUMMARY}"
    if said := _counted(done):
        click.echo(said, err=True)
    click.echo(f"{folder}: {counts}{more}. {_WHAT_THEY_ARE[wishes.purpose]}", err=True)


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
        "notes": "noted",
        "set_aside": "set aside",
    }
    sums = {name: sum(counts.get(name, 0) for counts in each) for name in words}
    said = ", ".join(f"{number:,} {words[name]}" for name, number in sums.items() if number)
    return f"In all: {said}; which: --json" if said else ""
