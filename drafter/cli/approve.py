"""`drafter approve`: wordings may be issued as they stand."""

from __future__ import annotations

import click

from drafter.cli.common import json_option, library_option, print_json
from drafter.cli.desk import desk, one_line


@click.command("approve")
@click.argument("wordings", metavar="TOPIC/VARIANT…", nargs=-1, required=True)
@click.option("--by", required=True, help="Who approves them.")
@click.option("--on", required=True, metavar="DATE", help="Since when, as 2027-03-05.")
@click.option("--until", default="", metavar="DATE", help="Until when.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context, wordings: tuple[str, ...], by: str, on: str, until: str, as_json: bool,
    library: str | None,
) -> None:  # fmt: skip
    """Approve wordings, word for word: an edit of one voids its approval.

    All of them, or none where one is unknown.
    """
    given = desk(ctx, library).approve(wordings, one_line(by, "--by"), on, until)
    if as_json:
        print_json([approval._asdict() for approval in given])
        return
    for one in given:
        end = f" until {until}" if until else ""
        click.echo(f"{one.wording} ({one.digest[:12]}): approved from {on}{end}")
