"""`drafter approve`: wordings may be issued as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.desk_options import desk, one_line, today
from drafter.cli.options import json_option, library_option, print_json
from drafter.diagnostics import Refused

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.matters.approving import Unapproved


@click.command("approve")
@click.argument("wordings", metavar="[TOPIC/VARIANT…]", nargs=-1)
@click.option("--of", "agreement", default="", help="The wordings of this agreement.")
@click.option("--by", default="", help="Who approves them; without it they are only shown.")
@click.option("--on", default="", metavar="DATE", help="Since when, as 2027-03-05.")
@click.option("--until", default="", metavar="DATE", help="Until when.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    wordings: tuple[str, ...],
    agreement: str,
    by: str,
    on: str,
    until: str,
    as_json: bool,
    library: str | None,
) -> None:
    """Approve wordings, word for word: an edit of one voids its approval.

    A pattern names several: 'money/*'; of those, and of an agreement, what is approved as it
    stands is passed over. First it is shown what changed since the last approval. All of them
    are approved, or none where one is unknown.
    """
    if not wordings and not agreement:
        raise click.UsageError("name wordings, a pattern such as 'money/*', or --of AGREEMENT")
    if bool(by) != bool(on):
        raise click.UsageError("an approval needs --by NAME and --on DATE")
    at = desk(ctx, library)
    waiting = _waiting(at, wordings, agreement, one_line(by, "--by"), on, until)
    named = [one for one in wordings if "*" not in one]
    meant = dict.fromkeys([*named, *(one.wording for one in waiting)])
    given = at.approve(meant, one_line(by, "--by"), on, until) if by else ()
    if as_json:
        print_json(
            {
                "unapproved": [_as_data(one) for one in waiting],
                "approved": [one._asdict() for one in given],
            }
        )
        return
    for one in waiting:
        click.echo(f"{_standing(one)}\n{_indented(one.difference())}\n")
    end = f" until {until}" if until else ""
    for approval in given:
        click.echo(f"{approval.wording} ({approval.digest[:12]}): approved from {on}{end}")
    if not given:
        click.echo(_count(waiting))


def _waiting(
    at: Desk, wordings: tuple[str, ...], agreement: str, by: str, on: str, until: str
) -> tuple[Unapproved, ...]:
    try:
        return at.unapproved(on or today(), wordings, agreement)
    except Refused:
        if by:
            at.approve(wordings, by, on, until)  # tells what is wrong with the days as well
        raise


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
