"""Relations among the records of one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from drafter.consistency.alike import key, read, remembering
from drafter.consistency.related import Breach, Related, print_value
from drafter.kinds import orders
from drafter.kinds.model import Missing, Record
from drafter.library.model import ClauseLibrary

_INFORM = "inform"


def distinct(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """Records that say the same in the fields named; an optional field may be blank in both."""
    relation = answers.relation
    fields = answers.deal.questionnaire.questions[relation.question].fields
    names = (relation.field,) if relation.field else relation.to
    reads = remembering(library)
    first: dict[tuple[object, ...], Record] = {}
    for record in answers.records:
        values = [record.values.get(name, Missing.ABSENT) for name in names]
        blank = [isinstance(one, Missing) for one in values]
        if all(blank) or any(
            here and not fields[name].optional for here, name in zip(blank, names, strict=True)
        ):
            continue
        one = first.setdefault(tuple(key(value, reads) for value in values), record)
        if one is not record:
            yield _repeated(replace(answers, record=record), names, one)


def _repeated(answers: Related, names: tuple[str, ...], one: Record) -> Breach:
    """Names that differ by a mark or an ending are told; what differs by less is the same."""
    other = cast(Record, answers.record)
    held = [[each.values.get(name, Missing.ABSENT) for name in names] for each in (one, other)]
    both = [", ".join(map(print_value, each)) for each in held]
    where = f"`{other.list}.{one.id}` and `{other.list}.{other.id}`"
    what = ", ".join(f"`{name}`" for name in names)
    if both[0] == both[1]:
        return answers.broken(f"{where} have the same {what}: {both[0]}")
    if [*map(key, held[0])] == [*map(key, held[1])]:
        says = f"{where} have the same {what} but for case, space or Unicode form"
        return answers.broken(f"{says}: {both[0]}; {both[1]}")
    looks = [[key(value, read) for value in each] for each in held]
    softer = "" if looks[0] == looks[1] or answers.relation.severity == "inform" else "warn"
    return answers.broken(f"{where} have a {what} that reads alike: {both[0]}; {both[1]}", softer)


def in_order(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A record that stands behind one whose date or amount is later."""
    before: Related | None = None
    for here in answers.each():
        values = here.values(here.name)
        if values is None:
            continue
        if before is not None and orders(values[0], before.value(here.name)) == {"less"}:
            yield here.broken(f"{here.shown(here.name)} stands behind {before.shown(here.name)}")
        before = here


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
