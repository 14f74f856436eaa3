"""The other side's turn as frozen values."""

from __future__ import annotations

from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.regeneration.model import ChangedParagraph
from drafter.regeneration.reason_text import print_change
from drafter.selection.explanation import Alternative


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
            "changes": [print_change(one) for one in self.changes],
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
