"""What an answer did to the agreement, told on the next page, once.

It waits in the session: the headings and the questions, and never an answer.
"""

from __future__ import annotations

from typing import Any

from flask import session

from drafter import Form
from examples.web_intake.shown import digest

_MOST = 6  # headings of a kind; a cookie holds 4 kB


def remember(reference: str, before: Form, after: Form, saved: str, quiet: bool = False) -> None:
    """Keep what a change did. `saved` is the question, or what else was saved; a quiet change is
    told only where it did something to the agreement."""
    effect = after.since(before)
    if quiet and not (effect.outcomes or effect.set_aside or effect.back or effect.reopened):
        return
    session["did"] = {
        "deal": digest(reference),
        "saved": saved,
        "told": [(how, _cut(headings)) for how, headings in effect.outcomes],
        "aside": list(effect.set_aside[:_MOST]),
        "back": list(effect.back[:_MOST]),
        "reopened": bool(effect.reopened),
    }


def _cut(headings: list[str]) -> list[str]:
    more = len(headings) - _MOST
    return [*headings[:_MOST], *([f"{more} more"] if more > 0 else [])]


def told(reference: str) -> dict[str, Any] | None:
    """What the last change of this deal did, if no page has told it yet."""
    did = session.pop("did", None)
    return did if did and did["deal"] == digest(reference) else None
