"""`drafter proofread`: any finished Word file, read as a careful reader does."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.errors import DONE, INPUT_AT_FAULT, show_diagnostics
from drafter.cli.options import json_option, print_json
from drafter.diagnostics import ERROR, Diagnostic, Refused
from drafter.input_files import LARGEST_WORD_FILE, read_input
from drafter.ooxml.package import read_package


@click.command("proofread")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.docx")
@click.option("--all", "every", is_flag=True, help="Show every place, however many of one rule.")
@json_option
def command(file: Path, every: bool, as_json: bool) -> int:
    """Read FILE.docx, ours or anybody's, and say what a careful reader would mark.

    Terms, references, numbers, blanks and brackets, figures in words, dates, quotes, looks, and
    what must not leave the house. Nothing is changed. Ends with 1 where something is at fault.
    """
    from drafter.proofreading import proofread
    from drafter.proofreading.proofs_text import print_proofs

    parts, told = _read(file)
    proofs = proofread(parts)
    if as_json:
        data = {"file": str(file), **proofs.as_data(), "told": [one.as_data() for one in told]}
        print_json(data)
    else:
        for line in print_proofs(proofs, every):
            click.echo(_plain(line))
    show_diagnostics(tuple(told))
    return INPUT_AT_FAULT if proofs.at_fault else DONE


def _read(file: Path) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The parts of the file. Raises `Refused` where it is no Word file, or no safe one."""
    data = read_input(file, "word-file", LARGEST_WORD_FILE)
    parts, told = read_package(data, file.as_posix())
    if any(one.severity == ERROR for one in told):
        raise Refused(told)
    return parts, told


def _plain(line: str) -> str:
    """A line without signs that steer a terminal."""
    return "".join(sign if sign.isprintable() else "�" for sign in line)
