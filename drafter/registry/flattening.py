"""Answers as lines that can be searched: a path and a value each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def flattened(record: Mapping[str, Any], taken: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each answer of a deal record, and each recommendation that was taken.

    >>> list(flattened({"answers": {"parties": {"a": {"name": "A Ltd"}}}}, {"exit": "yes"}))
    [('parties.a.name', 'A Ltd'), ('exit', 'yes')]
    """
    yield from _under("", {**dict(record.get("answers") or {}), **taken})


def _under(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _under(f"{path}.{key}" if path else str(key), one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _under(path, one)
    elif isinstance(value, bool):
        yield path, "yes" if value else "no"
    else:
        yield path, str(value)
