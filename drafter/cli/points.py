"""`drafter points`: what counsel is to confirm, and who has."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from drafter.cli.asking.answers_file import one_writer
from drafter.cli.desk_options import ByWhom, by_whom_options, one_line
from drafter.cli.options import json_option, library_option, open_library, print_json
from drafter.drafting import Library
from drafter.questionnaire.answers_file import write_answers_file
from drafter.selection.points import Point, points


@click.command("points")
@click.argument("answers", type=click.Path(path_type=Path))
@click.argument("numbers", metavar="[NUMBER]…", type=click.IntRange(min=1), nargs=-1)
@by_whom_options("Who checked them, as a name or title.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    answers: Path,
    numbers: tuple[int, ...],
    who: ByWhom,
    as_json: bool,
    library: str | None,
) -> None:
    """List the points that the chosen variants leave for counsel to confirm, by number.

    With NUMBER and --by it is written into the file that somebody checked them; the record of the
    agreement then says who and when, and the draft asks for them no more.
    """
    opened = open_library(ctx, library)
    if bool(numbers) != bool(who.by):
        raise click.UsageError("name the points by their numbers, and who checked them: --by NAME")
    if numbers:
        _check(opened, answers, numbers, who._replace(by=one_line(who.by, "--by")))
    listed = _points(opened, answers)
    if as_json:
        print_json([one.as_data() | {"variant": one.variant} for one in listed])
        return
    for number, one in enumerate(listed, 1):
        click.echo(_line(number, one))
    left = sum(one.checked is None for one in listed)
    click.echo(f"{len(listed)} point{'s'[: len(listed) != 1]}, {left} to confirm", err=True)


def _points(library: Library, answers: Path) -> list[Point]:
    return list(points(library.select(library.read_file(answers)).selection))


def _check(library: Library, answers: Path, numbers: Iterable[int], who: ByWhom) -> None:
    with one_writer(answers):
        form, listed = library.form_of_file(answers), _points(library, answers)
        beyond = [number for number in numbers if number > len(listed)]
        if beyond:
            raise click.UsageError(f"there is no point {beyond[0]}; there are {len(listed)}")
        meant = [listed[number - 1] for number in dict.fromkeys(numbers)]
        words = {(one.variant, one.point) for one in meant}
        before = [dict(one) for one in form.data.get("checked", ())]
        kept = [one for one in before if (one["variant"], one["point"]) not in words]
        new = [{"variant": one.variant, "point": one.point, **who._asdict()} for one in meant]
        write_answers_file(answers, {**form.data, "checked": [*kept, *new]})


def _line(number: int, one: Point) -> str:
    who = f"  (checked by {one.checked.by}, {one.checked.on})" if one.checked else ""
    return f"{number:>3}  {one.variant}: {one.point}{who}"
