"""`drafter end`: an agreement has ended, or was given up."""

from __future__ import annotations

import click

from drafter.cli.desk_options import by_option, desk, held_data, one_line, stamp
from drafter.cli.options import json_option, print_json


@click.command("end")
@click.argument("agreement")
@click.option("--reason", default="", help="Why it ended.")
@by_option
@json_option
def command(agreement: str, reason: str, by: str, as_json: bool) -> None:
    """Note that AGREEMENT has ended; it stays in the registry."""
    held = desk().end(agreement, stamp(by), one_line(reason, "--reason"))
    if as_json:
        print_json(held_data(held))
    else:
        click.echo(f"{held.id}: ended", err=True)
