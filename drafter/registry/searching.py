"""Who uses what: agreements by wording, digest, name and answer."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from drafter.registry.model import ListedAgreement, Use
from drafter.registry.reading import LISTED, events, held, listed
from drafter.registry.tables import agreements, answers, files, ingredients, names, uses

_NEWEST = and_(uses.c.agreement == agreements.c.id, uses.c.revision == agreements.c.revision)
_CURRENT = (
    select(agreements.c.id)
    .join(uses, _NEWEST)
    .join(ingredients, ingredients.c.id == uses.c.ingredient)
)


def distinct_uses(connection: Connection) -> frozenset[Use]:
    """What all newest revisions were made of."""
    used = select(uses.c.ingredient).join(agreements, _NEWEST).where(~agreements.c.erased)
    query = select(ingredients).where(ingredients.c.id.in_(used))
    return frozenset(Use(*row[1:]) for row in connection.execute(query))


def users(connection: Connection, use: Use) -> tuple[str, ...]:
    """The agreements whose newest revision was made of this."""
    same = [ingredients.c[name] == value for name, value in use._asdict().items()]
    query = _CURRENT.where(*same).order_by(agreements.c.number)
    return tuple(connection.execute(query).scalars())


def find(
    connection: Connection, wording: str, digest: str, matter: str, answer: str, party: str = ""
) -> tuple[ListedAgreement, ...]:
    """The agreements that fit everything given."""
    query = LISTED
    if wording:
        topic, _, variant = wording.partition("/")
        same = [ingredients.c.kind == "wording", ingredients.c.name == topic]
        same += [ingredients.c.choice == variant] if variant else []
        query = query.where(agreements.c.id.in_(_CURRENT.where(*same)))
    if digest:
        begins = ingredients.c.digest.startswith(digest.lower(), autoescape=True)
        query = query.where(agreements.c.id.in_(_CURRENT.where(begins)))
    if matter:
        query = query.where(names.c.matter.icontains(matter, autoescape=True))
    if answer:
        query = query.where(agreements.c.id.in_(_answered(answer)))
    if party:
        query = query.where(agreements.c.id.in_(_with_party(party)))
    return listed(connection, query)


def _with_party(party: str) -> Select[Any]:
    """Agreements with a party whose name or short name has these words."""
    named = or_(answers.c.path.endswith(".name"), answers.c.path.endswith(".short_name"))
    has = answers.c.value.icontains(party, autoescape=True)
    return select(answers.c.agreement).where(answers.c.question == "parties", named, has)


def _answered(answer: str) -> Select[Any]:
    name, given, value = answer.partition("=")
    fits: ColumnElement[bool] = or_(answers.c.question == name, answers.c.path == name)
    if given:
        fits = and_(fits, answers.c.value == value)
    return select(answers.c.agreement).where(fits)


def last_step(
    connection: Connection, event: str, digest: str, output: str
) -> ListedAgreement | None:
    """The agreement whose last entry is this event, with a file that was to be laid at `output`."""
    query = (
        select(files.c.agreement).where(files.c.kind == event, files.c.digest == digest).distinct()
    )
    for agreement in connection.execute(query).scalars().all():
        entry, said = events(connection, agreement)[-1]
        if entry.event == event and said.get("output") == output:
            return held(connection, agreement)
    return None
