"""Assembles the agreement.

    selection -> sections of items -> numbers and targets -> runs -> definitions in use -> elements
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.agreement.definitions import print_definitions
from drafter.agreement.expand import At, Item, PlacedItem, TableItem
from drafter.agreement.layout import Section, lay_out
from drafter.agreement.model import (
    Agreement,
    Element,
    Note,
    Paragraph,
    Role,
    Run,
    Said,
    Table,
)
from drafter.agreement.parties import parties, party_names, signature_blocks
from drafter.agreement.refer import Spot, Targets, surviving
from drafter.agreement.say import NONE, Sayer
from drafter.agreement.targets import number
from drafter.diagnostics import Refused
from drafter.prose.model import Reference
from drafter.selection.model import Selection

STATUS = {"draft": "Draft for legal review", "issue": "For negotiation", "signature": ""}


@dataclass(frozen=True, slots=True)
class Assembled:
    """The agreement, and what its making found out: the blanks printed, the terms defined."""

    agreement: Agreement
    blanks: dict[str, str]
    terms: tuple[str, ...]


def assemble(
    selection: Selection, purpose: str = "draft", on: str = "", reference: str = ""
) -> Assembled:
    """The agreement of a selection. Raises `Refused` where a reference points at nothing.

    `purpose`: draft, issue or signature. `on`: the date to print, if any. `reference`: a matter
    or agreement reference for headers and footers.
    """
    sections = lay_out(selection)
    numbers, targets = number(sections)
    saying = _Saying(selection, targets)
    elements = saying.elements(sections)
    if targets.faults:
        raise Refused(dict.fromkeys(targets.faults))
    cover = {"title": selection.precedent.title, "parties": party_names(saying.sayer), "date": on,
             "reference": reference, "status": STATUS[purpose]}  # fmt: skip
    notes = tuple(_notes(selection, sections)) if purpose == "draft" else ()
    precedent = selection.precedent
    agreement = Agreement(
        precedent.title, precedent.language, purpose, cover, elements, numbers, notes
    )
    return Assembled(agreement, saying.sayer.blanks, saying.terms)


def _notes(selection: Selection, sections: Iterable[Section]) -> Iterator[Note]:
    """What the authors of the wordings in this draft want counsel to know."""
    for section in sections:
        chosen = selection.chosen.get(section.topic)
        variant = chosen.variant if chosen else None
        if variant is not None:
            lines = [variant.front.note, *(f"To confirm: {one}" for one in variant.front.confirm)]
            if any(lines):
                yield Note(section.topic, "\n".join(filter(None, lines)))


class _Saying:
    """Says every section; the definitions last, for everything else decides which are in use."""

    def __init__(self, selection: Selection, targets: Targets) -> None:
        self.selection, self.targets = selection, targets
        self.section = ""
        self.terms: tuple[str, ...] = ()
        between_two = len(parties(selection.deal)) == 2
        self.sayer = Sayer(selection.deal, between_two, self._refer, self._surviving)

    def elements(self, sections: Iterable[Section]) -> tuple[Element, ...]:
        title = (Run(self.selection.precedent.title),)
        said: list[Element | _DefinitionsHere] = [Paragraph("title", Role.TITLE, "", title)]
        for section in sections:
            said += self._section(section)
        return tuple(self._with_definitions(said))

    def _section(self, section: Section) -> Iterator[Element | _DefinitionsHere]:
        self.section = section.topic
        if section.part:
            yield Paragraph(f"part.{section.topic}", Role.PART_HEADING, "", (Run(section.part),))
        yield Paragraph(section.topic, section.place.heading, section.number, section.heading)
        for item in section.items:
            if isinstance(item, Item):
                yield self._paragraph(item)
            elif isinstance(item, TableItem):
                yield self._table(item)
            elif item.what == "definitions":
                yield _DefinitionsHere(item, section.topic)
            else:
                yield from signature_blocks(item.block, item.form, self.sayer)

    def _with_definitions(self, said: Iterable[Element | _DefinitionsHere]) -> Iterator[Element]:
        for element in said:
            if isinstance(element, _DefinitionsHere):
                self.section = element.section
                printed = print_definitions(self.selection, self.sayer.uses, self._paragraph)
                self.terms = tuple(printed)
                yield from (paragraph for lines in printed.values() for paragraph in lines)
            else:
                yield element

    def _paragraph(self, item: Item) -> Paragraph:
        runs = list(item.said) or self.sayer.sentences(item.sentences, item.topic)
        if item.stop and not item.lead:
            runs = _stopped(runs, item.stop)
        return Paragraph(item.block, item.role, item.number, tuple(runs))

    def _table(self, item: TableItem) -> Table:
        line, columns = self.sayer.line, item.table.columns
        headings = tuple(tuple(line(one.heading, item.at, item.topic)) for one in columns)
        rows = tuple(
            (block, tuple(tuple(line(one.cell, at, item.topic, cell=True)) for one in columns))
            for block, at in item.rows
        )
        return Table(item.block, headings, rows or (_empty_row(item.block, len(columns)),))

    def _refer(self, reference: Reference, at: At, topic: str) -> list[Run]:
        return self.targets.refer(reference, at, topic, self.section)

    def _surviving(self) -> list[Run]:
        return surviving(self._survivors())

    def _survivors(self) -> Iterator[Spot]:
        for id, chosen in self.selection.chosen.items():
            front = chosen.variant.front if chosen.variant else None
            if front is not None and front.survives:
                for label in front.surviving_labels or ("",):
                    spots = self.targets.spots.get((id, label), ())
                    yield from (spot for spot in spots if spot.number)


@dataclass(frozen=True, slots=True)
class _DefinitionsHere:
    """Where the definitions go, once everything else is said."""

    placed: PlacedItem
    section: str


def _empty_row(block: str, columns: int) -> tuple[str, tuple[tuple[Run, ...], ...]]:
    return f"{block}.none", ((Run(NONE),), *(((),) * (columns - 1)))


def _stopped(runs: list[Run], stop: str) -> list[Run]:
    """The runs with the stop that a join writes; a lead whose list is empty loses its colon."""
    last = runs[-1] if runs else Run("")
    if last.text.endswith(":"):
        return [*runs[:-1], last._replace(text=last.text.removesuffix(":") + stop)]
    doubled = stop == "." and last.text.endswith(".") and last.said is Said.ANSWER
    return runs if doubled else [*runs, Run(stop)]
