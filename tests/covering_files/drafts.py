"""The agreements of the covering set, in every house style that comes with drafter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from support.covering import covering_answers
from support.examples import starter

from drafter.agreement.assemble import assemble
from drafter.agreement.instructions import Instructions
from drafter.agreement.model import Agreement
from drafter.bundled import house_styles
from drafter.casework.read import Case
from drafter.word.house import load_house
from drafter.word.house_style import HouseStyle
from drafter.word.write import to_docx

PURPOSES = ("draft", "issue", "signature")


class CoveringFile(NamedTuple):
    """An agreement of the covering set in one house style."""

    name: str
    agreement: Agreement
    data: bytes


@cache
def houses() -> dict[str, HouseStyle]:
    """The house styles that come with drafter."""
    return {path.stem: load_house(path) for path in sorted(house_styles().glob("*.docx"))}


@cache
def drafted_answers() -> tuple[Case, ...]:
    """The sets of answers that no rule refuses."""
    return tuple(case for case in covering_answers() if not case.expected.findings)


def covering_files(seed: int, share: int) -> Iterator[CoveringFile]:
    """One set of answers of so many, as the seed says, in every house style, for each purpose in
    turn."""
    for turn, case in list(enumerate(drafted_answers()))[seed % share :: share]:
        selection = starter().select(case.data).selection
        for place, (style, house) in enumerate(houses().items()):
            purpose = PURPOSES[(turn + place) % len(PURPOSES)]
            agreement = assemble(selection, Instructions(purpose, scheme=house.scheme)).agreement
            name = f"{case.id}, {style}, for {purpose}"
            yield CoveringFile(name, agreement, to_docx(agreement, house))
