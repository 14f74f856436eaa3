"""The details of entries and revisions in tables of their own: searched, and erased."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from drafter.registry.chain import canonical
from drafter.registry.model import LogEntry, Use
from drafter.registry.packing import in_parts, packed
from drafter.registry.tables import files, ingredients, made_of, makings, particulars, wordings


def add_particulars(
    connection: Connection, entry: LogEntry, salt: str, content: Mapping[str, Any]
) -> None:
    """What the entry seals by a salted digest, packed."""
    row = {"entry": entry.number, "agreement": entry.agreement, "salt": salt,
           "content": packed(connection, content)}  # fmt: skip
    connection.execute(insert(particulars), row)


def add_files(connection: Connection, entry: LogEntry, kept: Mapping[str, str]) -> None:
    """The digests of the files kept with an entry, by kind."""
    about = {"entry": entry.number, "agreement": entry.agreement, "revision": entry.revision}
    rows = [{**about, "kind": kind, "digest": digest} for kind, digest in kept.items()]
    if rows:
        connection.execute(insert(files), rows)


def making(connection: Connection, uses: Iterable[Use]) -> int:
    """The number of what a revision was made of: the same for all that were made of the same."""
    every = sorted(set(uses))
    digest = hashlib.sha256(canonical(every).encode("utf-8", "surrogatepass")).hexdigest()
    same = select(makings.c.id).where(makings.c.digest == digest)
    if (known := connection.execute(same).scalar()) is not None:
        return int(known)
    connection.execute(insert(makings), {"digest": digest})
    number = int(connection.execute(same).scalar_one())
    ids = _ingredients(connection, every)
    rows = [{"making": number, "ingredient": ids[use]} for use in every]
    if rows:
        connection.execute(insert(made_of), rows)
    return number


def _ingredients(connection: Connection, uses: list[Use]) -> dict[Use, int]:
    """The number of each thing; what is new is put in."""
    known = _known(connection, uses)
    new = [use for use in uses if use not in known]
    if new:
        connection.execute(insert(ingredients), [use._asdict() for use in new])
        known = _known(connection, uses)
    return known


def _known(connection: Connection, uses: list[Use]) -> dict[Use, int]:
    found: dict[Use, int] = {}
    for some in in_parts(list({use.digest for use in uses})):
        rows = connection.execute(select(ingredients).where(ingredients.c.digest.in_(some)))
        found |= {Use(*row[1:]): row[0] for row in rows}
    return found


def add_wordings(connection: Connection, texts: Mapping[str, str]) -> None:
    """The texts of wordings, each once."""
    known: set[str] = set()
    for some in in_parts(list(texts)):
        rows = connection.execute(select(wordings.c.digest).where(wordings.c.digest.in_(some)))
        known |= set(rows.scalars())
    new = [
        {"digest": digest, "text": text} for digest, text in texts.items() if digest not in known
    ]
    if new:
        connection.execute(insert(wordings), new)
