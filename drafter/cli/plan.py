"""`drafter plan`: which agreements the library as it is now would change, and how."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.desk_options import desk
from drafter.cli.options import json_option, library_option, print_json
from drafter.cli.progress import ProgressLine
from drafter.diagnostics import Refused
from drafter.disk import write_faults, write_whole
from drafter.regeneration.plan_file import plan_data, plan_text
from drafter.regeneration.plan_text import print_plan


@click.command("plan")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Save the plan in this file, for `drafter apply`.",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context, output: Path | None, force: bool, as_json: bool, library: str | None
) -> None:
    """Name each agreement that reads differently now, the reasons, and the difference in words.

    Nothing is changed. `drafter apply` does exactly what a saved plan says.
    """
    if output and (faults := write_faults(output, force, "plan")):
        raise Refused(faults)
    progress = ProgressLine(0, "agreements looked at")
    plan = desk(ctx, library).plan(progress.seen)
    progress.end()
    if output:
        write_whole(output, plan_text(plan).encode())
    if as_json:
        print_json(plan_data(plan))
    else:
        click.echo(print_plan(plan))
        if output and plan.entries:
            click.echo(f"{output}: the plan; to do it: drafter apply {output}", err=True)
