"""`drafter draft`: an agreement from an answers file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.agreement.instructions import ANNEXES, NO_ANNEX, Instructions
from drafter.agreement.scheme import SHIPPED
from drafter.cli.desk_options import approvals, desk, one_line, stamp
from drafter.cli.draft_files import DraftFiles
from drafter.cli.draft_outcome import DraftOutcome, list_outcome
from drafter.cli.errors import FaultCollector
from drafter.cli.options import (
    cache_folder,
    json_option,
    library_option,
    notes_option,
    open_library,
    purpose_option,
    style_option,
    style_path,
    together,
)
from drafter.cli.output import STDOUT, lay_out
from drafter.cli.pages import PAGES, PDF
from drafter.data_classes import dataclass, replace
from drafter.diagnostics import Refused
from drafter.drafting import load_style

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.drafting import Draft, Library
    from drafter.matters.model import Recorded
    from drafter.word.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
class Recording:
    """Whether the draft goes into the registry, by whom, and as what: a new agreement with the
    name of its matter, or the next revision `of` one."""

    record: bool
    name: str
    of: str
    by: str

    def check(self, asked: Instructions) -> None:
        """Raises `UsageError` for what cannot be recorded."""
        if not self.record and (self.name or self.of):
            raise click.UsageError("--name and --agreement need --record")
        if self.record and asked.purpose != "draft":
            raise click.UsageError("--record takes in a draft; to issue it: drafter issue")
        if asked.purpose != "draft" and (asked.marks or asked.annex != NO_ANNEX):
            marks = "--draft-number, --matter, --document and --annex"
            raise click.UsageError(f"{marks} are for a draft: nobody else is to see them")
        if self.record and asked.draft_number:
            raise click.UsageError("--draft-number: a draft that is recorded has its revision's")


_FILE = click.Path(path_type=Path)
_FORMS = click.Choice(["docx", "md", "html", "txt", "json"])
_FORM = "The form of the file; its name ends so."
_RECORD = "Also write the record of its decisions (.json, .docx, .html, .md)."
_TERMS = "Also write its key terms in plain words (.docx, .html, .md)."
_NUMBER = "The number of the draft; of one that is recorded, its revision."
_MATTER = "The matter's number in the firm's files, to print in a draft."
_DOCUMENT = "The document's number in the firm's files, to print in a draft."
_ANNEX = "List at the end of a draft what of it nobody has confirmed, why, and where it stands."
_AGREEMENT = "Record it as the next revision of this agreement."


@click.command("draft")
@click.argument("answers", type=_FILE)
@together(
    "files",
    DraftFiles,
    click.option("-o", "--output", type=_FILE, required=True, help="The file to write."),
    click.option("--format", "form", default="docx", show_default=True, type=_FORMS, help=_FORM),
    click.option("--report", type=_FILE, help=_RECORD),
    click.option("--key-terms", type=_FILE, help=_TERMS),
    click.option("--force", is_flag=True, help="Replace files that exist."),
    click.option("--pages", is_flag=True, help=PAGES),
    click.option("--pdf", is_flag=True, help=PDF),
)
@style_option
@together(
    "asked",
    Instructions,
    purpose_option("What the file is for."),
    click.option("--on", default="", help="A date to print, as it is to stand."),
    click.option("--reference", default="", help="A matter reference to print in the header."),
    click.option("--draft-number", default="", help=_NUMBER),
    click.option("--matter", default="", metavar="NUMBER", help=_MATTER),
    click.option("--document", default="", metavar="NUMBER", help=_DOCUMENT),
    notes_option,
    click.option("--annex", default=NO_ANNEX, type=click.Choice(ANNEXES), help=_ANNEX),
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
    recording.check(asked)
    files.check(recording.record, as_json)
    inputs = {"ANSWERS": answers, "--style": Path(style) if style else None}
    trying = FaultCollector(files.faults(inputs))
    at = trying.get(lambda: _desk(ctx, library, recording.of)) if recording.record else None
    opened = at.library if at else open_library(ctx, library)
    house = trying.get(lambda: _house(at, style))
    numbered = _numbered(asked, at, recording.of)
    agreement = trying.get(lambda: _drafted(opened, answers, numbered, house))
    if house is None or agreement is None or trying.faults:
        raise Refused(trying.faults)
    laid = files.of(agreement, house)
    with files.accompanied(agreement, house, laid.pdf):
        made = _recorded(at, agreement, style or "", recording, files) if at else None
        if not made:
            lay_out(files.output, laid.docx, files.force)
    warnings = (*(made.warnings if made else ()), *house.told, *laid.told)
    list_outcome(DraftOutcome(agreement, files.output, made, warnings), quiet, as_json)


def _house(at: Desk | None, style: str | None) -> HouseStyle:
    return at.house_style(style or "") if at else load_style(style_path(style), cache_folder())


def _drafted(
    library: Library, answers: Path, asked: Instructions, house: HouseStyle | None
) -> Draft:
    scheme, edition = (house.scheme, house.edition) if house else (SHIPPED, "")
    tags = house.reads if house else ()
    given, read = approvals(asked.purpose), library.read_file(answers)
    asked = replace(asked, scheme=scheme, edition=edition, tags=tags)
    return library.draft_as(read, asked, given)


def _numbered(asked: Instructions, at: Desk | None, of: str) -> Instructions:
    """A draft that is recorded is numbered as the revision that it becomes."""
    if at is None:
        return asked
    number = at.registry.agreement(of).revision + 1 if of else 1
    return replace(asked, draft_number=str(number))


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
