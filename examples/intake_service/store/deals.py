"""Deals: made, listed, read, and saved only where nobody else saved meanwhile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Connection

from examples.intake_service.parts import Part
from examples.intake_service.store.database import Database
from examples.intake_service.store.model import Act, Deal, Listed
from examples.intake_service.store.tables import acts, deals, once

MOST = 200  # deals on a page of the list


class Repeated(Exception):
    """A page that was sent before: what it asked for was done then."""


@dataclass(frozen=True, slots=True)
class Deals:
    """The deals of a database."""

    database: Database

    def new(self, name: str, precedent: str, act: Act) -> int:
        """A new deal; gives its number."""
        data = _text({"precedent": precedent, "answers": {}})
        values = {"name": name, "made": act.at, "revision": 1, "data": data}
        with self.database.writing() as connection:
            sharing = _sharing(Deal(0, name, 0, {}, {}, ()))
            made = connection.execute(insert(deals).values(sharing=sharing, **values))
            (id,) = made.inserted_primary_key or (0,)
            note(connection, id, act._replace(revision=1))
        return int(id)

    def get(self, id: int) -> Deal:
        """A deal as it was saved. Raises `KeyError`."""
        with self.database.reading() as connection:
            row = connection.execute(select(deals).where(deals.c.id == id)).one_or_none()
        if row is None:
            raise KeyError(id)
        sharing = json.loads(row.sharing)
        asked_of = {name: Part(part) for name, part in sharing["asked_of"].items()}
        lists = {key: tuple(sharing[key]) for key in ("private", "each", "theirs")}
        return Deal(row.id, row.name, row.revision, json.loads(row.data), asked_of, **lists)

    def revision(self, id: int) -> int:
        """The number of the newest revision of a deal; 0 where there is none."""
        with self.database.reading() as connection:
            found = connection.execute(select(deals.c.revision).where(deals.c.id == id)).scalar()
        return int(found or 0)

    def listed(self, words: str = "") -> tuple[list[Listed], int]:
        """The deals whose names have these words, the newest first, and how many there are."""
        lower = func.lower(deals.c.name)
        has = [lower.contains(word.lower(), autoescape=True) for word in words.split()]
        columns = deals.c.id, deals.c.name, deals.c.made, deals.c.revision
        chosen = select(*columns).where(*has).order_by(deals.c.id.desc()).limit(MOST)
        with self.database.reading() as connection:
            found = [Listed(*row) for row in connection.execute(chosen)]
            count = connection.execute(select(func.count(deals.c.id)).where(*has)).scalar()
        return found, int(count or 0)

    def save(self, deal: Deal, data: Mapping[str, Any], act: Act, key: str = "") -> bool:
        """Save the answers of a deal as its next revision, unless somebody else saved since it was
        read. `key` is of the page that was sent: raises `Repeated` where it was sent before."""
        return self._next(deal, {"data": _text(data)}, act, key)

    def share(self, deal: Deal, act: Act) -> bool:
        """Save who is asked what, what is private, and who has which records, as this deal has
        them: its next revision."""
        return self._next(deal, {"sharing": _sharing(deal)}, act, "")

    def _next(self, deal: Deal, values: dict[str, str], act: Act, key: str) -> bool:
        number = deal.revision + 1
        same = (deals.c.id == deal.id) & (deals.c.revision == deal.revision)
        with self.database.writing() as connection:
            refuse_repeated(connection, deal.id, key)
            change = update(deals).where(same).values(revision=number, **values)
            saved = connection.execute(change).rowcount == 1
            if saved:
                note(connection, deal.id, act._replace(revision=number))
                remember(connection, deal.id, key)
        return saved

    def acts(self, id: int) -> list[Act]:
        """What happened to a deal, the newest first."""
        chosen = select(acts).where(acts.c.deal == id).order_by(acts.c.id.desc())
        with self.database.reading() as connection:
            return [_act(row) for row in connection.execute(chosen)]


def refuse_repeated(connection: Connection, deal: int, key: str) -> None:
    """Raise `Repeated` where a page was sent before."""
    there = select(once.c.key).where(once.c.deal == deal, once.c.key == key)
    if key and connection.execute(there).scalar() is not None:
        raise Repeated


def remember(connection: Connection, deal: int, key: str) -> None:
    """Note that a page was sent."""
    if key:
        connection.execute(insert(once).values(deal=deal, key=key))


def note(connection: Connection, deal: int, act: Act) -> None:
    """Write an act into the history of a deal."""
    values = {**act._asdict(), "part": act.part.value, "questions": _text(list(act.questions))}
    connection.execute(insert(acts).values(deal=deal, **values))


def _act(row: Any) -> Act:
    questions = tuple(json.loads(row.questions))
    return Act(row.at, Part(row.part), row.name, row.did, questions, row.revision)


def _sharing(deal: Deal) -> str:
    lists = {"private": deal.private, "each": deal.each, "theirs": deal.theirs}
    asked_of = {name: part.value for name, part in deal.asked_of.items()}
    return _text({"asked_of": asked_of} | {key: sorted(one) for key, one in lists.items()})


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)
