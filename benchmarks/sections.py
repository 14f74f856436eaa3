"""The outline of a precedent, and the printed agreement taken apart along it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.agreement.layout import (
    CLAUSES,
    CLOSING,
    PARTIES_PLACE,
    RECITALS,
    SCHEDULES,
    SectionPlace,
)
from drafter.agreement.model import Element, Paragraph, Role
from drafter.agreement.parties import PARTIES
from drafter.library.model import Precedent
from drafter.selection.model import Selection

OPENING = ""  # the name of what is printed before the first heading


@dataclass(slots=True)
class Section:
    """What is printed of a topic or special term: its headings, a part's before its own; its
    text."""

    part: list[Element] = field(default_factory=list)
    heading: list[Element] = field(default_factory=list)
    text: list[Element] = field(default_factory=list)


def sections(elements: Iterable[Element], selection: Selection) -> Iterator[tuple[str, Section]]:
    """The printed sections by the name of their heading's block."""
    terms = selection.deal.answers.special_terms
    names = {*selection.precedent.topics, *(f"special-{term.id}" for term in terms)}
    section, part = Section(), list[Element]()
    yield OPENING, section
    for element in elements:
        if isinstance(element, Paragraph) and element.role is Role.PART_HEADING:
            part = [element]
        elif element.block in names:
            section, part = Section(part, [element]), []
            yield element.block, section
        else:
            section.text.append(element)


def outline(precedent: Precedent) -> Iterator[tuple[str, SectionPlace]]:
    """Every topic of a precedent in reading order, and what its place makes of its text."""
    for topic in precedent.opening:
        yield topic, PARTIES_PLACE if topic == PARTIES else RECITALS
    yield from ((topic, CLAUSES) for part in precedent.parts for topic in part.topics)
    yield from ((topic, SCHEDULES) for topic in precedent.schedules)
    yield from ((topic, CLOSING) for topic in precedent.closing)
