"""Things that two texts count: how many of each there are, and how many of them are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.consistency.alike import singular
from drafter.consistency.related import Breach, Related

_COUNTED = re.compile(r"(?<![\w.,])(\d{1,6})\s+([^\W\d_]{4,})")


def counts_within(answers: Related, library: object) -> Iterator[Breach]:
    """A text that counts more of a thing than another text says there are."""
    for here in answers.each():
        values = here.values(here.name, *here.relation.to)
        said, there = map(_counted, values) if values else ({}, {})
        more = [thing for thing in said if said[thing] > there.get(thing, said[thing])]
        if more:
            (other,) = here.relation.to
            counts = f"{said[more[0]]} beside {there[more[0]]}"
            yield here.broken(f"{here.shown(here.name)} and {here.shown(other)} count {counts}")


def _counted(text: str) -> Mapping[str, int]:
    """The most of each thing that a text counts: `100 samples of soup` has 100 of `sample`."""
    most: dict[str, int] = {}
    for figure, thing in _COUNTED.findall(text):
        most[singular(thing)] = max(int(figure), most.get(singular(thing), 0))
    return most
