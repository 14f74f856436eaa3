"""`drafter approve`: wordings may be issued as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from drafter.cli.desk_options import desk, one_line, today
from drafter.cli.options import json_option, library_option, print_json, together
from drafter.diagnostics import Refused

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.matters.approving import Unapproved
    from drafter.workspace.approvals import Approval


class ToApprove(NamedTuple):
    """The wordings to approve: by name or pattern, and those of an agreement."""

    wordings: tuple[str, ...]
    agreement: str


class ApprovalGiven(NamedTuple):
    """By whom, and from when until when, as ISO dates."""

    by: str
    on: str
    until: str


@click.command("approve")
@together(
    "meant",
    ToApprove,
    click.argument("wordings", metavar="[TOPIC/VARIANT…]", nargs=-1),
    click.option("--of", "agreement", default="", help="The wordings of this agreement."),
)
@together(
    "approval",
    ApprovalGiven,
    click.option("--by", default="", help="Who approves them; without it they are only shown."),
    click.option("--on", default="", metavar="DATE", help="Since when, as 2027-03-05."),
    click.option("--until", default="", metavar="DATE", help="Until when."),
)
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    meant: ToApprove,
    approval: ApprovalGiven,
    as_json: bool,
    library: str | None,
) -> None:
    """Approve wordings, word for word: an edit of one voids its approval.

    A pattern names several: 'money/*'; of those, and of an agreement, what is approved as it
    stands is passed over. First it is shown what changed since the last approval. All of them
    are approved, or none where one is unknown.
    """
    if not any(meant):
        raise click.UsageError("name wordings, a pattern such as 'money/*', or --of AGREEMENT")
    if bool(approval.by) != bool(approval.on):
        raise click.UsageError("an approval needs --by NAME and --on DATE")
    at, approval = desk(ctx, library), approval._replace(by=one_line(approval.by, "--by"))
    waiting = _waiting(at, meant, approval)
    named = [one for one in meant.wordings if "*" not in one]
    whole = dict.fromkeys([*named, *(one.wording for one in waiting)])
    given = at.approve(whole, *approval) if approval.by else ()
    if as_json:
        unapproved, approved = [_as_data(one) for one in waiting], [one._asdict() for one in given]
        print_json({"unapproved": unapproved, "approved": approved})
    else:
        _tell(waiting, given)


def _waiting(at: Desk, meant: ToApprove, approval: ApprovalGiven) -> tuple[Unapproved, ...]:
    try:
        return at.unapproved(approval.on or today(), *meant)
    except Refused:
        if approval.by:
            at.approve(meant.wordings, *approval)  # tells what is wrong with the days as well
        raise


def _tell(waiting: tuple[Unapproved, ...], given: tuple[Approval, ...]) -> None:
    for one in waiting:
        click.echo(f"{_standing(one)}\n{_indented(one.difference())}\n")
    for approval in given:
        end = f" until {approval.until}" if approval.until else ""
        click.echo(f"{approval.wording} ({approval.digest[:12]}): approved from {approval.on}{end}")
    if not given:
        click.echo(_count(waiting))


def _as_data(one: Unapproved) -> dict[str, object]:
    last = one.last._asdict() if one.last else None
    return {"wording": one.wording, "last": last, "difference": one.difference()}


def _standing(one: Unapproved) -> str:
    if one.last is None:
        return f"{one.wording}: never approved; its text"
    who = f"{one.wording}: approved by {one.last.by} on {one.last.on}"
    lost = "" if one.approved is not None else ", in words that nothing keeps; its text"
    return f"{who}; since then" if not lost else f"{who}{lost}"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def _count(waiting: tuple[Unapproved, ...]) -> str:
    if not waiting:
        return "each of them is approved as it stands"
    return f"{len(waiting)} to approve: again with --by NAME --on DATE"
