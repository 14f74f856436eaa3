"""The commands of who runs the service: start it, make deals and links, back up and restore."""

from __future__ import annotations

import functools
import os
import secrets
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from drafter import Refused, start_workspace
from examples.intake_service.backup import WrongBackup, back_up, restore
from examples.intake_service.pages.entry import name_faults
from examples.intake_service.parts import Part
from examples.intake_service.service import Service, start_service
from examples.intake_service.settings import FILE, STARTER, WrongSettings, read_settings
from examples.intake_service.store import Act, Store, WrongStore, open_store

DAY = 24 * 60 * 60  # seconds
FOLDER = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
NAME = click.option("--name", required=True, help="A name or title; it stands in the history.")
NUMBER = click.argument("deal", type=int)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """The intake service over a workspace FOLDER."""


def told(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose refusals are told in their own words, with exit code 1."""

    @functools.wraps(command)
    def run(*given: Any, **named: Any) -> None:
        try:
            command(*given, **named)
        except Refused as refused:
            _refuse(
                "\n".join(f"{one.rule}: {one.says} ({one.cure})" for one in refused.diagnostics)
            )
        except (WrongSettings, WrongStore, WrongBackup) as fault:
            _refuse(str(fault))

    return run


def _refuse(says: str) -> None:
    print(says, file=sys.stderr)
    raise SystemExit(1)


def _store(folder: Path) -> Store:
    return _opened(open_store(read_settings(folder / FILE).database))


def _opened(store: Store) -> Store:
    """The store, after what its opening did to it is told."""
    if store.told:
        print(store.told, file=sys.stderr)
    return store


def _act(did: str) -> Act:
    return Act(int(time.time()), Part.COUNSEL, "the administrator", did)


@main.command()
@FOLDER
@told
def init(folder: Path) -> None:
    """Make FOLDER ready: a drafter workspace where it is none, the settings, a secret."""
    if not (folder / "drafter.toml").exists():
        start_workspace(folder)
    if (folder / FILE).exists():
        raise WrongSettings(f"{folder / FILE} is there already")
    (folder / FILE).write_text(STARTER, encoding="utf-8")
    secret = folder / "intake.secret"
    handle = os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(secrets.token_bytes(32))
    print(f"{folder} is ready. Read {folder / FILE}, then: serve {folder}")


@main.command()
@FOLDER
@click.option("--bind", default="127.0.0.1:8000", show_default=True)
@click.option(
    "--workers", default=2, show_default=True, help="Processes; as many as there are cores."
)
@told
def serve(folder: Path, bind: str, workers: int) -> None:
    """Serve FOLDER until it is told to stop."""
    from examples.intake_service.serving import serve as run

    service = start_service(read_settings(folder / FILE))
    _opened(service.store)
    run(service, bind, workers)


@main.command("new-deal")
@FOLDER
@click.argument("precedent")
@NAME
@told
def new_deal(folder: Path, precedent: str, name: str) -> None:
    """Start a deal of a PRECEDENT; prints its number."""
    service: Service = start_service(read_settings(folder / FILE))
    _opened(service.store)
    if precedent not in service.library.clauses.precedents:
        _refuse(f"no agreement is called {precedent!r}: there are "
                f"{', '.join(service.library.clauses.precedents)}")  # fmt: skip
    for says in name_faults(name).values():
        _refuse(says)
    print(service.store.deals.new(name, precedent, _act("started the deal")))


@main.command()
@FOLDER
@click.argument("words", nargs=-1)
@told
def deals(folder: Path, words: tuple[str, ...]) -> None:
    """List the deals, the newest first; with WORDS, those whose names have them."""
    found, count = _store(folder).deals.listed(" ".join(words))
    for one in found:
        print(f"{one.id}\t{one.name}\trevision {one.revision}")
    if count > len(found):
        print(f"{count - len(found)} more: search by words of their names", file=sys.stderr)


@main.command("new-link")
@FOLDER
@NUMBER
@click.argument("part", type=click.Choice([one.value for one in Part]))
@NAME
@click.option("--days", type=click.IntRange(1), help="How long it lives; else as in the settings.")
@click.option("--address", default="http://127.0.0.1:8000", show_default=True)
@told
def new_link(
    folder: Path, deal: int, part: str, name: str, days: int | None, address: str
) -> None:  # fmt: skip
    """Make a link to a DEAL for a PART; prints it once."""
    settings, store = read_settings(folder / FILE), _store(folder)
    if not store.deals.revision(deal):
        _refuse(f"there is no deal {deal}")
    for says in name_faults(name).values():
        _refuse(says)
    act = _act(f"made a link for {name}, {Part(part).called}")
    expires = act.at + (days or settings.link_days) * DAY
    print(f"{address.rstrip('/')}/l/{store.links.new(deal, Part(part), name, expires, act)}")


@main.command()
@FOLDER
@NUMBER
@told
def links(folder: Path, deal: int) -> None:
    """List the links of a DEAL, without what opens them."""
    for one in _store(folder).links.of(deal):
        until = time.strftime("%Y-%m-%d", time.gmtime(one.expires))
        print(f"{one.id}\t{one.part.value}\t{one.name}\t"
              + ("revoked" if one.revoked is not None else f"until {until}"))  # fmt: skip


@main.command("revoke-link")
@FOLDER
@click.argument("link", type=int)
@told
def revoke_link(folder: Path, link: int) -> None:
    """Revoke a LINK by its number, for good."""
    if not _store(folder).links.revoke(link, _act(f"revoked link {link}")):
        _refuse(f"no living link has the number {link}")


@main.command()
@FOLDER
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@told
def backup(folder: Path, file: Path) -> None:
    """Write every deal, link, comment and decision into FILE, while the service runs."""
    print(_rows(back_up(_store(folder).database, file)))


@main.command("restore")
@FOLDER
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@told
def restore_command(folder: Path, file: Path) -> None:
    """Put a backup FILE into the empty database of FOLDER."""
    print(_rows(restore(_store(folder).database, file)))


def _rows(number: int) -> str:
    return f"{number:,} {'row' if number == 1 else 'rows'}"
