"""What the commands on agreements share: the desk, who is at work, and when."""

from __future__ import annotations

import getpass
import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from drafter.cli.options import cache_folder, here, library_folder, together
from drafter.diagnostics import Diagnostic, print_diagnostic
from drafter.matters.names import name_fault, printable
from drafter.matters.overriding import override
from drafter.registry import open_registry
from drafter.registry.model import Stamp
from drafter.workspace.approvals import is_day, read_approvals
from drafter.workspace.settings import workspace_of

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.gate import Approvals
    from drafter.questionnaire.record import Override
    from drafter.registry.model import ListedAgreement, Stamp
    from drafter.registry.registry import Registry
    from drafter.workspace.settings import Workspace

F = TypeVar("F", bound=Callable[..., Any])


def by_option(command: F) -> F:
    """`--by`: who does it."""
    says = "Who does it; DRAFTER_USER or your login name unless given."
    return click.option("--by", default="", help=says)(command)


class ByWhom(NamedTuple):
    """Who vouches for words in an answers file, and the day as an ISO date."""

    by: str
    on: str


def by_whom_options(says: str) -> Callable[[F], F]:
    """`--by` and `--on`, which the command is handed as `who`; the day is today unless given."""
    when = "When, as 2027-03-05; today unless given."
    return together(
        "who",
        ByWhom,
        click.option("--by", default="", help=says),
        click.option("--on", default="", metavar="DATE", callback=_day, help=when),
    )


def _day(_: click.Context, parameter: click.Parameter, given: str) -> str:
    return _some_day(_, parameter, given) or today()


def _some_day(_: click.Context, parameter: click.Parameter, given: str) -> str:
    if given and not is_day(given):
        raise click.UsageError(f"{parameter.opts[0]} {given} is no date; write 2027-03-05")
    return given


def day_option(name: str, says: str) -> Callable[[F], F]:
    """An option that takes a day, or nothing. Raises `UsageError` for what is no day."""
    return click.option(name, default="", metavar="DAY", callback=_some_day, help=says)


def marks_date_options(command: F) -> F:
    """`--on` and `--date`, which the command is handed as `date`: when tracked changes were made,
    as a date and time, or empty. Raises `UsageError` for both at once."""
    return together(
        "date",
        _one_date,
        day_option("--on", "Day of the changes, as 2027-03-05; none unless given."),
        click.option(
            "--date", default="", help="Date and time of the changes, as 2027-03-05T09:00:00Z."
        ),
    )(command)


def _one_date(on: str, date: str) -> str:
    if on and date:
        raise click.UsageError("--on and --date both say when: give one of them")
    return f"{on}T00:00:00Z" if on else date


class ByName(NamedTuple):
    """Who does it, and what he goes on despite, with his reason."""

    by: str
    overridden: tuple[str, ...]
    reason: str

    def stamp(self) -> Stamp:
        """Now, by whom. Raises `UsageError`."""
        return stamp(self.by)

    def overrides(self) -> list[Override]:
        """Each needs a reason. Raises `UsageError`."""
        if self.overridden and not self.reason.strip():
            raise click.UsageError("an override needs a reason: --reason WORDS")
        if self.reason and not self.overridden:
            raise click.UsageError("--reason says why: name what goes on, --override WHAT")
        named = one_line(self.by, "--by") or user()
        why = one_line(self.reason, "--reason")
        return [override(one, named, today(), why) for one in self.overridden]


def by_name_options(command: F) -> F:
    """`--by`, `--override` and `--reason`, which the command is handed as `who`: going on despite
    a fault, by name."""
    what = "Go on despite this: a rule, TOPIC/VARIANT or a question; may be given again."
    return together(
        "who",
        ByName,
        by_option,
        click.option("--override", "overridden", multiple=True, metavar="WHAT", help=what),
        click.option("--reason", default="", help="Why; an override needs one."),
    )(command)


def desk(ctx: click.Context | None = None, library: str | None = None) -> Desk:
    """The desk of the workspace of the current folder. Raises `Refused` where there is none."""
    from drafter.desk import open_desk

    named = library_folder(ctx, library) if ctx else None
    return open_desk(Path.cwd(), named, cache_folder(), tell)


def workspace() -> Workspace:
    """The workspace of the current folder. Raises `Refused` where there is none."""
    return workspace_of(Path.cwd())


def registry() -> Registry:
    """The registry of the workspace, for commands that only look or only keep."""
    place = workspace()
    found = open_registry(place.registry, place.files)
    for one in found.told:
        tell(one)
    return found


def tell(one: Diagnostic) -> None:
    """What is to be known of a registry that was opened."""
    click.echo(print_diagnostic(one), err=True)


def approvals(purpose: str) -> Approvals:
    """The approvals of the workspace as they are today, the day on which laws must be in force; a
    draft needs none, and where there is no workspace none were given."""
    from drafter.gate import Approvals

    place = here()
    if place is None or purpose == "draft":
        return Approvals((), today())
    return Approvals(read_approvals(place.approvals), today())


def stamp(by: str) -> Stamp:
    """Now, by whom, with a salt that nobody can guess."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Stamp(now, one_line(by, "--by") or user(), secrets.token_hex(16))


def user() -> str:
    """Who is at work."""
    try:
        return printable(os.environ.get("DRAFTER_USER") or getpass.getuser())
    except (KeyError, OSError):
        return "unnamed"


def today() -> str:
    """The day, as 2027-03-05."""
    return datetime.now(UTC).date().isoformat()


def one_line(words: str, option: str) -> str:
    """A name as it may stand in a list: one line that can be printed. Raises `UsageError`."""
    fault = name_fault(words, option)
    if fault:
        raise click.UsageError(fault.says)
    return words.strip()


def some_line(words: str, option: str) -> str:
    """A line that may not be empty, which would name everybody or give no reason. Raises
    `UsageError`."""
    if not words.strip():
        raise click.UsageError(f"{option} is empty; write it as one line")
    return one_line(words, option)


def held_data(held: ListedAgreement) -> dict[str, Any]:
    """An agreement for `--json`."""
    return {
        "agreement": held.id,
        "revision": held.revision,
        "status": held.status.value,
        "matter": held.matter or None,
        "precedent": held.precedent,
        "at": held.at,
        "erased": held.erased,
    }
