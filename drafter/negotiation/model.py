"""The other side's turn as frozen values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from drafter.diagnostics import Diagnostic
from drafter.regeneration.model import ChangedParagraph
from drafter.regeneration.reason_text import change_in_words
from drafter.selection.explain import Alternative


@dataclass(frozen=True, slots=True)
class LikeOurs:
    """A wording of ours that theirs reads like: `share` of both is the same, from 0 to 1."""

    wording: Alternative
    share: float
    is_approved: bool


@dataclass(frozen=True, slots=True)
class ChangedTopic:
    """A topic in which words changed: what we hold on it, the paragraphs that changed, the wording
    of ours that theirs reads like, if one is nearer than the one that we sent, and each other that
    answers can give."""

    topic: str
    heading: str
    variant: str
    position: str
    changes: tuple[ChangedParagraph, ...]
    like: LikeOurs | None = None
    others: tuple[Alternative, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        like = self.like
        return {
            "topic": self.topic,
            "heading": self.heading,
            "variant": self.variant,
            "position": self.position,
            "changes": [change_in_words(one) for one in self.changes],
            "reads_like": like
            and {
                **like.wording.as_data(),
                "share": round(like.share, 2),
                "approved": like.is_approved,
            },
            "positions": [one.as_data() for one in self.others],
        }


@dataclass(frozen=True, slots=True)
class Turn:
    """What one file changed against another. `sent` and `back` say which files; `outside`: words
    of paragraphs that changed beside the agreement itself, as on the cover; `marks`: tracked
    changes and comments by author; `told`: what to know of the files."""

    agreement: str
    sent: str
    back: str
    topics: tuple[ChangedTopic, ...]
    outside: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    told: tuple[Diagnostic, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "agreement": self.agreement,
            "sent": self.sent,
            "back": self.back,
            "topics": [one.as_data() for one in self.topics],
            "outside": list(self.outside),
            "marks": list(self.marks),
            "findings": [one.as_data() for one in self.told],
        }


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
    yield from (f"    {change_in_words(one)}" for one in topic.changes)
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
