"""What several commands share: which library, which house style, where to cache."""

from __future__ import annotations

import functools
import inspect
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from drafter.diagnostics import Refused
from drafter.workspace.settings import find_workspace

if TYPE_CHECKING:
    from drafter.drafting import Library
    from drafter.workspace.settings import Workspace

F = TypeVar("F", bound=Callable[..., Any])
Option = Callable[[Callable[..., Any]], Callable[..., Any]]
_PRINTED = f"{__name__}: data was printed"


def together(name: str, group: Callable[..., Any], *options: Option) -> Callable[[F], F]:
    """Options that mean one thing together: the command is handed `name`, which `group` makes of
    those of its parameters that are options."""
    called = inspect.signature(group).parameters

    def decorate(command: F) -> F:
        @functools.wraps(command)
        def gathered(*args: Any, **given: Any) -> Any:
            own = {each: given.pop(each) for each in [*given] if each in called}
            return command(*args, **given, **{name: group(**own)})

        with_options: Callable[..., Any] = gathered
        for option in reversed(options):
            with_options = option(with_options)
        return cast(F, with_options)

    return decorate


def purpose_option(says: str) -> Option:
    """`--for`: what a file is made for, a draft unless told."""
    purposes = click.Choice(["draft", "issue", "signature"])
    return click.option(
        "--for", "purpose", default="draft", show_default=True, type=purposes, help=says
    )


def notes_option(command: F) -> F:
    """`--notes`: which notes a draft carries."""
    says = "Notes beside a draft: all, those that leave something open, or none."
    kinds = click.Choice(["all", "open", "none"])
    return click.option("--notes", default="open", show_default=True, type=kinds, help=says)(
        command
    )


def style_option(command: F) -> F:
    """`--style`: the house style."""
    return click.option("--style", help="House style: a name, or a .docx of your own.")(command)


def library_option(command: F) -> F:
    """`--library` after the command's name, as well as before it."""
    folder = click.option("--library", type=click.Path(), help="Folder of the clause library.")
    return folder(command)


def json_option(command: F) -> F:
    """`--json`: data on stdout, of a refusal too."""

    @functools.wraps(command)
    def as_data(*args: Any, **given: Any) -> Any:
        try:
            return command(*args, **given)
        except Refused as refused:
            if given["as_json"] and _PRINTED not in click.get_current_context().meta:
                print_json({"faults": [fault.as_data() for fault in refused.diagnostics]})
            raise

    return click.option("--json", "as_json", is_flag=True, help="Print as JSON.")(cast(F, as_data))


def library_folder(ctx: click.Context, given: str | None) -> str | None:
    """The library asked for: the option, `DRAFTER_LIBRARY`, that of the workspace, or None for
    the starter library."""
    named = given or ctx.obj or os.environ.get("DRAFTER_LIBRARY")
    if named:
        return str(named)
    workspace = here()
    return str(workspace.library) if workspace else None


def here() -> Workspace | None:
    """The workspace that the current folder lies in."""
    return find_workspace(Path.cwd())


def style_path(style: str | None) -> str | None:
    """The house style asked for: one of the workspace by its name, or as it is named."""
    workspace = here()
    own = workspace.house_style(style or "house") if workspace else None
    return str(own) if own else style


def open_library(ctx: click.Context, given: str | None) -> Library:
    """The library, loaded. Raises `Refused` with its faults."""
    from drafter.drafting import load_library

    return load_library(library_folder(ctx, given), cache_folder())


def cache_folder() -> Path:
    """The user's cache folder for drafter; never a place where somebody else writes."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path("~/.cache").expanduser()) / "drafter"


def print_json(data: object) -> None:
    """Data as JSON on stdout."""
    if context := click.get_current_context(silent=True):
        context.meta[_PRINTED] = True
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
