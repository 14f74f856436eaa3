"""Records that wait for one another, so that none can come first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.consistency.alike import read
from drafter.consistency.related import Breach, Related
from drafter.kinds import orders
from drafter.kinds.model import Missing

_FEW = 4  # letters: an id of fewer says nothing


def no_circle(answers: Related, library: object) -> Iterator[Breach]:
    """A record that waits for itself, for one that waits for it, or for one that is due later."""
    records = {one.record.id: one for one in answers.each() if one.record is not None}
    waits = {id: _awaited(one, records) for id, one in records.items()}
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


def _awaited(here: Related, records: Mapping[str, Related]) -> list[str]:
    """The records whose own words, or whose id, a text says."""
    values = here.values(here.name)
    said = f" {read(values[0])} " if values else ""
    return [id for id, one in records.items() if _says(said, one, one.record != here.record)]


def _says(said: str, one: Related, is_other: bool) -> bool:
    own = one.value(one.relation.to[0])
    id = read(one.record.id) if one.record is not None else ""
    names = [read(own)] if isinstance(own, str) else []
    names += [id] if is_other and len(id) >= _FEW else []
    return any(f" {name} " in said for name in names)


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
