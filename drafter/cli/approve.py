"""`drafter approve`: wordings may be issued as they stand."""

from __future__ import annotations

from collections.abc import Iterable

import click

from drafter.cli.common import json_option, library_option, open_library, print_json
from drafter.cli.desk import one_line, workspace
from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted
from drafter.library.model import Library


@click.command("approve")
@click.argument("wordings", metavar="TOPIC/VARIANT…", nargs=-1, required=True)
@click.option("--by", required=True, help="Who approves them.")
@click.option("--on", required=True, metavar="DATE", help="Since when, as 2027-03-05.")
@click.option("--until", default="", metavar="DATE", help="Until when.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context, wordings: tuple[str, ...], by: str, on: str, until: str, as_json: bool,
    library: str | None,
) -> None:  # fmt: skip
    """Approve wordings, word for word: an edit of one voids its approval.

    All of them, or none where one is unknown.
    """
    from drafter.workspace.approvals import Approval, add_approval, read_approvals

    place = workspace()
    digests, faults = _digests(open_library(ctx, library).clauses, wordings)
    faults += _day_faults(on, until)
    if faults:
        raise Refused(faults)
    read_approvals(place.approvals)  # a file at fault is told before a line is added to it
    who = one_line(by, "--by")
    given = [Approval(wording, digest, who, on, until) for wording, digest in digests.items()]
    for approval in given:
        add_approval(place.approvals, approval)
    if as_json:
        print_json([approval._asdict() for approval in given])
        return
    for one in given:
        end = f" until {until}" if until else ""
        click.echo(f"{one.wording} ({one.digest[:12]}): approved from {on}{end}")


def _day_faults(on: str, until: str) -> list[Diagnostic]:
    from drafter.workspace.approvals import is_day

    faults = [
        Diagnostic("wrong-date", f"{option} {quoted(day)} is no date", None, "write 2027-03-05")
        for option, day in (("--on", on), ("--until", until)) if day and not is_day(day)
    ]  # fmt: skip
    if not faults and until and until < on:
        faults = [Diagnostic("wrong-date", f"--until {until} is before --on {on}")]
    return faults


def _digests(clauses: Library, wordings: Iterable[str]) -> tuple[dict[str, str], list[Diagnostic]]:
    """The digest of each wording, and the wordings that the library does not have."""
    known = {f"{topic.id}/{id}": one.digest for topic in clauses.topics.values()
             for id, one in topic.variants.items()}  # fmt: skip
    faults = [
        Diagnostic("unknown-wording", f"the library has no wording {quoted(one)}", None,
                   did_you_mean(one, known))
        for one in wordings if one not in known
    ]  # fmt: skip
    return {one: known[one] for one in wordings if one in known}, faults
