"""Which variant each topic of a precedent takes in one deal."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.data_classes import dataclass
from drafter.library.model import LEFT_OUT, ClauseLibrary, Precedent, Topic, Variant
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Recommendation


@dataclass(frozen=True, slots=True)
class Chosen:
    """The outcome for one topic: a variant, nothing (left out), or open between candidates."""

    topic: Topic
    rows: tuple[str, ...]  # the rows still possible; one when the topic is settled

    @property
    def is_open(self) -> bool:
        """Whether an answer is missing that would settle the topic."""
        return len(self.rows) > 1

    @property
    def left_out(self) -> bool:
        """Whether the topic prints nothing."""
        return self.rows == (LEFT_OUT,)

    @property
    def variant(self) -> Variant | None:
        """The chosen variant; None when the topic is open or left out."""
        rows = self.rows
        return None if len(rows) > 1 else self.topic.variants.get(rows[0])


@dataclass(frozen=True, slots=True)
class Selection:
    """Every topic of the precedent, riders among them, in outline order."""

    library: ClauseLibrary
    precedent: Precedent
    deal: Deal
    chosen: Mapping[str, Chosen]

    @property
    def recommended(self) -> Mapping[str, Recommendation]:
        """The recommendations that stand for answers, of the questions that can change it."""
        taken, asked = self.deal.taken, frozenset(self.precedent.asks)
        return {name: step for name, step in taken.items() if name in asked}

    @property
    def standing(self) -> frozenset[str]:
        """The topics that have text; an open one does."""
        return frozenset(id for id, one in self.chosen.items() if not one.left_out)
