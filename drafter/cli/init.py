"""`drafter init`: a workspace with the starter library and house styles."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.options import json_option, print_json
from drafter.matters.starting import start_workspace


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@json_option
def command(folder: Path, as_json: bool) -> None:
    """Make a workspace in DIR: a library, house styles and a registry of your own."""
    made = start_workspace(folder)
    if as_json:
        print_json(
            {
                "workspace": str(folder),
                "library": str(made.library),
                "templates": str(made.templates),
                "registry": made.registry,
                "output": str(made.output),
            }
        )
        return
    click.echo(f"{folder}: a workspace. In it:")
    click.echo("  clause_library/  the clauses, questions and rules, yours to edit")
    click.echo("  templates/       house styles")
    click.echo("  drafter.toml     where things lie")
    click.echo("  .starter_library/  what the library came from, for: drafter library upgrade")
    click.echo("Then: drafter ask, and drafter draft answers.yaml -o FILE.docx --record")
