"""A fresh draft in the numbers of the signed agreement: nothing that stands is renumbered.

A clause that is new takes the number of the one before it with a letter, 7A.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, count
from string import ascii_uppercase
from typing import NamedTuple

from drafter.agreement.model import Agreement, Element, Paragraph, Role, Run, Said, Table
from drafter.agreement.number import own
from drafter.diagnostics import Diagnostic, Refused

NBSP = "\u00a0"
HEADINGS = (Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING, Role.FRONT_HEADING)
NUMBERED = (Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING)


class TopNumber(NamedTuple):
    """The number of a section as a fresh draft counts it, and as the signed agreement has it;
    whether what stands in it is counted by itself, as in a schedule."""

    fresh: str
    kept: str
    by_itself: bool = False

    def of(self, number: str) -> str | None:
        """A number in the section as the signed agreement has it; None where it cannot be told.

        >>> TopNumber("8", "7A").of("8.2(a)")
        '7A.2(a)'
        """
        rest = number[len(self.fresh) :]
        if number.startswith(self.fresh) and not rest[:1].isalnum():
            return self.kept + rest
        return number if self.by_itself or self.fresh == self.kept else None


def in_kept_numbers(document: Agreement, signed: Mapping[str, str]) -> Agreement:
    """The draft with the numbers of the signed agreement, `signed` by topic. Raises `Refused`
    where the house style counts in a way that cannot take a letter."""
    tops = _tops(document, signed)
    homes = list(_homes(document))
    numbers = {block: tops[home].of(full) if home in tops else full for block, home, full in homes}
    lost = dict.fromkeys(home for block, home, _ in homes if numbers[block] is None)
    if lost:
        says = f"the numbers in {', '.join(lost)} cannot be kept as this house style counts"
        raise Refused([Diagnostic("kept-numbers", says, None, "write this amendment by hand")])
    kept = {block: number for block, number in numbers.items() if number is not None}
    elements = tuple(_renumbered(one, home, tops, kept) for home, one in _in_sections(document))
    return replace(document, elements=elements, numbers=kept)


def _in_sections(document: Agreement) -> Iterator[tuple[str, Element]]:
    """Each element with the topic of its section."""
    home = ""
    for element in document.elements:
        if isinstance(element, Paragraph) and element.role in HEADINGS:
            home = element.block
        yield home, element


def _homes(document: Agreement) -> Iterator[tuple[str, str, str]]:
    """Each numbered block with its section and its full number."""
    for home, element in _in_sections(document):
        if element.block in document.numbers:
            yield element.block, home, document.numbers[element.block]


def _tops(document: Agreement, signed: Mapping[str, str]) -> dict[str, TopNumber]:
    taken, before = set(signed.values()), dict.fromkeys(NUMBERED, "")
    tops: dict[str, TopNumber] = {}
    for element in document.elements:
        if isinstance(element, Paragraph) and element.role in NUMBERED:
            fresh = document.numbers.get(element.block, "")
            kept = signed.get(element.block) or _free(fresh, before[element.role], taken)
            by_itself = element.role is Role.SCHEDULE_HEADING
            tops[element.block] = TopNumber(fresh, kept, by_itself)
            taken.add(kept)
            before[element.role] = kept
    return tops


def _free(fresh: str, before: str, taken: set[str]) -> str:
    """The first number behind another one that nothing bears or ever bore."""
    if not before:
        return fresh if fresh not in taken else f"A{fresh}"
    stem = before[:-1] if before[-1:] in ascii_uppercase and before[-2:-1].isdigit() else before
    return next(one for one in _lettered(stem) if one not in taken)


def _lettered(stem: str) -> Iterator[str]:
    later = (f"A{letter}" for letter in ascii_uppercase)
    yield from (f"{stem}{letter}" for letter in chain(ascii_uppercase, later))
    yield from (f"{stem}Z{number}" for number in count(1))


def _renumbered(
    element: Element, home: str, tops: Mapping[str, TopNumber], numbers: Mapping[str, str]
) -> Element:
    match element:
        case Paragraph(block, role, label, runs):
            top = tops.get(home)
            return Paragraph(block, role, _label(label, top), _referring(runs, numbers))
        case Table(block, headings, rows):
            heads = tuple(_referring(cell, numbers) for cell in headings)
            again = tuple(
                (row, tuple(_referring(cell, numbers) for cell in cells)) for row, cells in rows
            )
            return Table(block, heads, again)
    return element


def _label(label: str, top: TopNumber | None) -> str:
    kept = top.of(own(label)) if top and label else None
    return label if kept is None else kept + label[len(own(label)) :]


def _referring(runs: tuple[Run, ...], numbers: Mapping[str, str]) -> tuple[Run, ...]:
    return tuple(
        one._replace(text=numbers[one.about].replace(" ", NBSP))
        if one.said is Said.REFERENCE and one.about in numbers
        else one
        for one in runs
    )
