"""`drafter compare`: what the other side changed, with our positions beside it."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.desk_options import desk, today
from drafter.cli.options import json_option, library_option
from drafter.cli.receive import read
from drafter.cli.turn import tell_turn


@click.command("compare")
@click.argument("agreement")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--since",
    default="issued",
    show_default=True,
    type=click.Choice(["issued", "last"]),
    help="Against what we issued, or what came back before.",
)
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    agreement: str,
    file: Path | None,
    since: str,
    as_json: bool,
    library: str | None,
) -> None:
    """Say what the other side changed in AGREEMENT: in what came back last, or in FILE.

    Each topic that changed stands with our position on it, the wording of ours that theirs reads
    like, the answers that give it and who may give it.
    """
    given = (file.as_posix(), read(file)) if file else None
    tell_turn(desk(ctx, library).compare(agreement, today(), since, given), as_json)
