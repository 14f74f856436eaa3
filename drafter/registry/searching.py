"""Who uses what: agreements by wording, digest, name and answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection, and_, select

from drafter.registry.flattening import flattened
from drafter.registry.model import ListedAgreement, Use
from drafter.registry.packing import Frames, in_parts, opened
from drafter.registry.reading import LISTED, events, held, listed
from drafter.registry.tables import (
    agreements,
    files,
    ingredients,
    made_of,
    names,
    particulars,
    revisions,
)

NEWEST = and_(
    revisions.c.agreement == agreements.c.id, revisions.c.revision == agreements.c.revision
)
_CURRENT = (
    select(agreements.c.id)
    .join(revisions, NEWEST)
    .join(made_of, made_of.c.making == revisions.c.making)
    .join(ingredients, ingredients.c.id == made_of.c.ingredient)
)
Fits = Callable[[str, str], bool]
"""Whether an answer, by its path and its value, is one that is looked for."""


def distinct_uses(connection: Connection) -> frozenset[Use]:
    """What all newest revisions were made of."""
    current = select(revisions.c.making).join(agreements, NEWEST).where(~agreements.c.erased)
    used = select(made_of.c.ingredient).where(made_of.c.making.in_(current))
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
    found = listed(connection, query)
    for fits in _wanted(answer, party):
        with_it = set(_answered(connection, (one.id for one in found), fits))
        found = tuple(one for one in found if one.id in with_it)
    return found


def amending(connection: Connection, agreement: str) -> tuple[ListedAgreement, ...]:
    """The agreements that amend one, oldest first."""
    newest = select(agreements.c.id).join(revisions, NEWEST)
    return listed(
        connection, LISTED.where(agreements.c.id.in_(newest.where(revisions.c.amends == agreement)))
    )


def amended(connection: Connection) -> frozenset[str]:
    """The ids of the agreements that the newest revision of another one amends."""
    query = select(revisions.c.amends).join(agreements, NEWEST).where(revisions.c.amends != "")
    return frozenset(connection.execute(query.distinct()).scalars())


def _wanted(answer: str, party: str) -> Iterator[Fits]:
    if answer:
        name, given, value = answer.partition("=")
        yield (
            lambda path, said: (
                name in (path, path.partition(".")[0]) and (not given or said == value)
            )
        )
    if party:
        yield (
            lambda path, said: (
                path.startswith("parties.")
                and path.endswith((".name", ".short_name"))
                and party.lower() in said.lower()
            )
        )


def _answered(connection: Connection, ids: Iterable[str], fits: Fits) -> Iterator[str]:
    """Which of some agreements have such an answer now: each is asked, for the answers lie packed
    with what their entry seals."""
    current = (
        select(agreements.c.id, particulars.c.content)
        .join(revisions, NEWEST)
        .join(particulars, particulars.c.entry == revisions.c.entry)
    )
    for some in in_parts(list(ids)):
        for id, content in connection.execute(current.where(agreements.c.id.in_(some))):
            said = opened(content)
            if any(fits(*one) for one in flattened(said["answers"], said["taken"])):
                yield id


def last_step(
    connection: Connection, event: str, digest: str, output: str, frames: Frames
) -> ListedAgreement | None:
    """The agreement whose last entry is this event, with a file that was to be laid at `output`."""
    query = (
        select(files.c.agreement).where(files.c.kind == event, files.c.digest == digest).distinct()
    )
    for agreement in connection.execute(query).scalars().all():
        entry, said = events(connection, agreement, frames)[-1]
        if entry.event == event and said.get("output") == output:
            return held(connection, agreement)
    return None
