"""Which agreements were made from the same and came out as the same file.

They come out the same again, whoever they are recorded for, so that one of them tells of all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from drafter.registry.chain import canonical
from drafter.registry.packing import BLOCKS, in_parts, opened
from drafter.registry.searching import NEWEST
from drafter.registry.tables import agreements, particulars, revisions

_MADE = (
    select(agreements.c.id, revisions.c.purpose, revisions.c.making, particulars.c.content)
    .join(revisions, NEWEST)
    .join(particulars, particulars.c.entry == revisions.c.entry)
)


def made_from(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Some agreements, each with a digest of what its newest revision was made from: the same for
    all that are alike. Texts are not put together for it: the same frames and holes, the same
    words."""
    for some in in_parts(list(ids)):
        for id, purpose, making, content in connection.execute(
            _MADE.where(agreements.c.id.in_(some))
        ):
            yield id, _digest(purpose, making, opened(content))


def _digest(purpose: str, making: int, said: Mapping[str, Any]) -> str:
    parts = [said.get(name) for name in ("answers", "taken", BLOCKS, "amends")]
    made = canonical([purpose, making, said["files"]["drafted"], *parts])
    return hashlib.sha256(made.encode("utf-8", "surrogatepass")).hexdigest()
