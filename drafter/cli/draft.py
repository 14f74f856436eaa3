"""`drafter draft`: an agreement from an answers file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from drafter.agreement.model import Paragraph, Role
from drafter.agreement.scheme import SHIPPED
from drafter.cli.clause_list import clause_lines, tell
from drafter.cli.desk_options import approvals, desk, one_line, stamp
from drafter.cli.options import (
    cache_folder,
    json_option,
    library_option,
    open_library,
    print_json,
    style_path,
)
from drafter.cli.output import (
    STDOUT,
    docx_faults,
    laid_too,
    lay_out,
    no_two_on_stdout,
    report_faults,
)
from drafter.diagnostics import Diagnostic, Refused, render
from drafter.drafting import load_style

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.drafting import Draft
    from drafter.matters.model import Recorded

T = TypeVar("T")


@click.command("draft")
@click.argument("answers", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The .docx to write."
)
@click.option("--style", help="House style: a name, or a .docx of your own.")
@click.option(
    "--for",
    "purpose",
    default="draft",
    show_default=True,
    type=click.Choice(["draft", "issue", "signature"]),
    help="What the file is for.",
)
@click.option(
    "--report", type=click.Path(path_type=Path), help="Also write the record of the draft (.json)."
)
@click.option("--on", default="", help="A date to print, as it is to stand.")
@click.option("--reference", default="", help="A matter reference to print in the header.")
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--quiet", is_flag=True, help="Do not list the clauses.")
@click.option("--record", is_flag=True, help="Take the draft into the registry.")
@click.option("--name", default="", metavar="MATTER", help="Its name in the registry.")
@click.option(
    "--agreement",
    "of",
    default="",
    metavar="ID",
    help="Record it as the next revision of this agreement.",
)
@click.option("--by", default="", help="Who records it.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    answers: Path,
    output: Path,
    style: str | None,
    purpose: str,
    report: Path | None,
    on: str,
    reference: str,
    force: bool,
    quiet: bool,
    record: bool,
    name: str,
    of: str,
    by: str,
    as_json: bool,
    library: str | None,
) -> None:
    """Draft the agreement that ANSWERS describe, and list its clauses with their reasons."""
    _check_options(record, name, of, purpose)
    no_two_on_stdout(output, as_json)
    inputs = {"ANSWERS": answers, "--style": Path(style) if style else None}
    trying = FaultCollector(docx_faults(output, force, "agreement", inputs))
    trying.faults += report_faults(report, output, force, inputs)
    at = trying.get(lambda: _desk(ctx, library, of)) if record else None
    opened = at.library if at else open_library(ctx, library)
    house = trying.get(
        lambda: at.house_style(style or "") if at else load_style(style_path(style), cache_folder())
    )
    agreement = trying.get(
        lambda: opened.draft(
            opened.read_file(answers),
            purpose,
            on,
            reference,
            approvals(purpose),
            house.scheme if house else SHIPPED,
        )
    )
    if house is None or agreement is None or trying.faults:
        raise Refused(trying.faults)
    said = json.dumps(agreement.report(), ensure_ascii=False, indent=2) + "\n" if report else ""
    with laid_too(report, said.encode(), force):
        if at:
            made = _recorded(at, agreement, style or "", name, of, by, output, force)
        else:
            made = None
            lay_out(output, agreement.to_docx(house), force)
    warnings = (*(made.warnings if made else ()), *house.told)
    if as_json:
        print_json(_data(agreement, output, made, warnings))
    elif not quiet and output != STDOUT:
        for line in clause_lines(agreement):
            click.echo(line)
    _tell(agreement, output, made, warnings)


def _data(
    agreement: Draft, output: Path, made: Recorded | None, warnings: Iterable[Diagnostic]
) -> dict[str, Any]:
    said = agreement.said()
    findings = [*said["findings"], *(one.as_data() for one in warnings)]
    held = made.held if made else None
    return {
        "file": str(output),
        "agreement": held.id if held else None,
        "revision": held.revision if held else None,
        **said,
        "findings": findings,
    }


def _tell(
    agreement: Draft, output: Path, made: Recorded | None, warnings: Iterable[Diagnostic]
) -> None:
    """What nobody may miss, however quiet the command is asked to be."""
    tell(agreement)
    for warning in warnings:
        click.echo(render(warning) + "\n", err=True)
    click.echo(f"{output}: {_weight(agreement)}. {_what_it_is(agreement)}", err=True)
    if made:
        click.echo(f"{made.held.id}, revision {made.held.revision}: in the registry", err=True)


def _check_options(record: bool, name: str, of: str, purpose: str) -> None:
    if not record and (name or of):
        raise click.UsageError("--name and --agreement need --record")
    if record and purpose != "draft":
        raise click.UsageError("--record takes in a draft; to issue it: drafter issue")


def _desk(ctx: click.Context, library: str | None, of: str) -> Desk:
    """The desk to record at, where the agreement to be revised is known."""
    at = desk(ctx, library)
    if of:
        at.registry.agreement(of)
    return at


def _recorded(
    at: Desk,
    agreement: Draft,
    style: str,
    name: str,
    of: str,
    by: str,
    output: Path,
    force: bool,
) -> Recorded:
    """The draft in the registry: as a new agreement, or as the next revision of one."""
    matter, now = one_line(name, "--name"), stamp(by)
    file = None if output == STDOUT else output
    made = (
        at.revise(of, agreement, now, style, file, force)
        if of
        else at.record(agreement, now, matter, style, file, force)
    )
    if output == STDOUT:
        lay_out(output, made.file, force)
    return made


def _what_it_is(agreement: Draft) -> str:
    if agreement.document.is_preview:
        return "A preview marked “Not issued”; the file that goes out: drafter issue AGREEMENT."
    return "A draft for legal review."


class FaultCollector:
    """Goes on after a fault, so that one run tells them all."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        self.faults = faults

    def get(self, make: Callable[[], T]) -> T | None:
        """What `make` makes, or None when it is refused."""
        try:
            return make()
        except Refused as refused:
            self.faults += refused.diagnostics
            return None


def _weight(agreement: Draft) -> str:
    roles = Counter(one.role for one in agreement.document.elements if isinstance(one, Paragraph))
    return f"{roles[Role.CLAUSE_HEADING]} clauses, {roles[Role.SCHEDULE_HEADING]} schedules"
