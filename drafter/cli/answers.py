"""`drafter answers`: answers files compared, laid over each other, proposed and accepted."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.answers_accept import accept, propose
from drafter.cli.answers_merge import merge
from drafter.cli.options import json_option, library_option, open_library, print_json

if TYPE_CHECKING:
    from drafter.intake.comparing import AnswersDifference


@click.group("answers")
def command() -> None:
    """Answers as a team keeps them: compare, merge, propose and accept."""


command.add_command(merge)
command.add_command(propose)
command.add_command(accept)


@command.command("diff")
@click.argument("one", type=click.Path(path_type=Path))
@click.argument("other", type=click.Path(path_type=Path))
@json_option
@library_option
@click.pass_context
def diff(ctx: click.Context, one: Path, other: Path, as_json: bool, library: str | None) -> None:
    """List what stands otherwise in OTHER than in ONE, by question.

    Each answer is marked as given, as recommended (nobody answered, and a draft takes it) or as
    confirmed (a recommendation that somebody took).
    """
    opened = open_library(ctx, library)
    found = opened.form_of_file(one).differences(opened.form_of_file(other))
    if as_json:
        print_json([each.as_data() for each in found])
        return
    for section, inside in groupby(found, lambda each: each.section):
        click.echo(section or "Beside the answers")
        for each in inside:
            _print(each)
    many = "difference" if len(found) == 1 else "differences"
    click.echo(f"{len(found)} {many} from {one} to {other}", err=True)


def _print(each: AnswersDifference) -> None:
    click.echo(f"  {each.path}  {each.asks}".rstrip())
    for mark, stand in (("-", each.one), ("+", each.other)):
        click.echo(click.wrap_text(f"{mark} {stand}", 80, "      ", "        "))
