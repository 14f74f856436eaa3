"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_KEYS = {
    "agreements": ("id",),
    "names": ("agreement",),
    "revisions": ("agreement", "revision"),
    "ingredients": ("id",),
    "uses": ("agreement", "revision", "ingredient"),
    "wordings": ("digest",),
    "log": ("number",),
    "particulars": ("entry",),
    "answers": (),
    "files": ("entry", "kind"),
    "removals": ("digest",),
}
_COLUMNS = {
    "agreements": "id number:int precedent status revision:int at erased:bool",
    "names": "agreement matter:text",
    "revisions": "agreement revision:int entry:int purpose library salt",
    "ingredients": "id:int kind name choice digest",
    "uses": "agreement revision:int ingredient:int",
    "wordings": "digest text:text",
    "log": "number:int at event agreement revision:int kept beside previous hash",
    "particulars": "entry:int agreement salt content:bytes",
    "answers": "agreement question path value:text",
    "files": "entry:int kind agreement revision:int digest",
    "removals": "digest",
}
_INDEXES = (
    ("agreements", ("number",), True),
    ("ingredients", ("kind", "name", "choice", "digest"), True),
    ("ingredients", ("digest",), False),
    ("uses", ("ingredient",), False),
    ("particulars", ("agreement",), False),
    ("answers", ("question",), False),
    ("answers", ("agreement",), False),
    ("files", ("agreement",), False),
    ("files", ("digest",), False),
    ("log", ("agreement",), False),
)


def upgrade() -> None:
    """Make the tables and what makes them quick to search."""
    for table, columns in _COLUMNS.items():
        op.create_table(table, *(_column(table, one) for one in columns.split()))
    for table, searched, unique in _INDEXES:
        op.create_index(f"{table}_by_{'_'.join(searched)}", table, list(searched), unique=unique)


def _column(table: str, spelled: str) -> sa.Column[object]:
    name, _, kind = spelled.partition(":")
    kinds = {
        "": sa.String,
        "int": sa.Integer,
        "bool": sa.Boolean,
        "text": sa.Text,
        "bytes": sa.LargeBinary,
    }
    key = name in _KEYS[table]
    return sa.Column(
        name,
        kinds[kind](),
        primary_key=key,
        nullable=False,
        autoincrement=table == "ingredients" and key,
    )
