"""What was saved and what it did to the agreement, told on the next page, once.

It waits in the session: names of questions, headings, and never an answer. What an answer did to
the agreement is told to the firm only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import session

from examples.intake_service.seen import View

_MOST = 6  # of a kind; a cookie holds 4 kB


def remember(before: View, after: View, meant: Iterable[str], left_out: Iterable[str] = ()) -> None:
    """Keep what a change did to the questions that were meant; `left_out` are those whose answers
    were sent and not saved, for they are asked no longer."""
    effect = after.form.since(before.form)
    firm = after.person.is_of_the_firm
    session["told"] = {
        "deal": after.deal.id,
        "saved": sum(_kept(before, name) != _kept(after, name) for name in set(meant)),
        "left_out": _cut(list(left_out)),
        "aside": _cut([one for one in effect.set_aside if after.shows(one) or firm]),
        "came": _cut([one for one in effect.asked if after.asks(one)]),
        "did": [(how, _cut(headings)) for how, headings in effect.outcomes] if firm else [],
        "reopened": bool(effect.reopened) and firm,
    }


def _kept(view: View, name: str) -> Any:
    """What the record has of a question."""
    data = view.form.data
    unknown = [one for one in data.get("unknown", ()) if one.partition(".")[0] == name]
    return data["answers"].get(name), unknown, data.get("given", {}).get(name, {}).get("how")


def _cut(names: list[str]) -> list[str]:
    more = len(names) - _MOST
    return [*names[:_MOST], *([f"{more} more"] if more > 0 else [])]


def told(view: View) -> dict[str, Any] | None:
    """What the last change of this deal did, if no page has told it yet."""
    found = session.pop("told", None)
    return found if found and found["deal"] == view.deal.id else None
