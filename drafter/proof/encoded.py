"""What the cases of facts and of lists are made from: the answers as far as they are encoded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from drafter.conditions.model import Condition
from drafter.kinds.model import Missing
from drafter.library.model import Precedent
from drafter.proof.clauses import Clauses
from drafter.proof.comparisons import Mentions
from drafter.proof.groups import Group, Listed, Signature, Verdict
from drafter.questionnaire.model import Question, Questionnaire

LoopSignatures = Mapping[
    str, Signature
]  # the word of each loop that is run, and the record it stands at
NOWHERE: LoopSignatures = {}


class Encoded(Protocol):
    """The answers of one precedent. `encode.Encoding` is the one that there is."""

    precedent: Precedent
    mentions: Mentions
    names: Questionnaire
    clauses: Clauses

    def verdict(self, condition: Condition | None, loops: LoopSignatures = NOWHERE) -> Verdict:
        """What a condition comes to; no condition holds always."""

    def freely(self, what: str) -> Verdict:
        """A verdict that nothing here decides: it may be either."""

    def group(self, name: str) -> Group:
        """The cases of a question or fact."""

    def listed(self, name: str) -> Listed:
        """The cases of a list question."""

    def unanswered(self, question: Question, given: list[int]) -> list[tuple[Missing, int]]:
        """The cases without a value; with the given ones exactly one case stands."""
