"""A whole registry in one file, and a registry made of such a file, which is verified first.

The file is a tar: the rows of every table as JSON, then each kept file under its digest. The same
registry gives the same bytes.
"""

from __future__ import annotations

import base64
import io
import json
import tarfile
from collections.abc import Iterator, Mapping
from typing import IO, Any

from sqlalchemy import Connection, LargeBinary, Table, insert, select, text

from drafter.diagnostics import ERROR, Diagnostic, Place, Refused
from drafter.registry.cabinet import Cabinet, digest_of
from drafter.registry.first_form import CHANGED, FIRST, put_in
from drafter.registry.tables import HEAD, data, files, log
from drafter.registry.verifying import faults

ROWS, KEPT = "registry.json", "files/"
KIND = "drafter registry"
LARGEST = 2**31  # bytes of one member
Rows = Mapping[str, list[list[Any]]]


def exported(connection: Connection, cabinet: Cabinet, out: IO[bytes]) -> int:
    """Write the registry into a file; how many kept files went with it."""
    digests = sorted(set(connection.execute(select(files.c.digest)).scalars()))
    rows = {table.name: _rows(connection, table) for table in data.sorted_tables}
    head = {"kind": KIND, "tables": HEAD, "rows": rows}
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        _add(tar, ROWS, json.dumps(head, ensure_ascii=False, sort_keys=True).encode())
        for digest in digests:
            _add(tar, KEPT + digest, cabinet.get(digest))
    return len(digests)


def _rows(connection: Connection, table: Table) -> list[list[Any]]:
    found = connection.execute(select(table))
    rows = [[_plain(value) for value in row] for row in found]
    return sorted(rows, key=lambda row: json.dumps(row, ensure_ascii=False))


def _plain(value: Any) -> Any:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    tar.addfile(entry, io.BytesIO(content))


def imported(connection: Connection, cabinet: Cabinet, source: IO[bytes], name: str) -> int:
    """Fill an empty registry from a file; how many agreements came in.

    Raises `Refused`, with the transaction to be undone and no file left, where the registry is not
    empty, the file is none, or what came in does not verify.
    """
    if connection.execute(select(log.c.number).limit(1)).first():
        cure = "import into a new workspace: drafter init DIR"
        raise Refused([Diagnostic("registry-import", "the registry is not empty", None, cure)])
    try:
        form, rows = _read(cabinet, source, name)
        for table in data.sorted_tables:
            if form == HEAD or table.name not in CHANGED:
                _insert(connection, table, rows.get(table.name, []), name)
        _count_on(connection)
        if form == FIRST:
            _renew(connection, rows, name)
        found = [one for one in faults(connection, cabinet) if one.severity == ERROR]
        if found:
            raise Refused([_broken(name, "what it holds does not verify"), *found])
    except Refused:
        for digest in list(cabinet.digests()):
            cabinet.remove(digest)
        raise
    return len(rows.get("agreements", []))


def _renew(connection: Connection, rows: Rows, name: str) -> None:
    try:
        put_in(connection, rows)
    except (KeyError, ValueError, TypeError):
        raise Refused([_broken(name, "its tables are not whole")]) from None


def _read(cabinet: Cabinet, source: IO[bytes], name: str) -> tuple[str, Rows]:
    """The form of the rows of a file, and the rows, its kept files in their place."""
    try:
        with tarfile.open(fileobj=source, mode="r:") as tar:
            members = _members(tar, name)
            form, rows = _head(next(members, ("", b"")), name)
            for digest, content in members:
                if digest_of(content) != digest:
                    raise Refused([_broken(name, f"the file {digest[:12]} was changed")])
                cabinet.put(content)
            return form, rows
    except (tarfile.TarError, EOFError):
        raise Refused([_broken(name, "it cannot be read")]) from None


def _count_on(connection: Connection) -> None:
    """PostgreSQL counts by itself, and has not seen the rows that brought their numbers."""
    if connection.dialect.name == "postgresql":
        for table in ("ingredients", "makings", "frames"):
            counter = f"pg_get_serial_sequence('{table}', 'id')"
            connection.execute(text(f"SELECT setval({counter}, max(id)) FROM {table}"))


def _members(tar: tarfile.TarFile, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in tar:
        stream = tar.extractfile(entry) if entry.isreg() and entry.size <= LARGEST else None
        if stream is None:
            raise Refused([_broken(name, "it holds what no registry does")])
        yield entry.name.removeprefix(KEPT), stream.read()


def _head(first: tuple[str, bytes], name: str) -> tuple[str, Rows]:
    try:
        head = json.loads(first[1]) if first[0] == ROWS else {}
    except ValueError:
        head = {}
    if not isinstance(head, dict) or head.get("kind") != KIND:
        raise Refused([_broken(name, "it is no exported registry")])
    if head.get("tables") not in (FIRST, HEAD):
        raise Refused([_broken(name, "its tables are those of another drafter")])
    rows: Rows = head["rows"]
    return head["tables"], rows


def _insert(connection: Connection, table: Table, rows: list[list[Any]], name: str) -> None:
    binary = {one.name for one in table.columns if isinstance(one.type, LargeBinary)}
    columns = [one.name for one in table.columns]
    try:
        filled = [
            {
                key: base64.b64decode(value) if key in binary else value
                for key, value in zip(columns, row, strict=True)
            }
            for row in rows
        ]
    except (ValueError, TypeError):
        raise Refused([_broken(name, f"its table {table.name} is not whole")]) from None
    for start in range(0, len(filled), 500):
        connection.execute(insert(table), filled[start : start + 500])


def _broken(name: str, says: str) -> Diagnostic:
    cure = "take another copy of the export"
    return Diagnostic("registry-import", f"{name}: {says}", Place(name), cure)
