"""What a text counts, and the sums that it says, beside another answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import cast

from drafter.consistency.alike import singular
from drafter.consistency.related import Breach, Related
from drafter.kinds.model import Money

_COUNTED = re.compile(r"(?<![\w.,])(\d{1,6})\s+([^\W\d_]{4,})")

_SUM = re.compile(r"\b([A-Z]{3})\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d,]*\d)")


def above_every_sum_of_a_text(answers: Related, library: object) -> Iterator[Breach]:
    """A sum that is no more than one which a text says."""
    for here in answers.each():
        values = here.values(here.name, *here.relation.to)
        if values is None:
            continue
        whole, text = cast(tuple[Money, str], values)
        sums = [(code, f"{figures}{cents}") for code, figures, cents in _SUM.findall(text)]
        said = [Decimal(one.replace(",", "")) for code, one in sums if code == whole.currency]
        if any(whole.amount <= one for one in said):
            (other,) = here.relation.to
            yield here.broken(f"{here.shown(here.name)} is not more than {here.shown(other)}")


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
