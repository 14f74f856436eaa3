"""The tables of the registry, as this drafter reads them; `migrations/` makes them.

`names`, `particulars`, `answers` and `files` hold what can be erased.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, LargeBinary, MetaData, String, Table, Text

HEAD = "0001"
"""The newest migration: a registry that stands there needs none."""

data = MetaData()


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
)
ingredients = Table(
    "ingredients",
    data,
    Column("id", Integer, primary_key=True),
    Column("kind", String),
    Column("name", String),
    Column("choice", String),
    Column("digest", String),
)
uses = Table(
    "uses", data, _key("agreement"), _key("revision", Integer), _key("ingredient", Integer)
)
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
answers = Table(
    "answers",
    data,
    Column("agreement", String),
    Column("question", String),
    Column("path", String),
    Column("value", Text),
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
