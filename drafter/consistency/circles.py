"""Records that wait for one another, so that none can come first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from drafter.consistency.alike import read
from drafter.consistency.related import Breach, Related
from drafter.kinds import orders
from drafter.kinds.model import Missing

_FEW = 4  # letters: an id of fewer says nothing


def no_circle(answers: Related, library: object) -> Iterator[Breach]:
    """A record that waits for itself, for one that waits for it, or for one that is due later."""
    records = {one.record.id: one for one in answers.each() if one.record is not None}
    named = _by_name(records.values())
    longest = max((name.count(" ") + 1 for name in named), default=0)  # words
    waits = {id: _awaited(one, named, longest) for id, one in records.items()}
    told = set[str]()
    for id, here in records.items():
        circle = _circle(id, waits)
        if circle and not told.intersection(circle):
            yield here.broken(f"{here.shown(here.name)} waits for {_print(circle, answers)}")
        told.update(circle)
        for other in waits[id]:
            if not circle and _is_later(records[other], here):
                due = records[other].shown(here.relation.to[1])
                yield here.broken(f"{here.shown(here.name)} waits for {due}, which is later")


class Named(NamedTuple):
    """A record that goes by some words: its place in the list, and whether they are its id."""

    place: int
    id: str
    by_id: bool


def _by_name(records: Iterable[Related]) -> Mapping[str, list[Named]]:
    """The records by their own words and by their ids."""
    found = defaultdict[str, list[Named]](list)
    for place, one in enumerate(records):
        own, id = one.value(one.relation.to[0]), one.record.id if one.record else ""
        if isinstance(own, str):
            found[read(own)].append(Named(place, id, by_id=False))
        if len(read(id)) >= _FEW:
            found[read(id)].append(Named(place, id, by_id=True))
    return found


def _awaited(here: Related, named: Mapping[str, list[Named]], longest: int) -> list[str]:
    """The records whose own words, or whose id, a text says; its own id is no other record."""
    values, own = here.values(here.name), here.record.id if here.record else ""
    words = read(values[0]).split(" ") if values else []
    said = {
        one
        for first in range(len(words))
        for last in range(first + 1, min(first + longest, len(words)) + 1)
        for one in named.get(" ".join(words[first:last]), ())
    }
    return list(dict.fromkeys(one.id for one in sorted(said) if one.id != own or not one.by_id))


def _circle(first: str, waits: Mapping[str, list[str]]) -> list[str]:
    """The shortest way from a record through those that it waits for back to itself."""
    ways = [[one] for one in waits[first]]
    seen = set[str]()
    while ways:
        way = ways.pop(0)
        if way[-1] == first:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, one] for one in waits[way[-1]]]
    return []


def _print(circle: list[str], answers: Related) -> str:
    names = [f"`{answers.relation.question}.{id}`" for id in circle]
    return "itself" if len(names) == 1 else ", which waits for ".join(names)


def _is_later(other: Related, here: Related) -> bool:
    if len(here.relation.to) == 1:
        return False
    days = other.value(here.relation.to[1]), here.value(here.relation.to[1])
    return not any(isinstance(one, Missing) for one in days) and orders(*days) == {"more"}
