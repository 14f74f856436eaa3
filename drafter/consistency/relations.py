"""Relations between answers, judged in one deal, whichever way the answers came in.

Only what somebody gave is held to them. Where one of the answers is a recommendation, a relation
that would block warns; where one is missing or unknown, it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from drafter.consistency import among, between
from drafter.consistency.related import Breach, Related
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.deal import RECOMMENDED, Deal
from drafter.questionnaire.relation import (
    BETWEEN,
    BREAKS,
    CURRENCY,
    DIFFERENT,
    DISTINCT,
    EVERY,
    NO_TERM,
    TOTAL,
)


def breaches(library: ClauseLibrary, deal: Deal) -> Iterator[Breach]:
    """Every relation that the answers of a deal break."""
    for question in library.questionnaire.questions.values():
        for one in (question, *question.fields.values()):
            for relation in one.relations:
                for breach in _JUDGES[relation.how](Related(relation, deal), library):
                    yield replace(breach, severity=_weight(breach, deal))


def _weight(breach: Breach, deal: Deal) -> str:
    severity = breach.severity or breach.relation.severity
    recommended = any(deal.origin.get(name) == RECOMMENDED for name in breach.questions)
    return "warn" if severity == "block" and recommended else severity


_JUDGES: Mapping[str, Callable[[Related, ClauseLibrary], Iterator[Breach]]] = {
    **dict.fromkeys(BREAKS, between.amounts),
    BETWEEN: between.within,
    DIFFERENT: between.different,
    CURRENCY: between.currency,
    NO_TERM: between.no_term,
    DISTINCT: among.distinct,
    TOTAL: among.total,
    EVERY: among.every,
}
