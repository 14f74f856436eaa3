"""`drafter find`: where words stand in the library, and which agreements carry them."""

from __future__ import annotations

from collections.abc import Iterable

import click

from drafter.cli.desk_options import registry
from drafter.cli.options import here, json_option, library_option, open_library, print_json
from drafter.diagnostics import Diagnostic, Refused
from drafter.library.occurrences import VARIANT, Occurrence, occurrences


@click.command("find")
@click.argument("words", nargs=-1, required=True)
@json_option
@library_option
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], as_json: bool, library: str | None) -> None:
    """Find WORDS in wordings, definitions, questions and rules, whatever their case.

    In a workspace it also says which agreements use each wording that is found.
    """
    wanted = " ".join(words)
    found = list(occurrences(open_library(ctx, library).clauses, wanted))
    if not found:
        cure = "try fewer words, or their beginning"
        raise Refused([Diagnostic("no-such-words", f"`{wanted}` stands nowhere", None, cure)])
    users = _users(one.name for one in found if one.kind == VARIANT)
    if as_json:
        print_json([_as_data(one, users) for one in found])
        return
    for one in found:
        used = f"; used by {', '.join(users[one.name])}" if users.get(one.name) else ""
        click.echo(f"{one.where}  {one.kind} {one.name}{used}\n    {one.line}")
    click.echo(f"{len(found)} {'line' if len(found) == 1 else 'lines'}")


def _users(wordings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The agreements whose newest revision uses each wording; none outside a workspace."""
    if here() is None:
        return {}
    book = registry()
    return {
        name: tuple(held.id for held in book.find(wording=name)) for name in dict.fromkeys(wordings)
    }


def _as_data(one: Occurrence, users: dict[str, tuple[str, ...]]) -> dict[str, object]:
    used = {"agreements": list(users.get(one.name, ()))} if one.kind == VARIANT else {}
    return {"kind": one.kind, "name": one.name, "where": one.where, "line": one.line, **used}
