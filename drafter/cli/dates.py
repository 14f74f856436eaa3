"""`drafter dates`: the key dates of a signed agreement."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.desk_options import day_option, desk, today
from drafter.cli.errors import FaultCollector
from drafter.cli.options import json_option, library_option, print_json
from drafter.diagnostics import Refused, print_diagnostic, so_many
from drafter.disk import overlap_faults, write_faults, write_whole
from drafter.matters.amending.standing import amendments, finished_by_counsel
from drafter.matters.dates_calendar import print_calendar
from drafter.matters.key_dates import KeyDate, key_dates
from drafter.matters.names import printable
from drafter.registry.model import Status

if TYPE_CHECKING:
    from drafter.registry.registry import Registry

_FILE = click.Path(path_type=Path)
_COLUMNS = ("date", "question", "asks", "answer", "or date", "counted from", "clause", "words")
_FORMULA = ("=", "+", "-", "@", "\t")  # what a spreadsheet takes for one


@click.command("dates")
@click.argument("agreement")
@click.option("--ics", type=_FILE, metavar="FILE", help="Also write a calendar file.")
@click.option("--csv", "sheet", type=_FILE, metavar="FILE", help="Also write a table.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@day_option("--on", "The day that the calendar file says it was made on; today unless given.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    agreement: str,
    ics: Path | None,
    sheet: Path | None,
    force: bool,
    on: str,
    as_json: bool,
    library: str | None,
) -> None:
    """The dates of AGREEMENT, which was signed, each with the clause and the words it stands in.

    A date that is counted says from what. What has no date is listed with its clause, which says
    what it runs from. A calendar file has the dated ones alone.
    """
    files = {called: path for called, path in (("--ics", ics), ("--csv", sheet)) if path}
    faults = [told for one in files.values() for told in write_faults(one, force, "dates")]
    trying = FaultCollector([*faults, *overlap_faults(files, {})])
    at = desk(ctx, library)
    found = trying.get(lambda: key_dates(at.library, at.registry, agreement))
    if found is None or trying.faults:
        raise Refused(trying.faults)
    if ics:
        write_whole(ics, print_calendar(agreement, found, on or today()).encode(), force)
    if sheet:
        write_whole(sheet, _table(found).encode(), force)
    if as_json:
        print_json([one._asdict() for one in found])
    else:
        _tell(found)
    _tell_doubts(found)
    _tell_amendments(at.registry, agreement)


def _table(found: Iterable[KeyDate]) -> str:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    rows.writerows([_cell(words) for words in one] for one in found)
    return out.getvalue()


def _cell(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words


def _tell(found: Iterable[KeyDate]) -> None:
    for one in found:
        answer = "" if one.answer and one.answer == one.day else f"  {one.answer or '(blank)'}"
        click.echo(f"{one.day or 'no date   '}  {one.question}{printable(answer)}")
        if one.counted:
            click.echo(f"    {one.counted_as_text()}")
        clause = f"{one.clause}: {one.words}" if one.clause else "in no words of the text as signed"
        click.echo(f"    {printable(clause)}")


def _tell_doubts(found: tuple[KeyDate, ...]) -> None:
    undated, counted = sum(not one.day for one in found), sum(bool(one.counted) for one in found)
    nowhere = sum(not one.clause for one in found)
    for number, says in (
        (
            counted,
            "counted: whether its first day counts, which is one day more or less, the clause says",
        ),
        (undated, "without a date: the clause says what it runs from"),
        (nowhere, "in no words of the text as signed: look for it there"),
    ):
        if number:
            click.echo(f"{number} {says}", err=True)
    all_of_them = so_many(len(found), "date or period", "dates and periods")
    click.echo(f"{all_of_them} in all, for legal review", err=True)


def _tell_amendments(book: Registry, agreement: str) -> None:
    """Which dates stand elsewhere: an amendment's with what it amends, once it is signed."""
    if amended := book.revision(agreement).amends.get("agreement"):
        click.echo(f"{agreement} amends {amended}: the dates are those of {amended}", err=True)
    if book.agreement(agreement).status is Status.ENDED:
        click.echo(f"{agreement} has ended: its dates are those on which it stood", err=True)
    done = amendments(book, agreement)
    for doubt in finished_by_counsel(book, [one for one in done if one.is_signed]):
        click.echo(print_diagnostic(doubt), err=True)
    for one in done:
        if one.is_under_way:
            says = f"{one.held.id} amends it and is {one.held.status.value}, not signed"
            click.echo(f"{says}: its changes are not in these dates", err=True)
