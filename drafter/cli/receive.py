"""`drafter receive`: a file that came back from the other side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.desk_options import ByName, by_name_options, desk, today
from drafter.cli.options import json_option, library_option, print_json
from drafter.cli.turn import tell_turn
from drafter.diagnostics import print_diagnostic, refuse_errors
from drafter.disk import write_faults
from drafter.input_files import LARGEST_WORD_FILE, read_input
from drafter.matters.proposed import answers_at
from drafter.questionnaire.answers_file import write_answers_file

if TYPE_CHECKING:
    from drafter.matters.model import Received


@click.command("receive")
@click.argument("agreement")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "sender",
    type=click.Choice(["other-side", "counsel"]),
    help="Who sent it: of the other side, what changed is listed with our positions beside it.",
)
@click.option(
    "--proposals",
    type=click.Path(path_type=Path),
    help="Also write what was typed into blanks as an answers file, to be proposed.",
)
@by_name_options
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    agreement: str,
    file: Path,
    sender: str | None,
    proposals: Path | None,
    who: ByName,
    as_json: bool,
    library: str | None,
) -> None:
    """Keep FILE, byte for byte, as what came back on AGREEMENT.

    A file of another agreement is refused. What was typed into the blanks is listed as proposed
    answers; `drafter answers propose` takes those of --proposals into an answers file.
    """
    refuse_errors(write_faults(proposals, False, "proposals") if proposals else [])
    named = who.overrides()
    at, name = desk(ctx, library), file.as_posix()
    found = at.receive(agreement, read(file), who.stamp(), name, named, sender or "")
    turn = at.compare(agreement, today()) if sender == "other-side" else None
    if proposals:
        _write(proposals, found, str(at.registry.revision(agreement).answers["precedent"]))
    if as_json:
        print_json(_as_data(found) | ({"turn": turn.as_data()} if turn else {}))
        return
    _tell(found, is_compared=turn is not None)
    if turn:
        tell_turn(turn, as_json=False)


def _write(file: Path, found: Received, precedent: str) -> None:
    """The proposed answers as an answers file; of a record, the fields that were filled in."""
    read = {one.question: one.answer for one in found.proposed if one.answer is not None}
    write_answers_file(file, {"precedent": precedent, "answers": answers_at(read)})
    then = f"then: drafter answers propose ANSWERS {file}"
    click.echo(f"{file}: {len(read)} proposed; {then}", err=True)


def _as_data(found: Received) -> dict[str, Any]:
    return {
        "agreement": found.held.id,
        "revision": found.held.revision,
        "marks_up": found.marks_up,
        "offered": found.offered,
        "unchanged": found.same,
        "proposed": [one.as_data() for one in found.proposed],
        "findings": [told.as_data() for told in found.told],
    }


def _tell(found: Received, is_compared: bool) -> None:
    held = found.held
    for told in found.told:
        click.echo(print_diagnostic(told), err=True)
    for one in found.proposed:
        if one.answer is not None:
            click.echo(f"proposed\t{one.question}\t{_spelled(one.answer)}")
    click.echo(
        f"{held.id}: received; {found.same} of {found.offered} paragraphs stand as offered",
        err=True,
    )
    if not is_compared and found.same < found.offered:
        click.echo(f"What changed: drafter compare {held.id}", err=True)
    if found.marks_up and found.marks_up != held.revision:
        click.echo(f"It marks up revision {found.marks_up}; we are at {held.revision}.", err=True)


def _spelled(answer: str | list[str]) -> str:
    return answer if isinstance(answer, str) else ", ".join(answer)


def read(file: Path) -> bytes:
    """The bytes of a file. Raises `Refused` for what is no file, or too large for one."""
    return read_input(file, "received-file", LARGEST_WORD_FILE)
