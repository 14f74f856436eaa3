"""Relations among the records of one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from drafter.consistency.alike import key
from drafter.consistency.related import Breach, Related, said
from drafter.kinds.model import Missing, Record
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.relation import Relation

_INFORM = "inform"


def distinct(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Records that say the same in the fields named; an optional field may be blank in both."""
    relation = answers.relation
    fields = answers.deal.questionnaire.questions[relation.question].fields
    names = (relation.field,) if relation.field else relation.to
    first: dict[tuple[object, ...], Record] = {}
    for record in answers.records:
        values = [record.values.get(name, Missing.ABSENT) for name in names]
        blank = [isinstance(one, Missing) for one in values]
        if all(blank) or any(
            here and not fields[name].optional for here, name in zip(blank, names, strict=True)
        ):
            continue
        one = first.setdefault(tuple(map(key, values)), record)
        if one is not record:
            yield replace(answers, record=record).broken(_repeated(relation, names, one, record))


def _repeated(relation: Relation, names: tuple[str, ...], one: Record, other: Record) -> str:
    both = [
        ", ".join(said(record.values.get(name, Missing.ABSENT)) for name in names)
        for record in (one, other)
    ]
    where = f"`{relation.question}.{one.id}` and `{relation.question}.{other.id}`"
    what = ", ".join(f"`{name}`" for name in names)
    if both[0] == both[1]:
        return f"{where} have the same {what}: {both[0]}"
    return f"{where} have the same {what} but for case, space or Unicode form: {both[0]}; {both[1]}"


def total(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Shares that are rounded may miss the sum by what rounding explains, which is told."""
    wanted = cast(Decimal, answers.relation.amount)
    shares = [record.values.get(answers.name, Missing.ABSENT) for record in answers.records]
    if not shares or any(isinstance(one, Missing) for one in shares):
        return
    figures = [Decimal(str(one)) for one in shares]
    total, finest = sum(figures), min(cast(int, one.as_tuple().exponent) for one in figures)
    apart = abs(total - wanted)
    if not apart:
        return
    says = f"`{answers.relation.path}` comes to {total}, not {wanted}"
    if finest < 0 and apart * 2 <= len(figures) * Decimal(1).scaleb(finest):
        yield answers.broken(f"{says}: rounding leaves {apart} to nobody", _INFORM)
    else:
        yield answers.broken(says)


def every(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A list whose rows leave out a member of another list."""
    (of,) = answers.relation.to
    named = [record.values.get(answers.name, Missing.ABSENT) for record in answers.records]
    members = answers.value(of)
    if named and isinstance(members, tuple) and not any(isinstance(one, Missing) for one in named):
        ids = {cast(Any, one).id for one in named}
        left = [f"`{one.id}`" for one in cast(tuple[Record, ...], members) if one.id not in ids]
        if left:
            yield answers.broken(f"`{answers.relation.path}` leaves out {', '.join(left)}")
