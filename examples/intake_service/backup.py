"""Backup and restore: every row of the store as a line of JSON, the same for every database, so
that a deal moves from one kind to another too."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, text
from sqlalchemy.engine import Connection

from examples.intake_service.store import Database
from examples.intake_service.store.tables import NEWEST, metadata
from examples.intake_service.store.upgrading import Spoilt, brought_up, is_known

TABLES = [one for one in metadata.sorted_tables if one.name != "about"]
FIRST = {"intake": "backup", "form": NEWEST}  # a backup of an older form is brought up


class WrongBackup(Exception):
    """What is wrong with a backup, or with where it is to go."""


def back_up(database: Database, file: Path) -> int:
    """Write the store into a file that only its owner reads: whole, or not at all; as it stood at
    one moment, while people go on answering. Gives the number of rows."""
    part = file.with_name(f"{file.name}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    count = 0
    with os.fdopen(handle, "w", encoding="utf-8") as out, database.reading() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for line in _lines(connection):
            count += "table" in line
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
        out.write(json.dumps({"rows": count}) + "\n")
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)
    return count


def _lines(connection: Connection) -> Iterator[dict[str, Any]]:
    yield FIRST
    for table in TABLES:
        for row in connection.execute(select(table).order_by(*table.primary_key)).mappings():
            yield {"table": table.name, "row": {key: _spelled(one) for key, one in row.items()}}


def restore(database: Database, file: Path) -> int:
    """Put a backup into an empty store, all of it or nothing. Raises `WrongBackup`."""
    form, lines = _read(file)
    with database.writing() as connection:
        for table in TABLES:
            if connection.execute(select(func.count()).select_from(table)).scalar():
                raise WrongBackup("the store has deals; restore into an empty one")
        for line in lines:
            table = metadata.tables[line["table"]]
            row = {key: _value(one) for key, one in line["row"].items()}
            connection.execute(insert(table).values(**row))
        try:
            brought_up(connection, form)
        except Spoilt as fault:
            raise WrongBackup(f"{file}: {fault}") from None
        _count_on(connection)
    return len(lines)


def _read(file: Path) -> tuple[int, list[Any]]:
    """The form of a backup, and its rows."""
    try:
        first, *lines, last = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError) as fault:
        raise WrongBackup(f"{file}: it is no whole backup: {fault}") from None
    form = first.get("form") if isinstance(first, dict) else None
    if first != {**FIRST, "form": form} or last != {"rows": len(lines)}:
        raise WrongBackup(f"{file}: it is no whole backup of this service")
    if not is_known(form):
        says = f"the backup has form {form}, and this service reads 1 to {NEWEST}"
        raise WrongBackup(f"{file}: {says}; use the service that wrote it")
    return form, lines


def _count_on(connection: Connection) -> None:
    """PostgreSQL numbers new rows by a counter of its own, which goes on after the last."""
    if connection.dialect.name == "postgresql":
        for table in TABLES:
            if "id" in table.c:
                counter = f"pg_get_serial_sequence('{table.name}', 'id')"
                last = f"(SELECT coalesce(max(id), 1) FROM {table.name})"
                connection.execute(text(f"SELECT setval({counter}, {last})"))


def _spelled(value: Any) -> Any:
    return {"bytes": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _value(value: Any) -> Any:
    return base64.b64decode(value["bytes"]) if isinstance(value, dict) else value
