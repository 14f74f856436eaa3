"""`drafter check`: every fault of the clause library."""

from __future__ import annotations

import click

from drafter.cli.common import json_option, library_folder, library_option, print_json
from drafter.cli.errors import DONE, INPUT_AT_FAULT


@click.command("check")
@json_option
@library_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, library: str | None) -> int:
    """Check the clause library: every fault with its place, its words and a cure."""
    from drafter.diagnostics import ERROR, render
    from drafter.drafting import check_library

    faults = check_library(library_folder(ctx, library))
    if as_json:
        print_json({"findings": [fault.as_data() for fault in faults]})
    else:
        for fault in faults:
            click.echo(render(fault) + "\n")
        click.echo(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}")
    return INPUT_AT_FAULT if any(fault.severity == ERROR for fault in faults) else DONE
