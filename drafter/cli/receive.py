"""`drafter receive`: a file that came back from the other side."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.desk_options import by_option, desk, override_options, overrides, stamp
from drafter.cli.options import json_option, print_json
from drafter.diagnostics import render
from drafter.input_files import LARGEST_WORD_FILE, read_input


@click.command("receive")
@click.argument("agreement")
@click.argument("file", type=click.Path(path_type=Path))
@by_option
@override_options
@json_option
def command(
    agreement: str, file: Path, by: str, overridden: tuple[str, ...], reason: str, as_json: bool
) -> None:
    """Keep FILE, byte for byte, as what came back on AGREEMENT.

    A file of another agreement is refused.
    """
    named = overrides(overridden, by, reason)
    found = desk().receive(agreement, read(file), stamp(by), file.as_posix(), named)
    held = found.held
    for told in found.told:
        click.echo(render(told), err=True)
    if as_json:
        print_json(
            {
                "agreement": held.id,
                "revision": held.revision,
                "marks_up": found.marks_up,
                "offered": found.offered,
                "unchanged": found.same,
                "findings": [told.as_data() for told in found.told],
            }
        )
        return
    click.echo(
        f"{held.id}: received; {found.same} of {found.offered} paragraphs stand as offered",
        err=True,
    )
    if found.marks_up and found.marks_up != held.revision:
        click.echo(f"It marks up revision {found.marks_up}; we are at {held.revision}.", err=True)


def read(file: Path) -> bytes:
    """The bytes of a file. Raises `Refused` for what is no file, or too large for one."""
    return read_input(file, "received-file", LARGEST_WORD_FILE)
