"""And, or, not over three verdicts: true, false, and None while an answer is missing (Kleene)."""

from __future__ import annotations

from collections.abc import Iterable


def every(judged: Iterable[bool | None]) -> bool | None:
    """False if one is false, else None if one is undecided, else true."""
    result: bool | None = True
    for one in judged:
        if one is False:
            return False
        if one is None:
            result = None
    return result


def some(judged: Iterable[bool | None]) -> bool | None:
    """True if one is true, else None if one is undecided, else false."""
    result: bool | None = False
    for one in judged:
        if one:
            return True
        if one is None:
            result = None
    return result


def negated(judged: bool | None) -> bool | None:
    """The other one; undecided stays undecided."""
    return None if judged is None else not judged
