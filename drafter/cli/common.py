"""What several commands share: which library, where to cache, how to write a file whole."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from drafter.diagnostics import Diagnostic, Place, Refused

if TYPE_CHECKING:
    from drafter.drafting import Library
    from drafter.workspace.settings import Workspace

F = TypeVar("F", bound=Callable[..., Any])


def library_option(command: F) -> F:
    """`--library` after the command's name, as well as before it."""
    folder = click.option("--library", type=click.Path(), help="Folder of the clause library.")
    return folder(command)


def json_option(command: F) -> F:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print as JSON.")(command)


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
    from drafter.workspace.settings import find_workspace

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
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def check_writable(path: Path, force: bool, what: str) -> list[Diagnostic]:
    """Why a file cannot be written here, before any work is done."""
    place = Place(path.as_posix())
    if path.is_dir():
        return [Diagnostic("output", f"{path} is a folder", place, f"name a file for the {what}")]
    if path.exists() and not force:
        return [Diagnostic("output", f"{path} exists", place, "use --force to replace it")]
    folder = path.parent
    if not folder.is_dir():
        return [Diagnostic("output", f"there is no folder {folder}", place, "make it first")]
    if not os.access(folder, os.W_OK):
        return [Diagnostic("output", f"{folder} cannot be written to", place, "choose another")]
    return []


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is either as it was or whole."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink()
        says = f"{path}: {error.strerror}"
        raise Refused([Diagnostic("output", says, Place(path.as_posix()))]) from None
