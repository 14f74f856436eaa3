"""Relations between answers, judged in one deal, whichever way the answers came in.

Only what somebody gave is held to them. Where one of the answers is a recommendation, a relation
that would block warns; where one is missing or unknown, it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from drafter.consistency import (
    among,
    between,
    circles,
    counts,
    grounds,
    named_parties,
    names,
    particulars,
    periods,
    shared_numbers,
)
from drafter.consistency.related import Breach, Related
from drafter.kinds.model import Missing
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.deal import RECOMMENDED, Deal
from drafter.questionnaire.relation import (
    A_BODY,
    A_TITLE,
    AMONG,
    APART,
    BETWEEN,
    BREAKS,
    COUNTS,
    COVERS,
    CURRENCY,
    DIFFERENT,
    DISTINCT,
    EVERY,
    FILED,
    FOLLOWED,
    FORMED,
    IN_ORDER,
    INSIDE,
    KNOWN_CLASS,
    KNOWN_PLACE,
    LEAVES,
    LIES_IN,
    MEETS,
    MORE_THAN_SAID,
    NAMES_NONE_BUT,
    NAMES_OTHERS,
    NO_BODY,
    NO_CIRCLE,
    NO_PART,
    NO_ROLE,
    NO_TERM,
    NOT_AMONG,
    NOT_ITSELF,
    ONE_COUNTRY,
    OWN_NUMBER,
    REACHES,
    REGISTERED,
    SAME,
    TOTAL,
    UNLIKE,
    Relation,
)


def breaches(
    library: ClauseLibrary, deal: Deal, among: Iterable[Relation] | None = None
) -> Iterator[Breach]:
    """Every relation that the answers of a deal break, of all or of some."""
    for relation in library.questionnaire.relations.values() if among is None else among:
        if is_given(relation.question, deal):
            for breach in _JUDGES[relation.how](Related(relation, deal), library):
                yield replace(breach, severity=_weight(breach, deal))


def is_given(name: str, deal: Deal) -> bool:
    """Whether there is an answer that relations may speak of."""
    return type(deal.value(name)) is not Missing or name in deal.answers.values


def _weight(breach: Breach, deal: Deal) -> str:
    severity = breach.severity or breach.relation.severity
    recommended = any(deal.origin.get(name) == RECOMMENDED for name in breach.questions)
    return "warn" if severity == "block" and recommended else severity


_JUDGES: Mapping[str, Callable[[Related, ClauseLibrary], Iterator[Breach]]] = {
    **dict.fromkeys(BREAKS, between.amounts),
    BETWEEN: between.within,
    REACHES: between.reaches,
    DIFFERENT: between.different,
    CURRENCY: between.currency,
    SAME: between.same,
    NOT_ITSELF: between.itself,
    DISTINCT: among.distinct,
    TOTAL: among.total,
    EVERY: among.every,
    IN_ORDER: among.in_order,
    NO_TERM: names.no_term,
    UNLIKE: names.unlike,
    REGISTERED: names.registered,
    KNOWN_PLACE: names.known_place,
    KNOWN_CLASS: particulars.known_class,
    FORMED: particulars.formed,
    LIES_IN: particulars.lies_in,
    A_TITLE: particulars.title,
    FILED: particulars.filed,
    NO_PART: names.no_part,
    A_BODY: particulars.body,
    NO_BODY: particulars.no_body,
    NO_ROLE: names.no_role,
    OWN_NUMBER: shared_numbers.own_number,
    COUNTS: counts.counts_within,
    MORE_THAN_SAID: counts.above_every_sum_of_a_text,
    NO_CIRCLE: circles.no_circle,
    AMONG: named_parties.among,
    NOT_AMONG: named_parties.not_among,
    NAMES_OTHERS: named_parties.others_than,
    NAMES_NONE_BUT: named_parties.none_but,
    MEETS: grounds.meets,
    LEAVES: periods.leaves,
    FOLLOWED: periods.followed,
    INSIDE: grounds.inside,
    COVERS: grounds.covers,
    ONE_COUNTRY: grounds.one_country,
    APART: grounds.apart,
}
