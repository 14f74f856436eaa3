"""`drafter approve`: a wording may be issued as it stands."""

from __future__ import annotations

import click

from drafter.cli.common import json_option, library_option, open_library, print_json
from drafter.cli.desk import one_line, workspace
from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted
from drafter.library.model import Library, Variant


@click.command("approve")
@click.argument("wording", metavar="TOPIC/VARIANT")
@click.option("--by", required=True, help="Who approves it.")
@click.option("--on", required=True, metavar="DATE", help="Since when, as 2027-03-05.")
@click.option("--until", default="", metavar="DATE", help="Until when.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context, wording: str, by: str, on: str, until: str, as_json: bool,
    library: str | None,
) -> None:  # fmt: skip
    """Approve a wording, word for word: an edit of it voids the approval."""
    from drafter.workspace.approvals import Approval, add_approval, read_approvals

    place = workspace()
    faults = _day_faults(on, until)
    variant, unknown = _variant(open_library(ctx, library).clauses, wording)
    if variant is None or faults:
        raise Refused([*faults, *unknown])
    read_approvals(place.approvals)  # a file at fault is told before a line is added to it
    approval = Approval(wording, variant.digest, one_line(by, "--by"), on, until)
    add_approval(place.approvals, approval)
    if as_json:
        print_json(approval._asdict())
    else:
        end = f" until {until}" if until else ""
        click.echo(f"{wording} ({variant.digest[:12]}): approved from {on}{end}")


def _day_faults(on: str, until: str) -> list[Diagnostic]:
    from drafter.workspace.approvals import is_day

    faults = [
        Diagnostic("wrong-date", f"{option} {quoted(day)} is no date", None, "write 2027-03-05")
        for option, day in (("--on", on), ("--until", until)) if day and not is_day(day)
    ]  # fmt: skip
    if not faults and until and until < on:
        faults = [Diagnostic("wrong-date", f"--until {until} is before --on {on}")]
    return faults


def _variant(clauses: Library, wording: str) -> tuple[Variant | None, list[Diagnostic]]:
    known = {f"{topic.id}/{id}": one for topic in clauses.topics.values()
             for id, one in topic.variants.items()}  # fmt: skip
    if wording in known:
        return known[wording], []
    cure = did_you_mean(wording, known)
    says = f"the library has no wording {quoted(wording)}"
    return None, [Diagnostic("unknown-wording", says, None, cure)]
