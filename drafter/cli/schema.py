"""`drafter schema`: JSON Schema of the answers."""

from __future__ import annotations

import click

from drafter.cli.options import library_option, open_library, print_json


@click.command("schema")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON, which is the default.")
@library_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, library: str | None) -> None:
    """Print the JSON Schema (2020-12) of an answers file: labels, sections, options, skip logic.

    What a schema cannot say stands beside each question under `x-drafter`.
    """
    print_json(open_library(ctx, library).schema())
