"""What an answer did to the agreement: which wordings came in, went out, or wait for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.diagnostics import Refused
from drafter.intake.model import Snapshot
from drafter.library.model import LEFT_OUT
from drafter.selection.select import select


class TopicChange(NamedTuple):
    """One topic before and after: the rows still possible, `left-out` among them."""

    topic: str
    heading: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Effect(NamedTuple):
    """What changed from one form to the next."""

    topics: tuple[TopicChange, ...]
    set_aside: tuple[str, ...]  # answers that are no longer asked
    back: tuple[str, ...]  # answers that are asked again
    asked: tuple[str, ...]  # questions that came into play
    reopened: tuple[str, ...] = ()  # warnings that are kept no longer

    @property
    def outcomes(self) -> list[tuple[str, list[str]]]:
        """What it did to the agreement: how, and the headings."""
        told: dict[str, list[str]] = {how: [] for how in HOW}
        for change in self.topics:
            if change.heading:
                how = _how(change.before, change.after)
                told[how].append(_named(change) if len(change.after) == 1 else change.heading)
        return [(how, list(dict.fromkeys(one))) for how, one in told.items() if one]


HOW = ("Settled", "Changed", "In", "In, still open", "Out", "Open again", "Narrowed")


def _how(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """What became of a topic, by the rows that were and are possible."""
    if _out(after):
        return "Out"
    if _out(before):
        return "In" if len(after) == 1 else "In, still open"
    if len(after) == 1:
        return "Changed" if len(before) == 1 else "Settled"
    return "Open again" if len(after) > len(before) else "Narrowed"


def _out(rows: tuple[str, ...]) -> bool:
    """Whether a topic stands in no agreement: left out, or none of this agreement's."""
    return rows in ((), (LEFT_OUT,))


def _named(change: TopicChange) -> str:
    return f"{change.heading} ({change.after[0].replace('-', ' ')})"


def effect(before: Snapshot, after: Snapshot) -> Effect:
    """The difference between two forms of one deal."""
    return Effect(
        tuple(_changes(before, after)),
        tuple(name for name in after.set_aside if name not in before.set_aside),
        tuple(name for name in before.set_aside if name not in after.set_aside),
        tuple(name for name in after.asked if name not in before.asked),
        tuple(name for name in _kept(before) if name not in _kept(after)),
    )


def _changes(before: Snapshot, after: Snapshot) -> Iterator[TopicChange]:
    if before.precedent is None or after.precedent is None:
        return
    try:
        one = select(before.library, before.precedent, before.deal).chosen
        other = select(after.library, after.precedent, after.deal).chosen
    except Refused:  # a library whose tables have a gap; `drafter check` tells it
        return
    for id in dict.fromkeys([*other, *one]):  # another agreement has other topics
        then, now = (chosen[id].rows if id in chosen else () for chosen in (one, other))
        if then != now and not (_out(then) and _out(now)):
            yield TopicChange(id, after.library.topics[id].heading, then, now)


def _kept(form: Snapshot) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.what for one in form.answers.overrides))
