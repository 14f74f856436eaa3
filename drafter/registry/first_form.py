"""The form that registries had at first: each revision with uses of its own, each text in full.

A registry of that form is brought into today's when it is opened, an export when it is taken in.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert

from drafter.registry.details import making
from drafter.registry.model import Use
from drafter.registry.packing import packed
from drafter.registry.tables import particulars, revisions

FIRST = "0001"
CHANGED = ("revisions", "particulars")
"""The tables whose rows are other ones today."""


def plain(content: bytes) -> dict[str, Any] | None:
    """Particulars as they lay there; None for what cannot be read, which a verification names."""
    try:
        found = json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))
    except (zlib.error, ValueError):
        return None
    return found if isinstance(found, dict) else None


def amended(found: Mapping[str, Any] | None) -> str:
    """The agreement that a revision amends, by its particulars."""
    return str(((found or {}).get("amends") or {}).get("agreement", ""))


def put_in(connection: Connection, rows: Mapping[str, list[list[Any]]]) -> None:
    """The rows of an export of that form, as far as they are other ones today.

    Raises `ValueError` or `TypeError` for rows that are none.
    """
    said = {entry: base64.b64decode(content) for entry, _, _, content in rows["particulars"]}
    _put_revisions(connection, rows, {entry: plain(one) for entry, one in said.items()})
    for entry, agreement, salt, _ in rows["particulars"]:
        found = plain(said[entry])
        content = said[entry] if found is None else packed(connection, found)
        row = {"entry": entry, "agreement": agreement, "salt": salt, "content": content}
        connection.execute(insert(particulars), row)


def _put_revisions(
    connection: Connection,
    rows: Mapping[str, list[list[Any]]],
    said: Mapping[int, dict[str, Any] | None],
) -> None:
    things = {id: Use(*rest) for id, *rest in rows["ingredients"]}
    made_of: defaultdict[tuple[str, int], list[Use]] = defaultdict(list)
    for agreement, number, ingredient in rows["uses"]:
        made_of[agreement, number].append(things[ingredient])
    names = [one.name for one in revisions.columns]
    for row in rows["revisions"]:
        agreement, number, entry, *_ = row
        more = [making(connection, made_of[agreement, number]), amended(said.get(entry))]
        connection.execute(insert(revisions), dict(zip(names, [*row, *more], strict=True)))
