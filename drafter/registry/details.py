"""The details of entries and revisions in tables of their own: searched, and erased."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, insert, select

from drafter.registry.flattening import flattened
from drafter.registry.model import DraftedRevision, LogEntry, Use
from drafter.registry.tables import answers, files, ingredients, particulars, uses, wordings


def add_particulars(connection: Connection, entry: LogEntry, salt: str, content: str) -> None:
    """What the entry seals by a salted digest, packed."""
    packed = zlib.compress(content.encode("utf-8", "surrogatepass"), level=1)
    row = {"entry": entry.number, "agreement": entry.agreement, "salt": salt, "content": packed}
    connection.execute(insert(particulars), row)


def add_files(connection: Connection, entry: LogEntry, kept: Mapping[str, str]) -> None:
    """The digests of the files kept with an entry, by kind."""
    about = {"entry": entry.number, "agreement": entry.agreement, "revision": entry.revision}
    rows = [{**about, "kind": kind, "digest": digest} for kind, digest in kept.items()]
    if rows:
        connection.execute(insert(files), rows)


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
