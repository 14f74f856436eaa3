"""Registries in tests: drafts made by hand, and what is needed to record them.

They lie in SQLite; where DRAFTER_TEST_POSTGRES names a database, each in a schema of its own there.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import uuid4

from sqlalchemy import create_engine, inspect
from sqlalchemy.engine import make_url

from drafter.registry import create_registry, open_registry
from drafter.registry.model import DraftedRevision, OfferedBlock, Stamp, Use
from drafter.registry.registry import Registry

WORDING = "---\nposition: preferred\n---\nEither Party may leave.\n"
DIGEST = hashlib.sha256(WORDING.encode()).hexdigest()
PARTIES = {"zephyr": {"name": "Zephyr Ltd"}, "alder": {"name": "Alder GmbH"}}


SERVER = os.environ.get("DRAFTER_TEST_POSTGRES", "")


def database_of(folder: Path) -> str:
    """The path or URL of the registry of a folder."""
    if not SERVER:
        return str(folder / "registry.db")
    noted = folder / "registry.url"
    if not noted.exists():
        schema = f"registry_{uuid4().hex}"
        with closing(_connected()) as connection:
            connection.execute(f"CREATE SCHEMA {schema}")
        url = make_url(SERVER).update_query_dict({"options": f"-csearch_path={schema}"})
        noted.write_text(url.render_as_string(hide_password=False), "utf-8")
    return noted.read_text("utf-8")


def _connected(folder: Path | None = None) -> Any:
    """A bare connection to the server, in the schema of a folder if it is named."""
    import psycopg

    url = make_url(database_of(folder) if folder else SERVER).set(drivername="postgresql")
    return psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)


def behind_its_back(folder: Path, statement: str) -> list[tuple[Any, ...]]:
    """Rows read or changed without the registry; a change must touch one."""
    if SERVER:
        statement = statement.replace("= x'", "= '\\x")
    opened = _connected(folder) if SERVER else sqlite3.connect(folder / "registry.db")
    with closing(opened) as connection:
        cursor = connection.execute(statement)
        rows = cursor.fetchall() if cursor.description else []
        assert rows or cursor.rowcount > 0
        connection.commit()
    return rows


@cache
def _made() -> Path:
    """A registry that is made once, and copied."""
    path = Path(mkdtemp()) / "registry.db"
    create_registry(path).close()
    return path


def new_registry(folder: Path, **how: Any) -> Registry:
    """The registry of a folder; an empty one where there was none."""
    where = database_of(folder)
    how = {"files": folder / "registry.files", **how}
    if SERVER:
        return (open_registry if _has_tables(where) else create_registry)(where, **how)
    if not Path(where).exists():
        shutil.copy(_made(), where)
    return open_registry(where, **how)


def _has_tables(url: str) -> bool:
    return inspect(create_engine(url)).has_table("alembic_version")


def draft(file: bytes = b"the file", exit: str = "any-time", **answers: Any) -> DraftedRevision:
    """A draft with two parties, one wording and one recommendation taken."""
    return DraftedRevision(
        precedent="co-marketing",
        purpose="draft",
        library="0" * 64,
        file=file,
        answers={"precedent": "co-marketing", "answers": {"parties": PARTIES, **answers}},
        taken={"exit_notice": "30 days"},
        uses=(Use("wording", "exit", exit, DIGEST), Use("style", "house", "", "5" * 64)),
        blocks=(
            OfferedBlock("exit", "Exit"),
            OfferedBlock("exit.1", "Either Party may leave. Zephyr Ltd"),
        ),
        wordings={DIGEST: WORDING},
    )


def stamp(salt: object = "salt", by: str = "Head of Legal") -> Stamp:
    """A moment; tests that care for secrecy give each its own salt."""
    return Stamp("2027-03-05T09:00:00Z", by, str(salt))
