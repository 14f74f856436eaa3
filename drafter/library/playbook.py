"""The playbook: for each topic, the positions that may be taken, in the order to give ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.conditions.source import source
from drafter.data_classes import asdict, dataclass
from drafter.library.model import LEFT_OUT, ClauseLibrary, Law, Precedent, Topic, Variant

POSITIONS = ("preferred", "neutral", "fallback", "floor", "")
"""From the one to ask for to the one that is never gone below; "" says nothing of itself."""


@dataclass(frozen=True, slots=True)
class Position:
    """A wording as a negotiator needs it: what it says, when it stands, who may give it."""

    wording: str
    position: str
    chosen_when: str
    summary: str
    note: str
    approval_from: str
    law: tuple[Law, ...]
    confirm: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Play:
    """A topic, what it settles, and its positions, the preferred one first."""

    topic: str
    heading: str
    settles: str
    positions: tuple[Position, ...]
    may_be_left_out: str = ""

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)


def playbook(library: ClauseLibrary, precedent: Precedent) -> Iterator[Play]:
    """The topics of a precedent in reading order, riders behind their hosts."""
    for id in precedent.topics:
        yield _play(library.topics[id])
        for rider in library.topics.values():
            if rider.within == id:
                yield _play(rider)


def _play(topic: Topic) -> Play:
    when = {row.variant: source(row.when) if row.when else "always" for row in topic.rows}
    positions = [_position(one, when.get(id, "")) for id, one in topic.variants.items()]
    ordered = sorted(positions, key=lambda one: POSITIONS.index(one.position))
    return Play(topic.id, topic.heading, topic.settles, tuple(ordered), when.get(LEFT_OUT, ""))


def _position(variant: Variant, when: str) -> Position:
    front = variant.front
    return Position(
        variant.id,
        front.position,
        when,
        front.summary,
        front.note,
        front.approval_from,
        front.legal_basis,
        front.confirm,
    )


def print_playbook(title: str, plays: Iterator[Play]) -> str:
    """The playbook as Markdown, which reads as plain text too."""
    parts = [f"# {title}: playbook\n"]
    parts += ["\n".join(_lines(play)) for play in plays]
    return "\n".join(parts)


def _lines(play: Play) -> Iterator[str]:
    yield f"## {play.heading or play.topic} [{play.topic}]\n"
    if play.settles:
        yield f"{play.settles}\n"
    for one in play.positions:
        yield from _position_lines(one)
    if play.may_be_left_out:
        yield f"- **left out** when {play.may_be_left_out}"
    yield ""


def _position_lines(one: Position) -> Iterator[str]:
    given = f", given by {one.approval_from}" if one.approval_from else ""
    yield f"- **{one.wording}** ({one.position or 'no position'}{given}): {one.summary}".rstrip()
    yield f"  - stands when {one.chosen_when}"
    if one.note:
        yield f"  - note: {one.note}"
    for law in one.law:
        since = f" (from {law.valid_from})" if law.valid_from else ""
        yield f"  - law: {law.law}{since}"
    yield from (f"  - confirm: {point}" for point in one.confirm)
