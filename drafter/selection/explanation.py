"""An explanation as frozen values: why a topic stands as it does, and what it could be instead."""

from __future__ import annotations

from typing import Any

from drafter.consistency.smallest_change import SmallestChange
from drafter.data_classes import dataclass, field
from drafter.library.model import FrontMatter


@dataclass(frozen=True, slots=True)
class Reason:
    """One question that decided: its id, its words, the answer and where that came from."""

    question: str
    asks: str
    answer: str
    origin: str  # answered, recommended, absent, unknown, not asked
    why: str = ""  # the recommendation's reason

    def as_data(self) -> dict[str, str]:
        """The same as plain data."""
        return {
            "question": self.question,
            "asks": self.asks,
            "answer": self.answer,
            "origin": self.origin,
        } | ({"why": self.why} if self.why else {})


@dataclass(frozen=True, slots=True)
class Alternative:
    """A variant that was not chosen, and what it would need.

    `needs` is what its condition lacks; `change` the fewest answers that would give it, found and
    tried, None where none was found; `approval_from` who may give it.
    """

    variant: str
    needs: str
    position: str = ""
    approval_from: str = ""
    change: SmallestChange | None = None

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        entry: dict[str, Any] = {"variant": self.variant, "needs": self.needs}
        told = {"position": self.position, "approval_from": self.approval_from}
        entry |= {name: words for name, words in told.items() if words}
        return entry | (self.change.as_data() if self.change else {})


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a topic stands as it does."""

    topic: str
    heading: str
    variant: str | None
    position: str
    because: tuple[Reason, ...]
    instead: tuple[Alternative, ...]
    possible: tuple[str, ...] = ()
    front: FrontMatter = field(default_factory=FrontMatter)

    def as_data(self) -> dict[str, Any]:
        """The entry of a report."""
        entry: dict[str, Any] = {
            "topic": self.topic,
            "heading": self.heading,
            "variant": self.variant,
            "position": self.position,
            "because": [reason.as_data() for reason in self.because],
            "instead": [one.as_data() for one in self.instead],
        }
        entry |= {name: words for name, words in self._ground().items() if words}
        return entry | ({"possible": list(self.possible)} if self.possible else {})

    def _ground(self) -> dict[str, Any]:
        """What the variant says and why lawyers hold it: their words, the law, what to confirm."""
        front = self.front
        return {
            "summary": front.summary,
            "note": front.note,
            "legal_basis": [law.as_data() for law in front.legal_basis],
            "approval_from": front.approval_from,
            "confirm": list(front.confirm),
        }
