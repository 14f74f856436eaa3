"""Which answers can stand in which relation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from drafter.kinds import Kind
from drafter.questionnaire.model import Question
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
    OF_DATES,
    ONE_COUNTRY,
    OWN_NUMBER,
    REACHES,
    REGISTERED,
    SAME,
    TOTAL,
    UNLIKE,
    USUAL,
    Relation,
)


def fits(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    """Whether answers of these kinds can stand in the relation."""
    return _FITS[relation.how](relation, at, to)


def _amounts(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    sort = at.kind.sort
    if not sort.ordered or (relation.how in OF_DATES and sort.name != "date"):
        return False
    if relation.amount is not None or relation.how in USUAL:
        return relation.amount is not None
    return bool(to) and all(sort.compares_with(one.sort) for one in to)


def _within(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    sorts = [at.kind.sort.name, *(one.sort.name for one in to)]
    return sorts == ["date", "date", "duration"]


def _reaches(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    sorts = [at.kind.sort.name, *(one.sort.name for one in to)]
    return sorts == ["duration", "date", "date"]


def _followed(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    sorts = [at.kind.sort.name, *(one.sort.name for one in to)]
    return sorts == ["duration", "duration", "date", "duration"]


def _alike(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return bool(to) and all(one.sort == at.kind.sort and one.of == at.kind.of for one in to)


def _currency(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    money = at.kind.sort.name == "money"
    return money and (_alike(relation, at, to) if to else bool(relation.field))


def _total(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    measured = "total" in at.kind.sort.measures
    return measured and relation.amount is not None and bool(relation.field)


def _every(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    of = (at.kind.of,)
    return len(to) == 1 and at.kind.sort.refers and relation.to == of and bool(relation.field)


def _distinct(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return bool(relation.field) or (at.kind.sort.has_records and bool(to))


def _name(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return at.kind.sort.free and all(one.sort.free for one in to)


def _territories(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    sorts = [at.kind.sort.name, *(one.sort.name for one in to)]
    wanted = 1 if relation.how == ONE_COUNTRY else 2
    return sorts == ["jurisdictions"] * wanted


def _apart(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return at.kind.sort.name == "jurisdictions" or at.period is not None


def _leaves(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    start, *times = (one.sort.name for one in to)
    return at.period is not None and start == "date" and set(times) == {"duration"}


def _in_order(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return at.kind.sort.ordered and bool(relation.field)


def _not_itself(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return at.kind.sort.refers and at.kind.of == relation.question


def _registered(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    country, *body = (one.sort.name for one in to) if to else ("",)
    return (
        at.kind.sort.free
        and country == "jurisdictions"
        and body in ([], ["choice"], ["choice", "text"])
    )


def _formed(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return at.kind.sort.free and [one.sort.name for one in to] == [
        "choice",
        "text",
        "jurisdictions",
    ]


def _lies_in(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return at.kind.sort.free and [one.sort.name for one in to] == ["jurisdictions"]


def _own_number(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return at.kind.sort.free and bool(relation.field)


def _alike_texts(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return at.kind.sort.free and [one.sort.free for one in to] == [True]


def _sum_and_text(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return [at.kind.sort.name, *(one.sort.name for one in to)] == ["money", "text"]


def _no_circle(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    sorts = [one.sort.name for one in to]
    return _own_number(relation, at, to) and sorts in (["text"], ["text", "date"])


def _among(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    (other,) = to
    return at.kind.sort.refers and other.sort == at.kind.sort and "." in relation.to[0]


def _names_party(relation: Relation, at: Question, to: Sequence[Kind]) -> bool:
    return at.kind.sort.free and [one.sort.name for one in to] == ["party"]


_FITS: Mapping[str, Callable[[Relation, Question, Sequence[Kind]], bool]] = {
    **dict.fromkeys(BREAKS, _amounts),
    **dict.fromkeys((DIFFERENT, SAME), _alike),
    **dict.fromkeys((NO_TERM, UNLIKE, NO_PART, KNOWN_PLACE, KNOWN_CLASS, A_TITLE), _name),
    **dict.fromkeys((A_BODY, NO_BODY, NO_ROLE), _name),
    **dict.fromkeys((INSIDE, COVERS, ONE_COUNTRY, MEETS), _territories),
    **dict.fromkeys((NAMES_OTHERS, NAMES_NONE_BUT), _names_party),
    OWN_NUMBER: _own_number,
    NO_CIRCLE: _no_circle,
    AMONG: _among,
    NOT_AMONG: _among,
    COUNTS: _alike_texts,
    MORE_THAN_SAID: _sum_and_text,
    BETWEEN: _within,
    REACHES: _reaches,
    CURRENCY: _currency,
    TOTAL: _total,
    EVERY: _every,
    DISTINCT: _distinct,
    APART: _apart,
    IN_ORDER: _in_order,
    NOT_ITSELF: _not_itself,
    LEAVES: _leaves,
    FOLLOWED: _followed,
    REGISTERED: _registered,
    FORMED: _formed,
    LIES_IN: _lies_in,
    FILED: _lies_in,
}
