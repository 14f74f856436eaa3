"""`drafter answers propose` and `accept`: answers of somebody else's file, and who took them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.asking.answers_file import one_writer
from drafter.cli.desk_options import today
from drafter.cli.options import json_option, library_option, open_library, print_json
from drafter.diagnostics import Diagnostic, Refused, refuse_errors
from drafter.input_files import read_input
from drafter.intake.accepting import proposed_by
from drafter.questionnaire.answers_file import LARGEST_FILE, read_answers_file, write_answers_file
from drafter.workspace.approvals import is_day

if TYPE_CHECKING:
    from drafter.drafting import Library
    from drafter.intake.form import Form


@click.command("propose")
@click.argument("answers", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.option("--by", default="", help="Whose answers they are; the name of the file unless given.")
@json_option
@library_option
@click.pass_context
def propose(
    ctx: click.Context, answers: Path, theirs: Path, by: str, as_json: bool, library: str | None
) -> None:
    """Take over what ANSWERS lack from THEIRS, an answers file or a table with one deal.

    Each is marked as proposed: it stands in a draft, and nothing is issued until somebody accepts
    it. A field of a record that ANSWERS lack is one of them, also where THEIRS hold no more. What
    the two files answer otherwise stays as ANSWERS have it, and is listed.
    """
    opened = open_library(ctx, library)
    with one_writer(answers):
        form = opened.form_of_file(answers)
        found = form.propose(_read(opened, theirs), by or theirs.name, today())
        write_answers_file(answers, found.form.data)
    if as_json:
        otherwise = [one.as_data() for one in found.otherwise]
        print_json({"proposed": _data(found.form, found.added), "otherwise": otherwise})
    else:
        _print(found.form, found.added)
        for one in found.otherwise:
            words = f"{one.path} stays {one.one.words}; {theirs.name} says {one.other.words}"
            click.echo(click.wrap_text(words, 80, "  ", "      "))
    counts = f"{len(found.added)} proposed, {len(found.otherwise)} answered otherwise"
    click.echo(f"{answers}: {counts}", err=True)


def _read(library: Library, path: Path) -> dict[str, Any]:
    """The deal record of an answers file, or of a table that holds one deal."""
    from drafter.tables.deals import deals_of
    from drafter.tables.reading import ENDINGS, read_sheets

    if not path.name.lower().endswith(ENDINGS):
        return read_answers_file(path)[0]
    data = read_input(path, "answers-file", LARGEST_FILE, "table", "a table holds answers only")
    sheets, _ = read_sheets(data, path.as_posix())
    deals = deals_of(sheets, library.clauses.questionnaire)
    if len(deals) != 1:
        says = f"{path} holds {len(deals)} deals, and the answers of one are proposed"
        raise Refused([Diagnostic("acceptance", says, None, "keep the row that is meant")])
    refuse_errors(deals[0].faults)
    return deals[0].record


@click.command("accept")
@click.argument("answers", type=click.Path(path_type=Path))
@click.argument("questions", metavar="[QUESTION]…", nargs=-1)
@click.option("--all", "is_all", is_flag=True, help="All of them.")
@click.option("--by", default="", help="Who accepts them, as a name or title.")
@click.option("--on", default="", metavar="DATE", help="When, as 2027-03-05; today unless given.")
@json_option
@library_option
@click.pass_context
def accept(
    ctx: click.Context,
    answers: Path,
    questions: tuple[str, ...],
    is_all: bool,
    by: str,
    on: str,
    as_json: bool,
    library: str | None,
) -> None:
    """Accept answers that somebody proposed, so that the agreement may be issued.

    Without QUESTION and --all it lists those that nobody accepted, each with whose it is. QUESTION
    may be one field of a record, such as parties.south.address. Who accepted an answer and when is
    written beside it, after who proposed it.
    """
    opened = open_library(ctx, library)
    if on and not is_day(on):
        raise click.UsageError(f"--on {on} is no date; write 2027-03-05")
    form = opened.form_of_file(answers)
    names = form.answers.proposed if is_all else questions
    after = _accepted(opened, answers, names, {"by": by, "on": on or today()}) if names else form
    waiting = after.answers.proposed
    if as_json:
        print_json({"accepted": list(names), "proposed": _data(after, waiting)})
    else:
        _print(form, names or waiting)
    told = f"{len(names)} accepted by {by}, " if names else ""
    click.echo(f"{answers}: {told}{len(waiting)} proposed and not accepted", err=True)


def _accepted(
    library: Library, answers: Path, names: tuple[str, ...], signed: dict[str, str]
) -> Form:
    with one_writer(answers):
        after = library.form_of_file(answers).accept(*names, **signed)
        write_answers_file(answers, after.data)
    return after


def _data(form: Form, names: Iterable[str]) -> list[dict[str, Any]]:
    return [one.as_data() for one in proposed_by(form, names)]


def _print(form: Form, names: Iterable[str]) -> None:
    for one in proposed_by(form, names):
        click.echo(click.wrap_text(f"{one.path}: {one.words} ({one.whose})", 80, "  ", "      "))
