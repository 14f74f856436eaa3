"""`drafter registry`: what was drafted, issued, received and signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.desk_options import (
    by_option,
    day_option,
    desk,
    held_data,
    registry,
    some_line,
    stamp,
    workspace,
)
from drafter.cli.errors import DONE, INPUT_AT_FAULT
from drafter.cli.kept_files import save_files
from drafter.cli.options import json_option, print_json
from drafter.cli.registry_whole import erase_party, export, history, take_in
from drafter.diagnostics import ERROR, Diagnostic, print_diagnostic
from drafter.matters.amending.standing import amendments
from drafter.matters.names import printable
from drafter.registry import create_registry

if TYPE_CHECKING:
    from drafter.matters.amending.standing import AmendmentHeld
    from drafter.registry.model import KeptFile, ListedAgreement, LogEntry, Revision


@click.group("registry")
def command() -> None:
    """Show, search and verify the registry of the workspace."""


@command.command("init")
def init() -> None:
    """Make the registry that drafter.toml names, where there is none yet."""
    place = workspace()
    create_registry(place.registry, place.files).close()
    click.echo("the registry is ready, and empty", err=True)


for _one in (history, export, take_in, erase_party):
    command.add_command(_one)


@command.command("list")
@click.option(
    "--status",
    type=click.Choice(["drafted", "issued", "received", "signed", "ended"]),
    help="Only those at this status.",
)
@click.option("--precedent", default="", help="Only those of this precedent.")
@click.option("--party", default="", metavar="WORDS", help="Only those with such a party.")
@day_option("--since", "Only what happened on this day or later.")
@day_option("--until", "Only what happened before or on it.")
@json_option
def list_agreements(
    status: str | None, precedent: str, party: str, since: str, until: str, as_json: bool
) -> None:
    """Every agreement, oldest first, one a line; all that is asked for must hold."""
    book = registry()
    found = [
        one
        for one in (book.find(party=party) if party else book.agreements())
        if status in (None, one.status)
        and precedent in ("", one.precedent)
        and since <= one.at[:10] <= (until or "9999")
    ]
    _tell(found, as_json)


@command.command("find")
@click.argument("matter", default="")
@click.option("--wording", default="", metavar="TOPIC[/VARIANT]", help="That use a wording.")
@click.option("--digest", default="", help="That use what has this digest, or one beginning so.")
@click.option("--answer", default="", metavar="QUESTION[=VALUE]", help="That have an answer.")
@json_option
def find(matter: str, wording: str, digest: str, answer: str, as_json: bool) -> None:
    """Agreements by words in the MATTER's name, a wording, a digest, an answer; all that is given.

    An answer inside a record is named by its path: parties.lumen.country=FR.
    """
    if not any((matter, wording, digest, answer)):
        raise click.UsageError("say what to find: MATTER, --wording, --digest or --answer")
    _tell(registry().find(wording, digest, matter, answer), as_json)


def _tell(found: Iterable[ListedAgreement], as_json: bool) -> None:
    if as_json:
        print_json([held_data(one) for one in found])
        return
    for one in found:
        matter = "(erased)" if one.erased else printable(one.matter)
        click.echo(
            f"{one.id}  {one.status.value:<8}  revision {one.revision:<2}  "
            f"{one.at[:10]}  {one.precedent}  {matter}"
        )


@command.command("show")
@click.argument("agreement")
@click.option("--revision", "number", type=click.IntRange(1), help="The newest unless given.")
@click.option(
    "--save",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Also write the kept files into this folder.",
)
@json_option
def show(agreement: str, number: int | None, save: Path | None, as_json: bool) -> None:
    """An agreement: what happened, what it was made of, which files are kept."""
    book = registry()
    held, events, files = book.agreement(agreement), book.events(agreement), book.files(agreement)
    revision = None if held.erased else book.revision(agreement, number)
    if save:
        save_files(book, held.id, files, save)
    amended = () if held.erased else amendments(book, held.id)
    if as_json:
        print_json(_history(held, events, files, revision, amended))
        return
    _tell([held], False)
    if revision and revision.amends:
        click.echo(f"  amends    {revision.amends['agreement']}")
    for one in amended:
        click.echo(f"  amended by  {one.held.id}  {one.held.status.value}")
    for entry, said in events:
        click.echo(
            f"  {entry.at}  {entry.event:<8}  revision {entry.revision:<2}  "
            f"{printable(str(said.get('by', '')))}".rstrip()
        )
    for file in files:
        click.echo(f"  {file.kind:<8}  revision {file.revision:<2}  {file.digest}")
    for use in revision.uses if revision else ():
        if use.kind in ("wording", "style"):
            choice = f"/{use.choice}" if use.choice else ""
            click.echo(f"  {use.kind:<8}  {printable(use.name)}{choice}  {use.digest[:12]}")


def _history(
    held: ListedAgreement,
    events: Iterable[tuple[LogEntry, dict[str, Any]]],
    files: Iterable[KeptFile],
    revision: Revision | None,
    amended: Iterable[AmendmentHeld],
) -> dict[str, Any]:
    hidden = ("answers", "taken", "blocks", "amends")
    return held_data(held) | {
        "events": [
            entry._asdict() | {key: value for key, value in said.items() if key not in hidden}
            for entry, said in events
        ],
        "amends": revision.amends.get("agreement") if revision else None,
        "amended_by": [held_data(one.held) for one in amended],
        "files": [one._asdict() for one in files],
        "answers": revision.answers if revision else None,
        "taken": revision.taken if revision else None,
        "uses": [one._asdict() for one in revision.uses] if revision else None,
    }


@command.command("verify")
@click.option("--head", "noted", default="", help="The last hash that was noted elsewhere.")
@json_option
def verify(noted: str, as_json: bool) -> int:
    """Is everything as it was? Names each row, log entry and file that is not."""
    book = registry()
    found, head = [*book.verify(), *_cut_off(book.hashes() if noted else (), noted)], book.head()
    if as_json:
        print_json({"findings": [one.as_data() for one in found], "head": head})
    else:
        for one in found:
            click.echo(print_diagnostic(one) + "\n")
        faults = sum(one.severity == ERROR for one in found)
        click.echo(f"{faults} {'fault' if faults == 1 else 'faults'}; head {head or '(empty)'}")
    return INPUT_AT_FAULT if any(one.severity == ERROR for one in found) else DONE


def _cut_off(hashes: Iterable[str], noted: str) -> Iterator[Diagnostic]:
    if noted and noted not in hashes:
        says = f"the log does not hold the entry {noted[:12]}, which was noted"
        yield Diagnostic("registry-log", says, None, "its end was cut off, or it was rewritten")


@command.command("erase")
@click.argument("agreement")
@click.option("--reason", required=True, help="Why; without a name.")
@by_option
@json_option
def erase(agreement: str, reason: str, by: str, as_json: bool) -> None:
    """Erase names, answers, texts and files of AGREEMENT; that it was there remains."""
    held = desk().erase(agreement, stamp(by), some_line(reason, "--reason"))
    if as_json:
        print_json(held_data(held))
    else:
        click.echo(f"{held.id}: erased", err=True)
