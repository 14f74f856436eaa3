"""Relations of names: with the words of the agreement, with each other, with a register."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from drafter.consistency.alike import folded, has_meaning, reading, remembering
from drafter.consistency.register_numbers import odd_number
from drafter.consistency.related import Breach, Related, print_value
from drafter.kinds.model import Record
from drafter.library.model import ClauseLibrary
from drafter.worked_out import once_for_each


def no_term(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A name that reads like a word with a meaning of its own."""
    for here in answers.each():
        values = here.values(here.name)
        meaning = has_meaning(values[0], library) if values else ""
        if meaning:
            says = f"{here.shown(here.name)} reads like `{meaning}`, a word with a meaning of its"
            yield here.broken(f"{says} own in the agreement")
        elif values and (term := _ends_with(values[0], library)):
            yield here.broken(f"{here.shown(here.name)} ends with `{term}`, a term", "inform")


def _ends_with(name: str, library: ClauseLibrary) -> str:
    """The term of two words or more with which a longer name ends: `Joint Steering Committee`."""
    words = name.split()
    ends = (" ".join(words[start:]) for start in range(1, len(words) - 1))
    return next((term for one in ends if (term := has_meaning(one, library))), "")


def no_role(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A name that is a word for what any party may do, with a determiner or without."""
    roles, small = library.words.roles, library.words.determiners
    for here in answers.each():
        values = here.values(here.name)
        words = reading(library)(values[0]).split() if values else []
        if " ".join(one for one in words if one not in small) in roles:
            yield here.broken(f"{here.shown(here.name)} is a word for what any party may do")


def unlike(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A name that reads like another name of the deal; one of the same record may."""
    fold = remembering(library)
    others = list(_others(answers))
    for here in answers.each():
        values = here.values(here.name)
        name = fold(values[0]) if values else None
        own = ".".join(here.path(here.name)[:-1])
        for path, other in others:
            if name == fold(other) and path.rpartition(".")[0] != (own or None):
                yield here.broken(f"{here.shown(here.name)} reads like `{path}` ({other})")


def no_part(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A name that is a part of another name of the deal; of one of the same record it may be."""
    others = list(_others(answers))
    for here in answers.each():
        values = here.values(here.name)
        name = folded(values[0]) if values else ""
        own = ".".join(here.path(here.name)[:-1])
        for path, other in others:
            if name and f" {name} " in f" {folded(other)} " and path.rpartition(".")[0] != own:
                yield here.broken(f"{here.shown(here.name)} is a part of `{path}` ({other})")


def _others(answers: Related) -> Iterator[tuple[str, str]]:
    """The names that it is held against, each with its place."""
    for path in answers.relation.to:
        list_name, _, field = path.rpartition(".")
        value = answers.value(list_name or path)
        if not list_name and isinstance(value, str):
            yield path, value
        for record in value if list_name and isinstance(value, tuple) else ():
            name = record.values.get(field) if isinstance(record, Record) else None
            if isinstance(name, str):
                yield f"{list_name}.{record.id}.{field}", name


def known_place(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A text in which no name of a place stands that the library knows."""
    places = _places(library)
    for here in answers.each():
        values = here.values(here.name)
        if values and not _names_one(folded(values[0]), places):
            yield here.broken(f"{here.shown(here.name)} names no place that drafter knows")


@lru_cache(maxsize=256)
def _names_one(text: str, places: frozenset[str]) -> bool:
    return any(f" {one} " in f" {text} " for one in places)


@once_for_each
def _places(library: ClauseLibrary) -> frozenset[str]:
    """The countries as agreements print them, and the places of the word list, without an
    article."""
    printed = [words.values.territories.values() for words in library.printing.values()]
    places, small = library.words.places.union(*printed), library.words.determiners
    pairs = [(one, *one.partition(" ")[::2]) for one in map(folded, places)]
    return frozenset(rest if first in small else one for one, first, rest in pairs)


def registered(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A registration number that has not the form of its country's register."""
    for here in answers.each():
        values = here.values(here.name, *here.relation.to)
        if values is None:
            continue
        number, countries, *more = values
        body, law = (*(print_value(one) for one in more), "", "")[:2]
        if says := odd_number(number, countries, body, law):
            yield here.broken(f"{here.shown(here.name)} {says}")
