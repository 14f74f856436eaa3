"""The registry: what was drafted, issued, received and signed, and what each of it was made of.

Tables and a log lie in a database, files in a folder beside it. Only this package knows
SQLAlchemy and Alembic, and loads them when a registry is opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.registry.model import Step

if TYPE_CHECKING:
    from drafter.registry.registry import Registry


def _unwatched(step: str) -> None:
    """Nobody watches."""


def open_registry(
    where: Path | str, files: Path | None = None, step: Step = _unwatched
) -> Registry:
    """The registry that is at a path (SQLite) or URL (`postgresql+psycopg://…`).

    `files` is the folder that keeps the files; by default it lies beside the database of SQLite.
    Raises `Refused` where there is none, or none that this drafter can use. Where nothing can be
    written it can be read.
    """
    from drafter.registry.opening import opened

    return opened(str(where), files, step)


def create_registry(
    where: Path | str, files: Path | None = None, step: Step = _unwatched
) -> Registry:
    """A new registry at a path or URL, with the folder that keeps its files as `open_registry` has.

    Raises `Refused` where there is one already, and where kept files lie without theirs.
    """
    from drafter.registry.opening import created

    return created(str(where), files, step)
