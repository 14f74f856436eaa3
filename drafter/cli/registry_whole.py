"""`drafter registry` on more than one agreement: history, export, import, what a party is in."""

from __future__ import annotations

import io
from pathlib import Path

import click

from drafter.cli.desk_options import by_option, desk, held_data, one_line, registry, stamp
from drafter.cli.errors import DONE, INPUT_AT_FAULT
from drafter.cli.options import json_option, print_json
from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.disk import write_faults, write_whole
from drafter.matters.history import history as history_of
from drafter.matters.names import printable
from drafter.registry.model import Status

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
    click.echo(f"{count} agreements came in, and everything verifies", err=True)


@click.command("erase-party")
@click.argument("party")
@click.option("--reason", required=True, help="Why; without a name.")
@click.option("--before", default="", metavar="DAY", help="Only what ended before this day.")
@click.option("--dry-run", is_flag=True, help="Say what would be erased, and erase nothing.")
@by_option
@json_option
def erase_party(party: str, reason: str, before: str, dry_run: bool, by: str, as_json: bool) -> int:
    """Erase every agreement that has ended and in which PARTY is a party, with its amendments.

    What has not ended is named and left: end it first, or erase it by its id.
    """
    at, why = desk(), one_line(reason, "--reason")
    found = [one for one in at.registry.find(party=one_line(party, "PARTY")) if not one.erased]
    due = [one for one in found if one.status is Status.ENDED and (not before or one.at < before)]
    left = [one for one in found if one not in due]
    for one in () if dry_run else due:
        at.erase(one.id, stamp(by), why)
    if as_json:
        data = {"erased": [held_data(one) for one in due], "left": [held_data(one) for one in left]}
        print_json({"dry_run": dry_run, **data})
    did = "would be erased" if dry_run else "erased"
    for one in () if as_json else due:
        click.echo(f"{one.id}  {did}")
    for one in left:
        click.echo(f"{one.id}  left: {one.status.value} since {one.at[:10]}", err=True)
    if not found:
        click.echo("no agreement has such a party", err=True)
    return INPUT_AT_FAULT if left else DONE
