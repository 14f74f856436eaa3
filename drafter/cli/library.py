"""`drafter library`: the workspace's own library and the starter library that it came from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from drafter.bundled import starter_library
from drafter.cli.desk_options import workspace
from drafter.cli.errors import DONE, INPUT_AT_FAULT
from drafter.cli.options import json_option, print_json
from drafter.diagnostics import print_diagnostic, so_many
from drafter.matters.upgrading.model import MINE, THEIRS, Fate, FileFate, LibraryUpgrade
from drafter.matters.upgrading.plan import plan_upgrade
from drafter.matters.upgrading.writing import clash_fault, upgrade_library

_FILE = click.Path(path_type=Path, file_okay=False)
_TITLES = {
    Fate.ADDED: "New in the starter:",
    Fate.TAKEN: "Changed in the starter, as it was here:",
    Fate.MERGED: "Changed in both, put together:",
    Fate.REMOVED: "Gone from the starter, never touched here:",
    Fate.MOVED: "Called otherwise in the starter:",
    Fate.KEPT: "Changed here alone, kept:",
}


@click.group("library")
def command() -> None:
    """Keep the workspace's own library beside the starter library that it came from."""


@command.command("upgrade")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--base", type=_FILE, help="The starter library that the workspace came from.")
@click.option("--mine", multiple=True, metavar="PATH", help="This file stands as it is here.")
@click.option("--theirs", multiple=True, metavar="PATH", help="This file is the starter's.")
@json_option
def upgrade(
    dry_run: bool,
    base: Path | None,
    mine: tuple[str, ...],
    theirs: tuple[str, ...],
    as_json: bool,
) -> int:
    """Take the starter library of this drafter into the workspace's own, file by file.

    What was edited here stays, what the starter changed comes in. Where both changed one place,
    nothing is written before --mine or --theirs says which stands. An edit follows a file that the
    starter renamed, approvals stay where the words do, and what is recommended otherwise is said.
    """
    if both := set(mine) & set(theirs):
        raise click.UsageError(f"--mine and --theirs both name {', '.join(sorted(both))}")
    place, starter = workspace(), starter_library()
    sides = dict.fromkeys(mine, MINE) | dict.fromkeys(theirs, THEIRS)
    found = plan_upgrade(place, starter, base, sides)
    clashes = found.with_fate(Fate.CLASH)
    if not dry_run and not clashes:
        upgrade_library(place, starter, found)
    if as_json:
        print_json(_data(found, dry_run))
    else:
        _tell(found)
    for fault in (*map(clash_fault, clashes), *found.warnings):
        click.echo(print_diagnostic(fault) + "\n", err=True)
    click.echo(f"{place.library}: {_what_it_is(found, dry_run)}", err=True)
    return INPUT_AT_FAULT if clashes else DONE


def _data(found: LibraryUpgrade, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "written": not dry_run and not found.with_fate(Fate.CLASH),
        "files": [
            {
                "path": one.path,
                "fate": one.fate.value,
                "was": one.was,
                "clashes": [clash._asdict() for clash in one.clashes],
            }
            for one in found.files
            if one.fate is not Fate.SAME
        ],
        "approvals": [one._asdict() for one in found.approvals],
        "recommended": [one._asdict() for one in found.recommended],
        "warnings": [one.as_data() for one in found.warnings],
    }


def _tell(found: LibraryUpgrade) -> None:
    for fate, title in _TITLES.items():
        if files := found.with_fate(fate):
            click.echo(title)
            for one in files:
                click.echo(f"  {_named(one)}")
    if found.recommended:
        click.echo("Recommended otherwise from now on:")
        for changed in found.recommended:
            click.echo(f"  {changed.question}: {changed.was}  ->  {changed.now}")
    if found.approvals:
        click.echo("Approved again, for the words stay:")
        for approval in found.approvals:
            click.echo(f"  {approval.wording}, by {approval.by}")


def _named(one: FileFate) -> str:
    return f"{one.path} (was {one.was})" if one.was else one.path


def _what_it_is(found: LibraryUpgrade, dry_run: bool) -> str:
    clashes, changed = len(found.with_fate(Fate.CLASH)), len(found.changes)
    if clashes:
        files = "file was" if clashes == 1 else "files were"
        return f"nothing is written; {clashes} {files} changed here and in the starter"
    if not changed:
        return "nothing to take from the starter library"
    files = so_many(changed, "file")
    if dry_run:
        return f"{files} would change; nothing is written"
    return f"{files} changed; next: drafter check, then drafter plan"
