"""`drafter merge`: the library's changes put into the file that counsel marked up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.desk_options import marks_date_options
from drafter.cli.options import json_option, print_json
from drafter.cli.output import docx_faults, lay_out, no_two_on_stdout
from drafter.diagnostics import Refused, print_diagnostic, so_many
from drafter.input_files import LARGEST_WORD_FILE, read_input
from drafter.merging.merge import merge
from drafter.merging.report_text import print_report, report_data

if TYPE_CHECKING:
    from drafter.merging.model import Merged


@click.command("merge")
@click.argument("issued", type=click.Path(path_type=Path))
@click.argument("marked_up", type=click.Path(path_type=Path))
@click.argument("fresh", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The .docx to write."
)
@click.option("--author", default="drafter", show_default=True, help="Author of the changes.")
@marks_date_options
@click.option("--because", default="", help="The reason, for the comments on what is not put in.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@json_option
def command(
    issued: Path,
    marked_up: Path,
    fresh: Path,
    output: Path,
    author: str,
    date: str,
    because: str,
    force: bool,
    as_json: bool,
) -> None:
    """Put what the library changed from ISSUED to FRESH into MARKED_UP, the file that came back.

    What counsel left alone takes the fresh words as tracked changes; where both changed a clause,
    counsel's words stay and a comment says the fresh ones. Rejecting the changes of the author
    gives MARKED_UP again.
    """
    no_two_on_stdout(output, as_json)
    files = {"ISSUED": issued, "MARKED_UP": marked_up, "FRESH": fresh}
    faults = docx_faults(output, force, "merge", dict(files))
    data = []
    for path in files.values():
        try:
            data.append(read_input(path, "word-file", LARGEST_WORD_FILE))
        except Refused as refused:
            faults += refused.diagnostics
    if faults:
        raise Refused(faults)
    names = issued.as_posix(), marked_up.as_posix(), fresh.as_posix()
    merged = merge(*data, author=author, date=date, because=because, names=names)
    lay_out(output, merged.document, force)
    _tell(merged, output, as_json)


def _tell(merged: Merged, output: Path, as_json: bool) -> None:
    for told in merged.told:
        click.echo(print_diagnostic(told), err=True)
    if as_json:
        print_json(
            {
                "file": str(output),
                "words": merged.words,
                "report": report_data(merged.report),
                "told": [told.as_data() for told in merged.told],
            }
        )
    else:
        click.echo(print_report(merged.report), err=output.name == "-")
        click.echo(f"{output}: {so_many(merged.words, 'word')} marked", err=True)
