"""`drafter draft`: an agreement from an answers file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from drafter.agreement.instructions import Instructions
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
    purpose_option,
    style_option,
    style_path,
    together,
)
from drafter.cli.output import (
    STDOUT,
    docx_faults,
    laid_too,
    lay_out,
    no_two_on_stdout,
    report_faults,
)
from drafter.diagnostics import Diagnostic, Refused, print_diagnostic
from drafter.drafting import load_style

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.drafting import Draft, Library
    from drafter.matters.model import Recorded
    from drafter.word.house_style import HouseStyle

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DraftFiles:
    """The files of the command: the agreement, the record of it beside, over files that exist
    only with `force`."""

    output: Path
    report: Path | None
    force: bool

    def faults(self, inputs: Mapping[str, Path | None]) -> list[Diagnostic]:
        """Why they cannot be laid there."""
        agreement = docx_faults(self.output, self.force, "agreement", inputs)
        return agreement + report_faults(self.report, self.output, self.force, inputs)


@dataclass(frozen=True, slots=True)
class Recording:
    """Whether the draft goes into the registry, by whom, and as what: a new agreement with the
    name of its matter, or the next revision `of` one."""

    record: bool
    name: str
    of: str
    by: str

    def check(self, purpose: str) -> None:
        """Raises `UsageError` for what cannot be recorded."""
        if not self.record and (self.name or self.of):
            raise click.UsageError("--name and --agreement need --record")
        if self.record and purpose != "draft":
            raise click.UsageError("--record takes in a draft; to issue it: drafter issue")


_FILE = click.Path(path_type=Path)
_AGREEMENT = "Record it as the next revision of this agreement."


@click.command("draft")
@click.argument("answers", type=_FILE)
@together(
    "files",
    DraftFiles,
    click.option("-o", "--output", type=_FILE, required=True, help="The .docx to write."),
    click.option("--report", type=_FILE, help="Also write the record of the draft (.json)."),
    click.option("--force", is_flag=True, help="Replace files that exist."),
)
@style_option
@together(
    "asked",
    Instructions,
    purpose_option("What the file is for."),
    click.option("--on", default="", help="A date to print, as it is to stand."),
    click.option("--reference", default="", help="A matter reference to print in the header."),
)
@together(
    "recording",
    Recording,
    click.option("--record", is_flag=True, help="Take the draft into the registry."),
    click.option("--name", default="", metavar="MATTER", help="Its name in the registry."),
    click.option("--agreement", "of", default="", metavar="ID", help=_AGREEMENT),
    click.option("--by", default="", help="Who records it."),
)
@click.option("--quiet", is_flag=True, help="Do not list the clauses.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    answers: Path,
    files: DraftFiles,
    style: str | None,
    asked: Instructions,
    recording: Recording,
    quiet: bool,
    as_json: bool,
    library: str | None,
) -> None:
    """Draft the agreement that ANSWERS describe, and list its clauses with their reasons."""
    recording.check(asked.purpose)
    no_two_on_stdout(files.output, as_json)
    inputs = {"ANSWERS": answers, "--style": Path(style) if style else None}
    trying = FaultCollector(files.faults(inputs))
    at = trying.get(lambda: _desk(ctx, library, recording.of)) if recording.record else None
    opened = at.library if at else open_library(ctx, library)
    house = trying.get(lambda: _house_style(at, style))
    agreement = trying.get(lambda: _drafted(opened, answers, asked, house))
    if house is None or agreement is None or trying.faults:
        raise Refused(trying.faults)
    with laid_too(files.report, _report(agreement) if files.report else b"", files.force):
        made = _recorded(at, agreement, style or "", recording, files) if at else None
        if not made:
            lay_out(files.output, agreement.to_docx(house), files.force)
    warnings = (*(made.warnings if made else ()), *house.told)
    outcome = Outcome(agreement, files.output, made, warnings)
    _list(outcome, quiet, as_json)
    _tell(outcome)


class Outcome(NamedTuple):
    """The agreement and where it lies, what was recorded of it, and what to be warned of."""

    agreement: Draft
    output: Path
    made: Recorded | None
    warnings: tuple[Diagnostic, ...]


def _house_style(at: Desk | None, style: str | None) -> HouseStyle:
    return at.house_style(style or "") if at else load_style(style_path(style), cache_folder())


def _drafted(
    library: Library, answers: Path, asked: Instructions, house: HouseStyle | None
) -> Draft:
    scheme, edition = (house.scheme, house.edition) if house else (SHIPPED, "")
    given, read = approvals(asked.purpose), library.read_file(answers)
    return library.draft(read, asked.purpose, asked.on, asked.reference, given, scheme, edition)


def _report(agreement: Draft) -> bytes:
    return (json.dumps(agreement.report(), ensure_ascii=False, indent=2) + "\n").encode()


def _list(outcome: Outcome, quiet: bool, as_json: bool) -> None:
    if as_json:
        print_json(_data(outcome))
    elif not quiet and outcome.output != STDOUT:
        for line in clause_lines(outcome.agreement):
            click.echo(line)


def _data(outcome: Outcome) -> dict[str, Any]:
    said = outcome.agreement.summary()
    findings = [*said["findings"], *(one.as_data() for one in outcome.warnings)]
    held = outcome.made.held if outcome.made else None
    return {
        "file": str(outcome.output),
        "agreement": held.id if held else None,
        "revision": held.revision if held else None,
        **said,
        "findings": findings,
    }


def _tell(outcome: Outcome) -> None:
    """What nobody may miss, however quiet the command is asked to be."""
    agreement, output, made, warnings = outcome
    tell(agreement)
    for warning in warnings:
        click.echo(print_diagnostic(warning) + "\n", err=True)
    click.echo(f"{output}: {_weight(agreement)}. {_what_it_is(agreement)}", err=True)
    if made:
        click.echo(f"{made.held.id}, revision {made.held.revision}: in the registry", err=True)


def _desk(ctx: click.Context, library: str | None, of: str) -> Desk:
    """The desk to record at, where the agreement to be revised is known."""
    at = desk(ctx, library)
    if of:
        at.registry.agreement(of)
    return at


def _recorded(
    at: Desk, agreement: Draft, style: str, recording: Recording, files: DraftFiles
) -> Recorded:
    """The draft in the registry: as a new agreement, or as the next revision of one."""
    matter, now = one_line(recording.name, "--name"), stamp(recording.by)
    file = None if files.output == STDOUT else files.output
    made = (
        at.revise(recording.of, agreement, now, style, file, files.force)
        if recording.of
        else at.record(agreement, now, matter, style, file, files.force)
    )
    if file is None:
        lay_out(files.output, made.file, files.force)
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
