"""The database: SQLite in a file, or another by its URL; its transactions and its tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import create_engine, event, insert, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from examples.intake_service.store import tables
from examples.intake_service.store.upgrading import Spoilt, brought_up, is_known

PATIENCE = 30  # seconds to wait for somebody else's short transaction


class WrongStore(Exception):
    """The database cannot be used, and why."""


@dataclass(frozen=True, slots=True)
class Database:
    """Transactions on a database. `upgraded_from` is the form that its tables had when it was
    opened, where that was an older one; else 0."""

    engine: Engine
    upgraded_from: int = 0

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: all of it, or nothing."""
        with self.engine.connect().execution_options(write=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_database(url: str) -> Database:
    """The database at a URL, its tables made where there are none, and brought to the newest form
    where they have an older one. Raises `WrongStore`."""
    try:
        engine = create_engine(url, **_options(url))
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _set_up)
            event.listen(engine, "begin", _begin)
        database = Database(engine, _make_tables(Database(engine)))
    except (SQLAlchemyError, ImportError, OSError, Spoilt) as fault:
        raise WrongStore(f"the database cannot be used: {fault}") from None
    return database


def _options(url: str) -> dict[str, Any]:
    if url.startswith("sqlite"):
        return {"connect_args": {"timeout": PATIENCE}}
    return {"pool_pre_ping": True, "pool_size": 8, "max_overflow": 24}


def _make_tables(database: Database) -> int:
    """The older form that the tables had, or 0."""
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":  # two who begin do so one after the other
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7261)")
        tables.metadata.create_all(connection)
        form = connection.execute(select(tables.about.c.form)).scalar()
        if form is None:
            connection.execute(insert(tables.about).values(form=tables.NEWEST))
        elif not is_known(form):
            says = f"the database has form {form}, and this service reads 1 to {tables.NEWEST}"
            raise WrongStore(f"{says}; use the service that wrote it")
        elif form < tables.NEWEST:
            brought_up(connection, form)
            return int(form)
    return 0


def _set_up(connection: Any, record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    for setting in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    """Who is going to write waits at the door."""
    writes = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
