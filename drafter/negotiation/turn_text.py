"""A turn of the negotiation as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.negotiation.model import ChangedTopic, Turn
from drafter.regeneration.reason_text import print_change
from drafter.selection.explanation import Alternative


def print_turn(turn: Turn) -> str:
    """The turn as plain text.

    >>> print(print_turn(Turn("A-0007", "what we sent", "what came back", ())))
    A-0007: what came back reads as what we sent.
    """
    return "\n".join(_lines(turn))


def _lines(turn: Turn) -> Iterator[str]:
    if not (turn.topics or turn.outside or turn.marks):
        yield f"{turn.agreement}: {turn.back} reads as {turn.sent}."
        return
    yield f"{turn.agreement}: {turn.back} against {turn.sent}"
    for topic in turn.topics:
        yield ""
        yield from _topic_lines(topic)
    if turn.outside:
        yield ""
        yield "Beside the agreement itself:"
        yield from (f"    {words!r}" for words in turn.outside)
    if turn.marks:
        yield ""
        yield f"In the file: {'; '.join(turn.marks)}."


def _topic_lines(topic: ChangedTopic) -> Iterator[str]:
    position = f", our {topic.position} position" if topic.position else ""
    yield f"{topic.heading or topic.topic} [{topic.topic}/{topic.variant}{position}]"
    yield from (f"    {print_change(one)}" for one in topic.changes)
    if topic.like:
        yield f"  reads like our {_named(topic.like.wording)} ({topic.like.share:.0%} the same)"
        yield from _how(topic.like.wording)
        if not topic.like.is_approved:
            yield f"    not approved: drafter approve {topic.topic}/{topic.like.wording.variant}"
    for other in topic.others:
        yield f"  we may also say: {_named(other)}"
        yield from _how(other)


def _named(one: Alternative) -> str:
    position = f", {one.position}" if one.position else ""
    return f"{one.variant}{position}"


def _how(one: Alternative) -> Iterator[str]:
    if one.approval_from:
        yield f"    given by {one.approval_from}"
    changes = one.change.changes if one.change else ()
    answers = ", ".join(f"{each.question}: {each.answer}" for each in changes)
    yield f"    answers that give it: {answers}"
