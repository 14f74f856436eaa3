"""The details of a revision in tables of their own, so that they can be searched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, insert, select

from drafter.registry.flattening import flattened
from drafter.registry.model import DraftedRevision, Use
from drafter.registry.tables import answers, ingredients, uses, wordings


def add_uses(
    connection: Connection, agreement: str, revision: int, made_of: tuple[Use, ...]
) -> None:
    """What a revision was made of; each thing stands in the registry once."""
    known = _known(connection, made_of)
    new = [use for use in dict.fromkeys(made_of) if use not in known]
    if new:
        connection.execute(insert(ingredients), [use._asdict() for use in new])
        known = _known(connection, made_of)
    rows = [
        {"agreement": agreement, "revision": revision, "ingredient": known[use]}
        for use in dict.fromkeys(made_of)
    ]
    if rows:
        connection.execute(insert(uses), rows)


def _known(connection: Connection, made_of: tuple[Use, ...]) -> dict[Use, int]:
    digests = list({use.digest for use in made_of})
    found: dict[Use, int] = {}
    for some in _in_hundreds(digests):
        rows = connection.execute(select(ingredients).where(ingredients.c.digest.in_(some)))
        found |= {Use(*row[1:]): row[0] for row in rows}
    return found


def _in_hundreds(values: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(values), 100):
        yield values[start : start + 100]


def add_wordings(connection: Connection, texts: Mapping[str, str]) -> None:
    """The texts of wordings, each once."""
    known: set[str] = set()
    for some in _in_hundreds(list(texts)):
        rows = connection.execute(select(wordings.c.digest).where(wordings.c.digest.in_(some)))
        known |= set(rows.scalars())
    new = [
        {"digest": digest, "text": text} for digest, text in texts.items() if digest not in known
    ]
    if new:
        connection.execute(insert(wordings), new)


def replace_answers(connection: Connection, agreement: str, draft: DraftedRevision) -> None:
    """The answers of the newest revision, to be searched."""
    connection.execute(answers.delete().where(answers.c.agreement == agreement))
    rows = [
        {"agreement": agreement, "question": path.split(".")[0], "path": path, "value": value}
        for path, value in flattened(draft.answers, draft.taken)
    ]
    if rows:
        connection.execute(insert(answers), rows)
