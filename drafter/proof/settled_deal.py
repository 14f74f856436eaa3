"""One settled deal seen as the proof sees all answers: every literal is true or false.

It judges with the words of drafting itself, so what is found here is what drafting does. A
counterexample is replayed through it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.conditions.judge import AtRecord, judge
from drafter.conditions.model import Condition, Scope
from drafter.kinds.model import Missing, Record
from drafter.library.model import ClauseLibrary, Precedent
from drafter.proof.clauses import FALSE, TRUE
from drafter.proof.comparisons import Mentions
from drafter.proof.encode import Encoding
from drafter.proof.encoded import LoopSignatures
from drafter.proof.groups import SURE, YES, Group, Listed, Signature, Verdict
from drafter.questionnaire.deal import Deal


class SettledDeal(Encoding):
    """The encoding of one deal, in which nothing is left to find out."""

    def __init__(self, library: ClauseLibrary, precedent: Precedent, deal: Deal) -> None:
        super().__init__(library, precedent, Mentions())
        self.deal = deal

    def verdict(self, condition: Condition | None, loops: LoopSignatures | None = None) -> Verdict:
        """How drafting judges the condition in this deal."""
        if condition is None:
            return YES
        scope: Scope = self.deal
        for word, record in (loops or {}).items():
            scope = AtRecord(word, record.record or Record("", "", {}), scope)
        return SURE[judge(condition, scope)]

    def set_standing(self, standing: Mapping[str, int]) -> None:
        """Tell which topics have text."""
        super().set_standing(standing)
        topics = frozenset(topic for topic, lit in standing.items() if lit == TRUE)
        self.deal = replace(self.deal, standing=topics)

    def group(self, name: str) -> Group:
        """The one case in which a name stands."""
        value = self.deal.value(name)
        assert not isinstance(value, Record)
        return Group(((value, TRUE),))

    def listed(self, name: str) -> Listed:
        """The records of this deal, each for itself."""
        value = self.deal.value(name)
        at = {one: TRUE if value is one else FALSE for one in Missing}
        records = value if isinstance(value, tuple) else ()
        kinds = [Signature(one.values, (TRUE,), one) for one in records if isinstance(one, Record)]
        at_least = dict.fromkeys(range(1, len(kinds) + 1), TRUE)
        given = FALSE if isinstance(value, Missing) else TRUE
        absent = -FALSE if at[Missing.ABSENT] == TRUE or at[Missing.UNKNOWN] == TRUE else FALSE
        return Listed(at[Missing.NOT_ASKED], absent, given, at_least, tuple(kinds))
