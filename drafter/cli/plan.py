"""`drafter plan`: which agreements the library as it is now would change, and how."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.common import (
    cache_folder,
    json_option,
    library_folder,
    library_option,
    print_json,
)
from drafter.cli.desk import workspace
from drafter.cli.progress import Progress
from drafter.diagnostics import Refused
from drafter.disk import write_faults, write_whole

if TYPE_CHECKING:
    from drafter.regeneration.workshop import Workshop


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
) -> None:  # fmt: skip
    """Name each agreement that reads differently now, the reasons, and the difference in words.

    Nothing is changed. `drafter apply` does exactly what a saved plan says.
    """
    from drafter.regeneration.plan import make_plan
    from drafter.regeneration.plan_file import plan_data, plan_text
    from drafter.regeneration.said import print_plan

    if output and (faults := write_faults(output, force, "plan")):
        raise Refused(faults)
    progress = Progress(0, "agreements looked at")
    plan = make_plan(workshop(ctx, library), progress.seen)
    progress.end()
    if output:
        write_whole(output, plan_text(plan).encode())
    if as_json:
        print_json(plan_data(plan))
    else:
        click.echo(print_plan(plan))
        if output and plan.entries:
            click.echo(f"{output}: the plan; to do it: drafter apply {output}", err=True)


def workshop(ctx: click.Context, library: str | None) -> Workshop:
    """Where the workspace of the current folder drafts."""
    from drafter.regeneration.workshop import Workshop

    place = workspace()
    folder = library_folder(ctx, library)
    return Workshop(
        folder, place.folder, place.templates, cache_folder(), place.registry, place.files
    )
