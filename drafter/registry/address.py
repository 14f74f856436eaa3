"""Where a registry is: a path, or the URL of a database, whose password nobody is shown."""

from __future__ import annotations

import re

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from drafter.diagnostics import Diagnostic, Place, Refused

_SECRETS = ((r"://([^:/@]*):.*@", r"://\1:***@"), (r"(?i)(password=)[^&]*", r"\1***"))
_CURE = "write it postgresql+psycopg://user:password@host/name, and an `@` in a password %40"


def url_of(where: str) -> URL:
    """The URL of a registry. Raises `Refused`; the reason is not told, for it may hold a part of a
    password."""
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        raise _no_url(where) from None
    if "@" in (url.host or ""):
        raise _no_url(where)
    return url


def without_password(where: str) -> str:
    """The place as it may be told.

    >>> without_password("postgresql://ann:a@b:c/d@host/name?password=x")
    'postgresql://ann:***@host/name?password=***'
    """
    for secret, shown in _SECRETS if "://" in where else ():
        where = re.sub(secret, shown, where)
    return where


def _no_url(where: str) -> Refused:
    shown = without_password(where)
    says = f"{shown}: this is no URL of a database"
    return Refused([Diagnostic("registry", says, Place(shown), _CURE)])
