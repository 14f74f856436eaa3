"""`drafter amend`: other answers for an agreement, signed or not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from drafter.cli.clause_list import tell
from drafter.cli.desk_options import by_option, desk, stamp
from drafter.cli.errors import FaultCollector
from drafter.cli.options import json_option, library_option, print_json
from drafter.cli.output import docx_faults
from drafter.diagnostics import Refused, print_diagnostic
from drafter.kinds import DATE, Kind, NotAValue, read_value
from drafter.matters.amending.keeping import SIGNATURE
from drafter.matters.model import Proposed


@click.command("amend")
@click.argument("agreement")
@click.argument("answers", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The .docx to write."
)
@click.option(
    "--start",
    default="",
    metavar="DAY",
    help=f"From when the changes apply: 2027-03-05, or `{SIGNATURE}` for the last signature.",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@by_option
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    agreement: str,
    answers: Path,
    output: Path,
    start: str,
    force: bool,
    by: str,
    as_json: bool,
    library: str | None,
) -> None:
    """Draft what ANSWERS make of AGREEMENT: an amendment if it is signed, a new revision if not.

    An amendment restates the clauses that change, under the numbers of the signed agreement, and
    goes through the gate by itself: drafter issue, drafter sign. The next one starts from there.
    """
    _check(start)
    trying = FaultCollector(docx_faults(output, force, "amendment", {"ANSWERS": answers}))
    at = desk(ctx, library)
    trying.get(lambda: at.registry.agreement(agreement))
    read = trying.get(lambda: at.library.read_file(answers))
    if read is None or trying.faults:
        raise Refused(trying.faults)
    made = at.amend(agreement, read.record, stamp(by), start, output, force)
    if as_json:
        print_json(_data(made, output))
    _tell(made, output, as_json)
    if start and not made.amends:
        click.echo(f"--start {start} was not used: no amendment was drafted", err=True)


def _check(start: str) -> None:
    try:
        if start and start != SIGNATURE:
            read_value(start, Kind(DATE))
    except NotAValue:
        raise click.UsageError(f"--start takes a day as 2027-03-05, or `{SIGNATURE}`") from None


def _data(made: Proposed, output: Path) -> dict[str, Any]:
    said = made.agreement.summary()
    findings = [*said["findings"], *(one.as_data() for one in made.warnings)]
    return {
        "file": str(output),
        "agreement": made.held.id,
        "revision": made.held.revision,
        "amends": made.amends or None,
        "changes": list(made.changes),
        "is_news": made.is_news,
        **said,
        "findings": findings,
    }


def _tell(made: Proposed, output: Path, as_json: bool) -> None:
    """What was made: the changes on stdout, all else beside it."""
    for change in () if as_json else made.changes:
        click.echo(change)
    tell(made.agreement)
    for warning in made.warnings:
        click.echo(print_diagnostic(warning) + "\n", err=True)
    click.echo(f"{output}: {_what_it_is(made)}. A draft for legal review.", err=True)


def _what_it_is(made: Proposed) -> str:
    held = made.held
    if not made.amends:
        return f"{held.id} is not signed, so it gets revision {held.revision}"
    if not made.is_news:
        return f"{held.id} amends {made.amends} and says the same already"
    return f"{held.id}, revision {held.revision}, amends {made.amends}"
