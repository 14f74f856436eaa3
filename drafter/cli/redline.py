"""`drafter redline`: two files compared, the difference as tracked changes."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.desk_options import marks_date_options
from drafter.cli.options import json_option, print_json
from drafter.cli.output import docx_faults, lay_out, no_two_on_stdout
from drafter.diagnostics import Diagnostic, Refused, print_diagnostic, so_many
from drafter.input_files import LARGEST_WORD_FILE, read_input
from drafter.redline.compare import Redline, compare


@click.command("redline")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The .docx to write."
)
@click.option("--author", default="drafter", show_default=True, help="Author of the changes.")
@marks_date_options
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@json_option
def command(
    old: Path, new: Path, output: Path, author: str, date: str, force: bool, as_json: bool
) -> None:
    """Show what changed from OLD to NEW, any two Word files, as Word's own tracked changes.

    Rejecting every change gives the old text, accepting every change the new one. What a tracked
    change cannot show, such as headers, styles and page set-up, is as in NEW, and is told.
    """
    no_two_on_stdout(output, as_json)
    faults = docx_faults(output, force, "redline", {"OLD": old, "NEW": new})
    before, after = _read(old, faults), _read(new, faults)
    if faults:
        raise Refused(faults)
    names = old.as_posix(), new.as_posix()
    redline = compare(before, after, author=author, date=date, names=names)
    lay_out(output, redline.data, force)
    for told in redline.told:
        click.echo(print_diagnostic(told), err=True)
    if as_json:
        print_json(
            {
                "file": str(output),
                "words": redline.words,
                "changes": redline.marks,
                "left_out": [told.as_data() for told in redline.told],
            }
        )
    else:
        click.echo(f"{output}: {_changed(redline)}", err=True)


def _read(path: Path, faults: list[Diagnostic]) -> bytes:
    try:
        return read_input(path, "word-file", LARGEST_WORD_FILE)
    except Refused as refused:
        faults += refused.diagnostics
        return b""


def _changed(redline: Redline) -> str:
    if redline.words:
        return f"{so_many(redline.words, 'word')} marked"
    others = f", {so_many(redline.marks, 'other change')} marked" if redline.marks else ""
    return f"no difference in words{others}"
