"""What many agreements share stands once: makings in place of uses, frames in place of texts.

The answers stand with what their entry seals, and no second time to be searched.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from drafter.registry.details import making
from drafter.registry.first_form import amended, plain
from drafter.registry.model import Use
from drafter.registry.packing import packed

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, put each row into its new form, and drop what is left."""
    _make_tables()
    connection = op.get_bind()
    _put_makings(connection)
    _pack(connection)
    for table in ("uses", "answers"):
        op.drop_table(table)


def _make_tables() -> None:
    for table in ("makings", "frames"):
        op.create_table(
            table,
            sa.Column("id", sa.Integer, primary_key=True, nullable=False),
            sa.Column("digest", sa.String, nullable=False),
            *([sa.Column("text", sa.Text, nullable=False)] if table == "frames" else []),
            sqlite_autoincrement=True,
        )
        op.create_index(f"{table}_by_digest", table, ["digest"], unique=True)
    keys = [
        sa.Column(name, sa.Integer, primary_key=True, autoincrement=False, nullable=False)
        for name in ("making", "ingredient")
    ]
    op.create_table("made_of", *keys, sqlite_with_rowid=False)
    op.create_index("made_of_by_ingredient", "made_of", ["ingredient"])
    op.add_column("revisions", sa.Column("making", sa.Integer, nullable=False, server_default="0"))
    op.add_column("revisions", sa.Column("amends", sa.String, nullable=False, server_default=""))
    op.create_index("revisions_by_making", "revisions", ["making"])
    op.create_index("revisions_by_amends", "revisions", ["amends"])


def _put_makings(connection: sa.Connection) -> None:
    used = sa.text(
        "SELECT i.kind, i.name, i.choice, i.digest FROM uses u JOIN ingredients i"
        " ON i.id = u.ingredient WHERE u.agreement = :agreement AND u.revision = :revision"
    )
    put = sa.text(
        "UPDATE revisions SET making = :making"
        " WHERE agreement = :agreement AND revision = :revision"
    )
    every = connection.execute(sa.text("SELECT agreement, revision FROM revisions")).all()
    for agreement, number in every:
        of = {"agreement": agreement, "revision": number}
        uses = [Use(*row) for row in connection.execute(used, of)]
        connection.execute(put, {**of, "making": making(connection, uses)})


def _pack(connection: sa.Connection) -> None:
    read = sa.text("SELECT content FROM particulars WHERE entry = :entry")
    put = sa.text("UPDATE particulars SET content = :content WHERE entry = :entry").bindparams(
        sa.bindparam("content", type_=sa.LargeBinary)
    )
    note = sa.text("UPDATE revisions SET amends = :amends WHERE entry = :entry")
    for entry in connection.execute(sa.text("SELECT entry FROM particulars")).scalars().all():
        found = plain(bytes(connection.execute(read, {"entry": entry}).scalar_one()))
        if found is not None:
            connection.execute(put, {"entry": entry, "content": packed(connection, found)})
            connection.execute(note, {"entry": entry, "amends": amended(found)})
