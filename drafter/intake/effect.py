"""What an answer did to the agreement: which wordings came in, went out, or wait for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.diagnostics import Refused
from drafter.intake.model import Form
from drafter.library.model import LEFT_OUT
from drafter.selection.select import select


class Change(NamedTuple):
    """One topic before and after: the wordings still possible, none where it is left out."""

    topic: str
    heading: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Effect(NamedTuple):
    """What changed from one form to the next."""

    topics: tuple[Change, ...]
    set_aside: tuple[str, ...]  # answers that are no longer asked
    back: tuple[str, ...]  # answers that are asked again
    asked: tuple[str, ...]  # questions that came into play


def effect(before: Form, after: Form) -> Effect:
    """The difference between two forms of one deal."""
    return Effect(
        tuple(_changes(before, after)),
        tuple(name for name in after.set_aside if name not in before.set_aside),
        tuple(name for name in before.set_aside if name not in after.set_aside),
        tuple(name for name in after.asked if name not in before.asked),
    )


def _changes(before: Form, after: Form) -> Iterator[Change]:
    if before.precedent is None or after.precedent is None:
        return
    try:
        one = select(before.library, before.precedent, before.deal).chosen
        other = select(after.library, after.precedent, after.deal).chosen
    except Refused:  # a library whose tables have a gap; `drafter check` tells it
        return
    for id, chosen in other.items():
        then = one[id].rows if id in one else ()
        if then != chosen.rows:
            yield Change(id, chosen.topic.heading, _texts(then), _texts(chosen.rows))


def _texts(rows: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row for row in rows if row != LEFT_OUT)
