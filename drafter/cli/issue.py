"""`drafter issue`: the file that goes to the other side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.agreement.signing import PROVIDERS
from drafter.cli.clause_list import tell
from drafter.cli.desk_options import ByName, by_name_options, desk
from drafter.cli.options import (
    json_option,
    library_option,
    print_json,
)
from drafter.cli.receive import read
from drafter.diagnostics import print_diagnostic

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.matters.model import Issued


@click.command("issue")
@click.argument("agreement")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The .docx to write; one in the output folder unless given.",
)
@click.option(
    "--for",
    "purpose",
    default="issue",
    show_default=True,
    type=click.Choice(["issue", "signature"]),
    help="Whether it goes to the other side or is to be signed.",
)
@click.option("--style", default="", help="House style; that of the draft unless given.")
@click.option("--on", default="", help="A date to print, as it is to stand.")
@click.option(
    "--file",
    "counsel",
    type=click.Path(path_type=Path),
    help="The .docx as counsel finished it, to go out in place of a fresh draft.",
)
@click.option(
    "--signing",
    default="",
    type=click.Choice(["", *PROVIDERS]),
    metavar="SERVICE",
    help=f"Make fields of an e-signature service for each signer: {', '.join(PROVIDERS)}.",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@by_name_options
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    agreement: str,
    output: Path | None,
    purpose: str,
    style: str,
    on: str,
    counsel: Path | None,
    signing: str,
    force: bool,
    who: ByName,
    as_json: bool,
    library: str | None,
) -> None:
    """Issue the newest revision of AGREEMENT: approved wordings, confirmed answers, no note,
    nothing open.

    The file carries the id and the revision; the registry keeps it byte for byte. Blanks and
    words in brackets may stand, and are listed; for signature neither may. With --file each
    paragraph that counsel worded otherwise than the library is named, and needs an override.
    """
    at = desk(ctx, library)
    named = who.overrides()
    target = output or _default(at, agreement)
    own = (counsel.as_posix(), read(counsel)) if counsel else None
    issued = at.issue(
        agreement, who.stamp(), named, purpose, style, on, target, force, own, signing
    )
    _tell(issued, target, as_json)


def _default(at: Desk, agreement: str) -> Path:
    """The name is made of id and revision alone, so no answer can lead it astray."""
    held = at.registry.agreement(agreement)
    folder = at.workspace.output
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{held.id}-revision-{held.revision}.docx"


def _tell(issued: Issued, target: Path, as_json: bool) -> None:
    held, note, said = issued.held, issued.note, issued.agreement.summary()
    findings = [*said["findings"], *(warning.as_data() for warning in issued.warnings)]
    for warning in issued.warnings:
        click.echo(print_diagnostic(warning) + "\n", err=True)
    if as_json:
        print_json(
            {
                "agreement": held.id,
                "revision": held.revision,
                "file": str(target),
                "blanks": note["blanks"],
                "awaited": note["awaited"],
                "overrides": note["overrides"],
                "counsel": note.get("counsel", []),
                "signers": note.get("signers", []),
                **said,
                "findings": findings,
            }
        )
        tell(issued.agreement)
        return
    for line in _listed(note):
        click.echo(line)
    tell(issued.agreement)
    click.echo(f"{target}: {held.id}, revision {held.revision}, issued", err=True)


def _listed(note: Mapping[str, Any]) -> Iterator[str]:
    """Who signs where, what is blank and what stands in brackets, a line each."""
    for one in note.get("signers", []):
        yield f"signer\t{one['number']}\t{one['party']}\t{one['line']}"
    for kind, left in (("blank", note["blanks"]), ("bracket", note["awaited"])):
        yield from (f"{kind}\t{one['question']}\t{one['asks']}" for one in left)
