"""The examples drafted once for all tests."""

from __future__ import annotations

from functools import cache
from typing import Any

from drafter.drafting import Draft, Library, load_library
from support.command import answers_of


@cache
def starter() -> Library:
    """The starter library."""
    return load_library()


@cache
def drafted(name: str) -> Draft:
    """The agreement of an example."""
    return starter().draft(answers_of(name))


@cache
def report(name: str) -> dict[str, Any]:
    """The record of that draft."""
    return drafted(name).report()
