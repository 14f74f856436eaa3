"""`drafter issue`: the file that goes to the other side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.common import (
    cache_folder,
    check_writable,
    json_option,
    library_option,
    open_library,
    print_json,
    style_path,
    write_whole,
)
from drafter.cli.desk import (
    as_data,
    by_option,
    override_options,
    overrides,
    recorded_overrides,
    registry,
    stamp,
    today,
    workspace,
)
from drafter.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from drafter.drafting import Agreement, Library
    from drafter.questionnaire.record import Override
    from drafter.registry.model import Revision


@click.command("issue")
@click.argument("agreement")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The .docx to write; one in the output folder unless given.",
)
@click.option("--style", help="House style: a name, or a .docx; that of the draft unless given.")
@click.option("--on", default="", help="A date to print, as it is to stand.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@by_option
@override_options
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context, agreement: str, output: Path | None, style: str | None, on: str,
    force: bool, by: str, overridden: tuple[str, ...], reason: str, as_json: bool,
    library: str | None,
) -> None:  # fmt: skip
    """Issue the newest revision of AGREEMENT: approved wordings, no note, nothing open.

    The file carries the id and the revision; the registry keeps it byte for byte. Blanks may
    stand, and are listed.
    """
    from drafter.registry.model import Status

    book = registry()
    recorded = book.revision(agreement)
    target = output or _default(recorded)
    faults = check_writable(target, force, "agreement")
    named = overrides(overridden, by, reason)
    opened = open_library(ctx, library)
    issued = _drafted(opened, recorded, on, named, faults)
    data = _word_file(issued, recorded, style, faults) if issued else b""
    if faults or issued is None:
        raise Refused(faults)
    note = _note(issued, recorded, named)
    held = book.move(agreement, recorded.revision, Status.ISSUED, stamp(by), data, note)
    write_whole(target, data)
    blanks = issued.report()["blanks"]
    if as_json:
        print_json({"agreement": held.id, "revision": held.revision, "file": str(target),
                    "blanks": blanks, "overrides": note["overrides"]})  # fmt: skip
        return
    for blank in blanks:
        click.echo(f"blank\t{blank['question']}\t{blank['asks']}")
    click.echo(f"{target}: {held.id}, revision {held.revision}, issued", err=True)


def _default(recorded: Revision) -> Path:
    """The name is made of id and revision alone, so no answer can lead it astray."""
    folder = workspace().output
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{recorded.agreement}-revision-{recorded.revision}.docx"


def _drafted(
    library: Library, recorded: Revision, on: str, named: list[Override], faults: list[Diagnostic]
) -> Agreement | None:
    """The agreement for the other side; every gate that is closed is added to the faults."""
    from drafter.registry.gates import approval_gates, changed_since, closed
    from drafter.registry.received import reference
    from drafter.registry.taking_in import block_texts, pinned
    from drafter.workspace.approvals import read_approvals

    record = pinned(recorded.answers, recorded.taken)
    record["overrides"] = [*(record.get("overrides") or ()), *as_data(named)]
    try:
        typed = library.read(record)
        decision = library.select(typed)
        approvals = read_approvals(workspace().approvals)
        gates = approval_gates(decision.selection, approvals, today())
        faults += closed(gates, [*named, *recorded_overrides(recorded.answers)])
        printed = reference(recorded.agreement, recorded.revision)
        issued = library.draft(typed, "issue", on, printed)
    except Refused as refused:
        faults += refused.diagnostics
        return None
    faults += changed_since(recorded, block_texts(issued.document))
    return issued


def _word_file(
    issued: Agreement, recorded: Revision, style: str | None, faults: list[Diagnostic]
) -> bytes:
    from drafter.drafting import load_style
    from drafter.registry.received import carries

    drafted_in = next((use.name for use in recorded.uses if use.kind == "style"), None)
    try:
        data = issued.to_docx(load_style(style_path(style or drafted_in), cache_folder()))
    except Refused as refused:
        faults += refused.diagnostics
        return b""
    if not carries(data, recorded.agreement, recorded.revision):
        says = "the house style prints no reference, so the file would not carry its id"
        faults.append(Diagnostic("no-reference", says, None, "put {{ reference }} in its footer"))
    return data


def _note(issued: Agreement, recorded: Revision, named: list[Override]) -> dict[str, Any]:
    from drafter.registry.gates import relied_on
    from drafter.workspace.approvals import read_approvals

    report = issued.report()
    confirmed = recorded.answers.get("confirmed") or ()
    approvals = read_approvals(workspace().approvals)
    return {
        "overrides": as_data(named),
        "approvals": relied_on(issued.decision.selection, approvals, today()),
        "blanks": report["blanks"],
        "awaited": report["awaited"],
        "unconfirmed": [name for name in recorded.taken if name not in confirmed],
    }  # fmt: skip
