"""Relations of texts and parties with the parties that other fields name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from drafter.consistency.alike import read
from drafter.consistency.related import Breach, Related
from drafter.kinds.model import Missing, Points, Record


class _Named(NamedTuple):
    """The party that a field names, and whether a text names it and others."""

    party: str
    it: bool
    others: tuple[str, ...]


def others_than(answers: Related, library: object) -> Iterator[Breach]:
    """A text that names the party of a field, and no other."""
    for here in answers.each():
        named = _named_by(here)
        if named and named.it and not named.others:
            (field,) = here.relation.to
            says = f"{here.shown(here.name)} names no party but {named.party}, which is"
            yield here.broken(f"{says} {here.shown(field)}")


def none_but(answers: Related, library: object) -> Iterator[Breach]:
    """A text that names another party than that of a field, and not that one."""
    for here in answers.each():
        named = _named_by(here)
        if named and named.others and not named.it:
            (field,) = here.relation.to
            says = f"{here.shown(here.name)} names {' and '.join(named.others)}, not"
            yield here.broken(f"{says} {here.shown(field)}")


def _named_by(here: Related) -> _Named | None:
    """Parties go by the name by which the agreement calls them."""
    values = here.values(here.name, *here.relation.to)
    if values is None:
        return None
    text, points = cast(tuple[str, Points], values)
    called = here.deal.questionnaire.questions[points.list].kind.called
    names = {one.id: one.values.get(called) for one in _records(here.value(points.list))}
    said = [id for id, name in names.items() if isinstance(name, str) and _says(text, name)]
    others = tuple(str(names[id]) for id in said if id != points.id)
    return _Named(str(names.get(points.id, "")), points.id in said, others)


def _says(text: str, name: str) -> bool:
    return f" {read(name)} " in f" {read(text)} "


def _records(value: object) -> tuple[Record, ...]:
    return cast(tuple[Record, ...], value) if isinstance(value, tuple) else ()


def among(answers: Related, library: object) -> Iterator[Breach]:
    """A party that no record of a list names in a field."""
    (path,) = answers.relation.to
    for here, named in _in_records(answers):
        if named and Missing.ABSENT not in named and here.value(here.name) not in named:
            yield here.broken(f"{here.shown(here.name)} stands in no `{path}`")


def not_among(answers: Related, library: object) -> Iterator[Breach]:
    """A party that a record of a list names in a field."""
    (path,) = answers.relation.to
    for here, named in _in_records(answers):
        if here.value(here.name) in named:
            yield here.broken(f"{here.shown(here.name)} stands in a `{path}`")


def _in_records(answers: Related) -> Iterator[tuple[Related, list[object]]]:
    """Each party, and what the field of every record says; one that is missing counts as absent."""
    list_name, _, field = answers.relation.to[0].rpartition(".")
    for here in answers.each():
        values = here.values(here.name, list_name)
        if values is not None:
            held = [one.values.get(field, Missing.ABSENT) for one in values[1]]
            yield here, [Missing.ABSENT if isinstance(one, Missing) else one for one in held]
