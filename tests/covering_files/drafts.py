"""The agreements of the covering set, in every house style that comes with drafter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from support.covering import covering_answers
from support.examples import starter

from drafter.agreement.assemble import assemble
from drafter.agreement.instructions import Instructions
from drafter.agreement.model import Agreement, Element, Paragraph, Said, Table
from drafter.bundled import house_styles
from drafter.casework.read import Case
from drafter.word.house import load_house
from drafter.word.house_style import HouseStyle
from drafter.word.write import to_docx

PURPOSES = ("draft", "issue", "signature")
Every = Literal["paragraph", "text", "deal"]


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


@cache
def answers_that_print(every: Every) -> tuple[Case, ...]:
    """Sets of answers that together print every paragraph, or every text of one, of each precedent;
    or all of them. Whichever prints most that is not printed yet comes next."""
    if every == "deal":
        return drafted_answers()
    prints = {case.id: set(_printed(case, every)) for case in drafted_answers()}
    left, taken = set().union(*prints.values()), []
    while left:
        taken.append(max(drafted_answers(), key=lambda case: len(prints[case.id] & left)))
        left -= prints[taken[-1].id]
    return tuple(taken)


def covering_files(every: Every, seed: int, share: int) -> Iterator[CoveringFile]:
    """One set of answers of so many, as the seed says, in every house style, for each purpose in
    turn."""
    for turn, case in list(enumerate(answers_that_print(every)))[seed % share :: share]:
        for place, (style, house) in enumerate(houses().items()):
            purpose = PURPOSES[(turn + place) % len(PURPOSES)]
            agreement = _assembled(case, Instructions(purpose, scheme=house.scheme))
            name = f"{case.id}, {style}, for {purpose}"
            yield CoveringFile(name, agreement, to_docx(agreement, house))


def _printed(case: Case, every: Every) -> Iterator[tuple[str, ...]]:
    """Each paragraph or cell: precedent and block, and its words where texts are told apart."""
    precedent = starter().select(case.data).selection.precedent.id
    for element in _assembled(case, Instructions()).printed:
        for words in _words(element):
            yield (precedent, element.block, words)[: 2 if every == "paragraph" else 3]


def _words(element: Element) -> Iterator[str]:
    """The library's own words of a paragraph, or of each cell of a table."""
    match element:
        case Paragraph():
            lines = [element.runs]
        case Table():
            lines = [cell for _, row in element.rows for cell in row]
        case _:
            lines = [element.lead]
    for line in lines:
        yield "".join(run.text for run in line if run.said is Said.WORDS)


def _assembled(case: Case, instructions: Instructions) -> Agreement:
    return assemble(starter().select(case.data).selection, instructions).agreement
