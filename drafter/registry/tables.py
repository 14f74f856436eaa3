"""The tables of the registry, as this drafter reads them; `migrations/` makes them.

`names`, `particulars`, `frames` and `files` hold what can be erased. What many agreements share
stands once: `makings` are what revisions were made of, `frames` the words of paragraphs.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, LargeBinary, MetaData, String, Table, Text

HEAD = "0002"
"""The newest migration: a registry that stands there needs none."""

data = MetaData()


def _counted() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _key(name: str, kind: type = String) -> Column[str]:
    return Column(name, kind, primary_key=True, autoincrement=False)


agreements = Table(
    "agreements",
    data,
    _key("id"),
    Column("number", Integer),
    Column("precedent", String),
    Column("status", String),
    Column("revision", Integer),
    Column("at", String),
    Column("erased", Boolean),
)
names = Table("names", data, _key("agreement"), Column("matter", Text))
revisions = Table(
    "revisions",
    data,
    _key("agreement"),
    _key("revision", Integer),
    Column("entry", Integer),
    Column("purpose", String),
    Column("library", String),
    Column("salt", String),
    Column("making", Integer),
    Column("amends", String),  # the agreement that it amends, or nothing
)
ingredients = Table(
    "ingredients",
    data,
    _counted(),
    Column("kind", String),
    Column("name", String),
    Column("choice", String),
    Column("digest", String),
)
makings = Table("makings", data, _counted(), Column("digest", String))
made_of = Table("made_of", data, _key("making", Integer), _key("ingredient", Integer))
frames = Table("frames", data, _counted(), Column("digest", String), Column("text", Text))
wordings = Table("wordings", data, _key("digest"), Column("text", Text))
log = Table(
    "log",
    data,
    _key("number", Integer),
    Column("at", String),
    Column("event", String),
    Column("agreement", String),
    Column("revision", Integer),
    Column("kept", String),
    Column("beside", String),
    Column("previous", String),
    Column("hash", String),
)
particulars = Table(
    "particulars",
    data,
    _key("entry", Integer),
    Column("agreement", String),
    Column("salt", String),
    Column("content", LargeBinary),
)
files = Table(
    "files",
    data,
    _key("entry", Integer),
    _key("kind"),
    Column("agreement", String),
    Column("revision", Integer),
    Column("digest", String),
)
removals = Table("removals", data, _key("digest"))
