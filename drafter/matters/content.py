"""Digests of what library values say, whichever line of a file they stand on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from drafter.diagnostics import Place


def content_digest(value: object) -> str:
    """A digest of a value of the library that does not hang on places.

    >>> content_digest(("a", Place("x.md", 1))) == content_digest(("a", Place("y.md", 9)))
    True
    """
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> object:
    if value is None or type(value) in (str, int, bool):
        return value
    match value:
        case Place():
            return None
        case Enum():
            return value.value
        case Decimal() | date():
            return str(value)
        case Mapping():
            return {str(key): _plain(one) for key, one in value.items()}
        case frozenset():
            return sorted(json.dumps(_plain(one)) for one in value)
        case tuple():
            return [_plain(one) for one in value]
    if not is_dataclass(value):
        raise TypeError(f"a library holds no {type(value).__name__}")
    return [type(value).__name__, *(_plain(getattr(value, one.name)) for one in fields(value))]
