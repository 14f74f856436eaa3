"""What the commands on a registry share: where it is, who is at work, and when."""

from __future__ import annotations

import getpass
import os
import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from drafter.cli.common import here
from drafter.diagnostics import Diagnostic, Refused

if TYPE_CHECKING:
    from drafter.questionnaire.record import Override
    from drafter.registry.model import Held, Stamp
    from drafter.registry.registry import Registry
    from drafter.workspace.settings import Workspace

F = TypeVar("F", bound=Callable[..., Any])
LONGEST_NAME = 200  # characters


def by_option(command: F) -> F:
    """`--by`: who does it."""
    says = "Who does it; DRAFTER_USER or your login name unless given."
    return click.option("--by", default="", help=says)(command)


def override_options(command: F) -> F:
    """`--override` and `--reason`: going on despite a fault, by name."""
    what = "Go on despite this: a rule, TOPIC/VARIANT or a question; may be given again."
    option = click.option("--override", "overridden", multiple=True, metavar="WHAT", help=what)
    reason = click.option("--reason", default="", help="Why; an override needs one.")
    return option(reason(command))


def workspace() -> Workspace:
    """The workspace of the current folder. Raises `Refused` where there is none."""
    found = here()
    if found is None:
        says = "no drafter.toml is here or in a folder above"
        cure = "make a workspace: drafter init DIR"
        raise Refused([Diagnostic("no-workspace", says, None, cure)])
    return found


def registry() -> Registry:
    """The registry of the workspace."""
    from drafter.registry import open_registry

    place = workspace()
    return open_registry(place.registry, place.files)


def stamp(by: str) -> Stamp:
    """Now, by whom, with a salt that nobody can guess."""
    from drafter.registry.model import Stamp

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


def overrides(what: tuple[str, ...], by: str, reason: str) -> list[Override]:
    """The overrides of the command line; each needs a reason."""
    from drafter.questionnaire.record import Override

    if what and not reason.strip():
        raise click.UsageError("an override needs a reason: --reason WORDS")
    named = one_line(by, "--by") or user()
    return [Override(one, named, today(), one_line(reason, "--reason")) for one in what]


def as_data(named: list[Override]) -> list[dict[str, str]]:
    """Overrides as a deal record and the registry hold them."""
    return [{"what": one.what, "by": one.by, "on": one.on, "reason": one.reason} for one in named]


def recorded_overrides(record: Mapping[str, Any]) -> list[Override]:
    """The overrides that a deal record holds."""
    from drafter.questionnaire.record import Override

    keys = ("what", "by", "on", "reason")
    given = record.get("overrides") or ()
    return [Override(*(str(one.get(key, "")) for key in keys)) for one in given]


def one_line(words: str, option: str) -> str:
    """A name as it may stand in a list: one line that can be printed. Raises `UsageError`."""
    if words and (not words.isprintable() or not words.strip() or len(words) > LONGEST_NAME):
        raise click.UsageError(f"{option} takes one line of at most {LONGEST_NAME} signs")
    return words.strip()


def printable(words: str) -> str:
    """Words of others on a terminal: what steers it is shown as `�`.

    >>> printable("a\\nb")
    'a�b'
    """
    return "".join(sign if sign.isprintable() else "�" for sign in words)


def held_data(held: Held) -> dict[str, Any]:
    """An agreement for `--json`."""
    return {"agreement": held.id, "revision": held.revision, "status": held.status.value,
            "matter": held.matter or None, "precedent": held.precedent, "at": held.at,
            "erased": held.erased}  # fmt: skip
