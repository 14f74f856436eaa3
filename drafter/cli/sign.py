"""`drafter sign`: an agreement was signed; from here on it never changes."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.desk_options import ByName, by_name_options, desk, held_data
from drafter.cli.options import json_option, print_json
from drafter.cli.receive import read


@click.command("sign")
@click.argument("agreement")
@click.option("--file", type=click.Path(path_type=Path), help="The signed copy, to be kept.")
@by_name_options
@json_option
def command(
    agreement: str,
    file: Path | None,
    who: ByName,
    as_json: bool,
) -> None:
    """Note that AGREEMENT was signed as last issued.

    Nothing signed may be blank, in brackets, or rest on a recommendation that nobody confirmed.
    """
    named = who.overrides()
    held = desk().sign(agreement, who.stamp(), read(file) if file else b"", named)
    if as_json:
        print_json(held_data(held))
    else:
        click.echo(f"{held.id}: revision {held.revision} is signed", err=True)
