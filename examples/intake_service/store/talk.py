"""What is said about a deal: comments on questions; reviews and approvals of a revision."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update

from examples.intake_service.parts import Part
from examples.intake_service.store.database import Database
from examples.intake_service.store.deals import Repeated, note, refuse_repeated, remember
from examples.intake_service.store.model import Act, Comment, Decision
from examples.intake_service.store.tables import comments, deals, decisions


@dataclass(frozen=True, slots=True)
class Talk:
    """The comments and decisions of a database."""

    database: Database

    def say(self, deal: int, comment: Comment, key: str = "") -> None:
        """Keep a comment. Raises `Repeated` for a page that was sent before."""
        values = {**comment._asdict(), "part": comment.part.value, "inside": int(comment.inside)}
        with self.database.writing() as connection:
            refuse_repeated(connection, deal, key)
            connection.execute(insert(comments).values(deal=deal, **values))
            remember(connection, deal, key)

    def comments(self, deal: int) -> list[Comment]:
        """The comments of a deal, the oldest first."""
        chosen = select(comments).where(comments.c.deal == deal).order_by(comments.c.id)
        with self.database.reading() as connection:
            rows = connection.execute(chosen).all()
        return [Comment(row.question, row.at, Part(row.part), row.name, row.text, bool(row.inside))
                for row in rows]  # fmt: skip

    def decide(self, deal: int, decision: Decision, act: Act) -> int:
        """Keep a review or an approval, and give its number; 0 where the deal has another revision
        by now. Raises `Repeated` where that was decided of the revision before."""
        values: dict[str, Any] = {**decision._asdict(), "part": decision.part.value,
                                  "disclosed": json.dumps(decision.disclosed)}  # fmt: skip
        same = (deals.c.id == deal) & (deals.c.revision == decision.revision)
        before = select(decisions.c.id).where(
            decisions.c.deal == deal, decisions.c.revision == decision.revision,
            decisions.c.kind == decision.kind)  # fmt: skip
        with self.database.writing() as connection:
            now = connection.execute(select(deals.c.id).where(same).with_for_update())
            if now.scalar() is None:
                return 0
            if connection.execute(before).scalar() is not None:
                raise Repeated
            made = connection.execute(insert(decisions).values(deal=deal, **values))
            note(connection, deal, act._replace(revision=decision.revision))
            (id,) = made.inserted_primary_key or (0,)
        return int(id)

    def recorded(self, decision: int, agreement: str) -> None:
        """Write down under which id the registry has what was approved."""
        with self.database.writing() as connection:
            there = update(decisions).where(decisions.c.id == decision)
            connection.execute(there.values(agreement=agreement))

    def withdraw(self, decision: int, deal: int, act: Act) -> None:
        """Take back an approval that the registry could not record."""
        with self.database.writing() as connection:
            connection.execute(delete(decisions).where(decisions.c.id == decision))
            note(connection, deal, act)

    def decisions(self, deal: int) -> list[Decision]:
        """The reviews and approvals of a deal, the newest first."""
        chosen = select(decisions).where(decisions.c.deal == deal).order_by(decisions.c.id.desc())
        with self.database.reading() as connection:
            rows = connection.execute(chosen).all()
        return [Decision(row.revision, row.at, Part(row.part), row.name, row.kind, row.agreement,
                         bytes(row.file), tuple(json.loads(row.disclosed)))
                for row in rows]  # fmt: skip
