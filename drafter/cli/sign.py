"""`drafter sign`: an agreement was signed; from here on it never changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.common import json_option, print_json
from drafter.cli.desk import (
    as_data,
    by_option,
    held_data,
    override_options,
    overrides,
    recorded_overrides,
    registry,
    stamp,
)
from drafter.diagnostics import Refused

if TYPE_CHECKING:
    from drafter.registry.registry import Registry


@click.command("sign")
@click.argument("agreement")
@click.option("--file", type=click.Path(path_type=Path), help="The signed copy, to be kept.")
@by_option
@override_options
@json_option
def command(
    agreement: str, file: Path | None, by: str, overridden: tuple[str, ...], reason: str,
    as_json: bool,
) -> None:  # fmt: skip
    """Note that AGREEMENT was signed as last issued.

    Nothing signed may be blank, in brackets, or rest on a recommendation that nobody confirmed.
    """
    from drafter.cli.receive import read
    from drafter.registry.gates import closed, signature_gates
    from drafter.registry.model import Status

    book = registry()
    recorded = book.revision(agreement)
    named = overrides(overridden, by, reason)
    all_named = [*named, *recorded_overrides(recorded.answers)]
    faults = closed(signature_gates(_last_issued(book, agreement)), all_named)
    data = b""
    try:
        data = read(file) if file else b""
    except Refused as refused:
        faults += refused.diagnostics
    if faults:
        raise Refused(faults)
    note = {"overrides": as_data(named)}
    held = book.move(agreement, recorded.revision, Status.SIGNED, stamp(by), data, note)
    if as_json:
        print_json(held_data(held))
    else:
        click.echo(f"{held.id}: revision {held.revision} is signed", err=True)


def _last_issued(book: Registry, agreement: str) -> dict[str, Any]:
    issued = [said for entry, said in book.events(agreement) if entry.event == "issued"]
    return issued[-1] if issued else {}
