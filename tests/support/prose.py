"""Clause text in tests: read it, name its faults, compare trees without their places."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from drafter.diagnostics import Place
from drafter.prose.model import Text, Words
from drafter.prose.read import read_prose
from drafter.prose.walk import inlines
from support.names import DEAL


def read(source: str, language: str = "en") -> Text:
    """The tree of a text that must have no fault."""
    text, faults = read_prose(source, "text.md", DEAL, language=language)
    assert not faults, faults
    return text


def word_stretches(text: Text) -> list[Words]:
    """Every stretch of plain words."""
    return [inline for inline in inlines(text) if isinstance(inline, Words)]


def faults(source: str) -> list[str]:
    """The faults of a text as `line:column rule`."""
    found = read_prose(source, "text.md", DEAL)[1]
    return [f"{f.place.line}:{f.place.column} {f.rule}" for f in found if f.place]


def placeless(value: Any) -> Any:
    """The same tree without places."""
    if isinstance(value, tuple):
        return tuple(placeless(part) for part in value)
    if isinstance(value, Place):
        return None
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: placeless(getattr(value, f.name)) for f in fields(value)})
    return value
