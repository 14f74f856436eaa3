"""Which two records of a list a test of two can hold for: few of all pairs need be compared.

What must be the same, or a reference that must overlap, brings records together; what must be
different keeps them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import cast

from drafter.conditions.model import PairTest, Scope
from drafter.conditions.overlap import named
from drafter.kinds import scale
from drafter.kinds.model import Missing, Points, Record, Value

Two = tuple[Record, Record]


def settled_twos(whole: Sequence[Record], pairs: Sequence[PairTest], scope: Scope) -> Iterator[Two]:
    """The pairs worth a comparison, of records in which nothing that is compared is missing."""
    blocks = _blocks(whole, pairs, scope)
    anywhere = blocks.pop(None, [])
    for block in blocks.values():
        for ones, others in combinations(_apart(block, pairs).values(), 2):
            yield from product(ones, others)
    yield from _between(anywhere, whole, pairs)


def open_twos(
    whole: Sequence[Record], lacking: Sequence[Record], pairs: Sequence[PairTest], scope: Scope
) -> Iterator[Two]:
    """The same, where one or both lack something: such a pair is open at best."""
    near, every = (_blocks(some, pairs, scope) for some in (lacking, [*lacking, *whole]))
    anywhere = every.pop(None, [])
    near.pop(None, None)
    for key, block in near.items():
        yield from _between(block, [*every[key], *anywhere], pairs)
    yield from _between(anywhere, [*lacking, *whole], pairs)


def lacks_something(value: Value | Missing) -> bool:
    """Whether a value, or a member of it, is missing."""
    return isinstance(value, Missing) or (
        isinstance(value, tuple) and any(isinstance(one, Missing) for one in value)
    )


def likeness(value: Value) -> Hashable:
    """What two answers have in common that say the same; the order of a set says nothing."""
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return frozenset(value)
    return scale(value)


def _between(
    some: Iterable[Record], others: Iterable[Record], pairs: Sequence[PairTest]
) -> Iterator[Two]:
    there = _apart(others, pairs)
    for key, ones in _apart(some, pairs).items():
        for other_key, few in there.items():
            if key != other_key:
                yield from product(ones, few)


def _blocks(
    records: Iterable[Record], pairs: Sequence[PairTest], scope: Scope
) -> dict[Hashable, list[Record]]:
    """Records by what they must share; beneath None those of which that is not known."""
    together = [pair for pair in pairs if pair.how in ("same", "overlapping")]
    blocks: dict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        keys = [_shared(pair, record, scope) for pair in together]
        for block in product(*keys) if all(keys) else (None,):
            blocks[block].append(record)
    return blocks


def _shared(pair: PairTest, record: Record, scope: Scope) -> Sequence[Hashable]:
    """What another record must have one of, to be the same or to overlap; empty if not known."""
    value = record.values.get(pair.field, Missing.ABSENT)
    if lacks_something(value):
        return ()
    if pair.how == "same":
        return (likeness(cast(Value, value)),)
    if not isinstance(value, Points):
        return (True,)
    others = named(value, scope)
    return () if others is None else tuple({value.id, *others})


def _apart(records: Iterable[Record], pairs: Sequence[PairTest]) -> dict[Hashable, list[Record]]:
    """Records by what must differ; each for itself where nothing must, or where it is missing."""
    fields = [pair.field for pair in pairs if pair.how == "different"]
    groups: dict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        values = [record.values.get(field, Missing.ABSENT) for field in fields]
        known = values and not any(map(lacks_something, values))
        key = tuple(likeness(cast(Value, one)) for one in values) if known else record.id
        groups[key].append(record)
    return groups
