"""`drafter registry` on more than one agreement: history, export, import, what a party is in."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import click

from drafter.cli.desk_options import (
    by_option,
    day_option,
    desk,
    held_data,
    registry,
    some_line,
    stamp,
)
from drafter.cli.errors import DONE, INPUT_AT_FAULT
from drafter.cli.options import json_option, print_json
from drafter.diagnostics import Diagnostic, Place, Refused, so_many
from drafter.disk import write_faults, write_whole
from drafter.matters.history import history as history_of
from drafter.matters.names import printable
from drafter.matters.party import PartyErasure, agreements_of

_FILE = click.Path(path_type=Path)


@click.command("history")
@click.argument("agreement")
@json_option
def history(agreement: str, as_json: bool) -> None:
    """What happened to AGREEMENT and its amendments, oldest first, with who, why and the files."""
    found = history_of(registry(), agreement)
    if as_json:
        print_json([one._asdict() | {"files": dict(one.files)} for one in found])
        return
    for one in found:
        click.echo(f"{one.at}  {one.agreement}  {one.as_text()}  {printable(one.by)}".rstrip())
        for kind, digest in one.files:
            click.echo(f"    {kind:<8}  {digest}")
        for noted in one.noted:
            click.echo(f"    {printable(noted)}")


@click.command("export")
@click.argument("file", type=_FILE)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def export(file: Path, force: bool) -> None:
    """Write the whole registry, its kept files among it, into one FILE, for `import` elsewhere."""
    if faults := write_faults(file, force, "export"):
        raise Refused(faults)
    out = io.BytesIO()
    kept = registry().export(out)
    write_whole(file, out.getvalue(), mode=0o600)
    click.echo(f"{file}: the registry, with {kept} kept files; it names people", err=True)


@click.command("import")
@click.argument("file", type=_FILE)
def take_in(file: Path) -> None:
    """Fill the registry of this workspace, which must be empty, from an exported FILE.

    Everything is verified before it counts: the log, what it seals, and each file.
    """
    try:
        with file.open("rb") as source:
            count = registry().take_in(source, file.as_posix())
    except OSError as error:
        says = f"{file}: {error.strerror}"
        place, cure = Place(file.as_posix()), "check the path"
        raise Refused([Diagnostic("registry-import", says, place, cure)]) from None
    click.echo(f"{so_many(count, 'agreement')} came in, and everything verifies", err=True)


@click.command("erase-party")
@click.argument("party")
@click.option("--reason", required=True, help="Why; without a name.")
@day_option("--before", "Only what ended before this day.")
@click.option("--dry-run", is_flag=True, help="Say what would be erased, and erase nothing.")
@by_option
@json_option
def erase_party(party: str, reason: str, before: str, dry_run: bool, by: str, as_json: bool) -> int:
    """Erase every agreement that has ended and in which PARTY is a party, with its amendments.

    PARTY is the whole name, or the whole short name. What has not ended is named and left: end it
    first, or erase it by its id. Where something is left, or nobody has this name, the exit code
    is 1.
    """
    who, why = some_line(party, "PARTY"), some_line(reason, "--reason")
    at, now = desk(), stamp(by)
    found = agreements_of(at.registry, who, before)
    for one in () if dry_run else found.due:
        at.erase(one.id, now, why)
    if as_json:
        print_json({"dry_run": dry_run, **_erasure_data(found)})
    _tell_erasure(found, "would be erased" if dry_run else "erased", as_json)
    return DONE if found.due and not found.left else INPUT_AT_FAULT


def _erasure_data(found: PartyErasure) -> dict[str, Any]:
    return {
        "erased": [held_data(one) for one in (*found.due, *found.along)],
        "left": [held_data(one) for one in found.left],
        "others": [held_data(one) for one in found.others],
    }


def _tell_erasure(found: PartyErasure, did: str, as_json: bool) -> None:
    for one in () if as_json else found.due:
        click.echo(f"{one.id}  {did}")
    for one in () if as_json else found.along:
        click.echo(f"{one.id}  {did} with what it amends")
    for one in found.left:
        click.echo(f"{one.id}  left: {one.status.value} since {one.at[:10]}", err=True)
    for one in found.others:
        click.echo(f"{one.id}  left: only a longer name in it has these words", err=True)
    if not (found.due or found.left):
        click.echo("no agreement has a party of this name", err=True)
