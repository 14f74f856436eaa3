"""`drafter answers merge`: answers files of several parties laid over each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.options import json_option, library_option, open_library, print_json
from drafter.cli.output import yaml_faults
from drafter.diagnostics import refuse_errors, so_many
from drafter.disk import overlap_faults, write_faults, write_whole
from drafter.questionnaire.answers_file import read_answers_file
from drafter.questionnaire.comments import FileComments
from drafter.questionnaire.rewriting import rewritten

if TYPE_CHECKING:
    from drafter.intake.answered_file import AnsweredFile


@click.command("merge")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@json_option
@library_option
@click.pass_context
def merge(
    ctx: click.Context,
    files: tuple[Path, ...],
    output: Path,
    force: bool,
    as_json: bool,
    library: str | None,
) -> None:
    """Lay the answers of several FILES over each other, as one file.

    Each party answers its own part, blind to the others. What one file says, and what all say
    alike, is taken; records of a list are joined by their ids. Where two differ nothing is guessed:
    every such answer is listed with its values and files, and no file is written. Who answered
    what, and when, stands beside each answer; comments are kept.
    """
    from drafter.intake.overlay import overlaid

    inputs = {str(path): path for path in files}
    refuse_errors([*yaml_faults(output), *write_faults(output, force, "answers")])
    refuse_errors(overlap_faults({"-o": output}, inputs))
    read = {path.as_posix(): path for path in files}
    parts = [_read(path) for path in read.values()]
    record = overlaid(parts)
    form = open_library(ctx, library).form(record)
    refuse_errors(list(form.faults))
    write_whole(output, _text([read[name] for name in sorted(read)], record).encode())
    if as_json:
        print_json({"file": str(output), "answers": record["answers"], "given": record["given"]})
    else:
        click.echo(str(output))
    for part in parts:
        for name in sorted({*part.data.get("unknown", ())} - {*record.get("unknown", ())}):
            click.echo(f"{part.name} does not know `{name}`, which another answers", err=True)
    given, of = so_many(len(record["answers"]), "answer"), so_many(len(read), "file")
    click.echo(f"{given} of {of}", err=True)


def _read(path: Path) -> AnsweredFile:
    from drafter.intake.answered_file import AnsweredFile

    data, places = read_answers_file(path)
    return AnsweredFile(path.as_posix(), data, places)


def _text(files: list[Path], record: dict[str, object]) -> str:
    """The first file with the whole record in it; the comments of the others below."""
    first, *others = [(path, path.read_text("utf-8-sig")) for path in files]
    text = rewritten(first[1], record)
    for path, other in others:
        lines = [one for one in FileComments(other).all() if one not in text]
        text += "".join(f"{line}\n" for line in (f"# --- from {path.name} ---", *lines) if lines)
    return text
