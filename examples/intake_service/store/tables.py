"""The tables. Times are seconds since 1970, in UTC; what is plain data is kept as JSON text."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

NEWEST = 2
"""The form of these tables: an older store is brought up to it, a newer one refused."""

metadata = MetaData()


def _deal() -> Column[int]:
    return Column("deal", Integer, ForeignKey("deals.id"), nullable=False, index=True)


def _who() -> tuple[Column[int], Column[str], Column[str]]:
    """When something was done, and by whom."""
    at = Column("at", BigInteger, nullable=False)
    return at, Column("part", String(16), nullable=False), Column("name", Text, nullable=False)


about = Table("about", metadata, Column("form", Integer, primary_key=True))

deals = Table(
    "deals", metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("data", Text, nullable=False),  # the answers file
    Column("sharing", Text, nullable=False),  # who is asked what, and who sees it
)  # fmt: skip

links = Table(
    "links", metadata,
    Column("id", Integer, primary_key=True),
    _deal(),
    Column("part", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("digest", String(64), nullable=False),  # of the secret, which is kept nowhere
    Column("expires", BigInteger, nullable=False),
    Column("revoked", BigInteger),
)  # fmt: skip

acts = Table(
    "acts", metadata,
    Column("id", Integer, primary_key=True),
    _deal(),
    Column("revision", Integer, nullable=False),
    *_who(),
    Column("did", Text, nullable=False),
    Column("questions", Text, nullable=False),
)  # fmt: skip

comments = Table(
    "comments", metadata,
    Column("id", Integer, primary_key=True),
    _deal(),
    Column("question", Text, nullable=False),
    *_who(),
    Column("text", Text, nullable=False),
    Column("inside", Integer, nullable=False),  # 1: not for the other side
)  # fmt: skip

decisions = Table(
    "decisions", metadata,
    Column("id", Integer, primary_key=True),
    _deal(),
    Column("revision", Integer, nullable=False),
    *_who(),
    Column("kind", String(16), nullable=False),  # reviewed, approved
    Column("agreement", Text, nullable=False),  # its id in the registry of the workspace
    Column("file", LargeBinary, nullable=False),
    Column("disclosed", Text, nullable=False),  # private answers that the file prints
)  # fmt: skip

once = Table(
    "once", metadata,
    Column("deal", Integer, ForeignKey("deals.id"), primary_key=True),
    Column("key", String(64), primary_key=True),  # of a page that was sent; a second is a repeat
)  # fmt: skip
