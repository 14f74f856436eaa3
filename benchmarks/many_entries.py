"""An export in which each agreement stands many times, for a registry of any size.

Each copy is an agreement of its own, with its own entries in the log, sealed in turn: it comes in
through the door that every export comes through, and is verified there.
"""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from drafter.registry.carrying import ROWS
from drafter.registry.chain import next_entry
from drafter.registry.model import LogEntry

Row = list[Any]
Tables = dict[str, list[Row]]


def multiplied(export: Path, count: int, to: Path) -> None:
    """Write an export of so many agreements, those of another in turn."""
    with tarfile.open(export) as old, tarfile.open(to, "w", format=tarfile.USTAR_FORMAT) as new:
        for member in old:
            stream = old.extractfile(member)
            assert stream is not None
            data = stream.read()
            if member.name == ROWS:
                head = json.loads(data)
                _multiply(head["rows"], count)
                data = json.dumps(head).encode()
            member.size = len(data)
            new.addfile(member, io.BytesIO(data))


def _multiply(tables: Tables, count: int) -> None:
    """The rows of each agreement and of its one entry, again and again."""
    old = sorted(tables["agreements"], key=lambda row: int(row[1]))
    log = {row[3]: LogEntry(*row) for row in tables["log"]}
    assert len(log) == len(tables["log"]), "each agreement has one entry"
    beside = {name: _by_agreement(tables[name], place) for name, place in _AGREEMENT.items()}
    made: Tables = {name: [] for name in ("agreements", "log", *_AGREEMENT)}
    last: LogEntry | None = None
    for number in range(1, count + 1):
        source = old[(number - 1) % len(old)]
        id, entry = f"A-{number:04d}", log[source[0]]
        last = next_entry(last, entry.at, entry.event, id, entry.revision, entry.kept, entry.beside)
        made["agreements"].append([id, number, *source[2:]])
        made["log"].append(list(last))
        for name, rows in beside.items():
            made[name] += _copied(name, rows[source[0]], id, number)
    tables |= made


_AGREEMENT = {"names": 0, "revisions": 0, "particulars": 1, "files": 2}
_ENTRY = {"revisions": 2, "particulars": 0, "files": 0}


def _by_agreement(rows: list[Row], place: int) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[place], []).append(row)
    return found


def _copied(name: str, rows: list[Row], id: str, entry: int) -> Iterator[Row]:
    for row in rows:
        copy = [*row]
        copy[_AGREEMENT[name]] = id
        if name in _ENTRY:
            copy[_ENTRY[name]] = entry
        yield copy
