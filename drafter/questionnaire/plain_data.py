"""Answers as JSON or YAML hold them, made the words that an answers file would hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from drafter.kinds import NotAValue

_LARGEST_NUMBER = 10**60


def with_days_as_words(raw: Any) -> Any:
    """Plain data in which days are spelled as an answers file spells them.

    YAML readers make a date of an unquoted day, and `True` of the key `on` beside it.
    """
    if isinstance(raw, Mapping):
        return {"on" if key is True else key: with_days_as_words(one) for key, one in raw.items()}
    if isinstance(raw, list | tuple):
        return [with_days_as_words(one) for one in raw]
    return raw.isoformat() if type(raw) is date else raw


def file_words(raw: object) -> str | tuple[str, ...]:
    """JSON's true, false and numbers, and dates, are read as the words that a file would hold."""
    if isinstance(raw, list | tuple):
        return tuple(_word(one) for one in raw)
    return _word(raw)


def _word(raw: object) -> str:
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, str):
        return raw
    if isinstance(raw, int | float) and -_LARGEST_NUMBER < raw < _LARGEST_NUMBER:
        return str(raw)
    if isinstance(raw, int | float):
        raise NotAValue("this number cannot stand in an answer", "write it in figures")
    if raw is None:
        raise NotAValue("null is no answer", "answer it, or leave the question out")
    raise NotAValue("one value is expected here")
