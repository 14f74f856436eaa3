"""Assembles the agreement: wordings expanded, numbered, said; definitions in use gathered.

    selection -> sections of items -> numbers and targets -> runs -> definitions -> elements
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.agreement.expand import (
    BODY_ROLES,
    CLAUSE_ROLES,
    DEFINITION_ROLES,
    RECITAL_ROLES,
    SCHEDULE_ROLES,
    At,
    Expander,
    Item,
    PlacedItem,
    Printed,
    TableItem,
)
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
from drafter.agreement.number import Numbering
from drafter.agreement.parties import PARTIES, described, parties, signature_blocks
from drafter.agreement.refer import (
    CLAUSE,
    PARAGRAPH,
    RECITAL,
    SCHEDULE,
    Spot,
    Targets,
    surviving,
)
from drafter.agreement.say import NONE, Sayer
from drafter.conditions.model import Missing
from drafter.diagnostics import Refused
from drafter.library.model import LEFT_OUT, Definition, Topic
from drafter.questionnaire.answers import SpecialTerm
from drafter.selection.model import Chosen, Selection
from drafter.selection.select import possible_rows

Roles = tuple[Role, Role, Role]
_KINDS = {
    Role.CLAUSE_HEADING: CLAUSE, Role.CLAUSE: CLAUSE, Role.SUBCLAUSE: CLAUSE,
    Role.SUBSUBCLAUSE: CLAUSE, Role.SCHEDULE_HEADING: SCHEDULE, Role.SCHEDULE_PARAGRAPH: PARAGRAPH,
    Role.SCHEDULE_ITEM: PARAGRAPH, Role.SCHEDULE_SUBITEM: PARAGRAPH, Role.RECITAL: RECITAL,
}  # fmt: skip
STATUS = {"draft": "Draft for legal review", "issue": "For negotiation", "signature": ""}


@dataclass(frozen=True, slots=True)
class Assembled:
    """The agreement, and what its making found out: blanks printed, terms in use."""

    agreement: Agreement
    blanks: dict[str, str]
    terms: tuple[str, ...]


@dataclass(slots=True)
class Section:
    """A topic's place in the agreement: its heading and the items beneath."""

    topic: str
    heading: tuple[Run, ...]
    role: Role
    roles: Roles
    flush: Role
    items: list[Printed] = field(default_factory=list)
    number: str = ""
    part: str = ""


def assemble(
    selection: Selection, purpose: str = "draft", on: str = "", reference: str = ""
) -> Assembled:
    """The agreement of a selection. Raises `Refused` where a reference points at nothing.

    `purpose`: draft, issue or signature. `on`: the date to print, if any. `reference`: a matter
    or agreement reference for headers and footers.
    """
    return _Assembly(selection, purpose, on, reference).agreement()


class _Assembly:
    def __init__(self, selection: Selection, purpose: str, on: str, reference: str) -> None:
        self.selection, self.purpose, self.on, self.ref = selection, purpose, on, reference
        self.deal, self.library = selection.deal, selection.library
        self.targets = Targets()
        self.numbers: dict[str, str] = {}
        members = self.deal.value(PARTIES)
        between_two = isinstance(members, tuple) and len(members) == 2
        self.sayer = Sayer(self.deal, between_two, self._refer, self._surviving)
        self.section = ""
        self.terms: tuple[str, ...] = ()

    def agreement(self) -> Assembled:
        sections = list(self._sections())
        self._number(sections)
        said = [(section, list(self._elements(section))) for section in sections]
        elements = tuple(self._in_order(said))
        if self.targets.faults:
            raise Refused(dict.fromkeys(self.targets.faults))
        precedent = self.selection.precedent
        agreement = Agreement(
            precedent.title, precedent.language, self.purpose, self._cover(), elements,
            self.numbers, tuple(self._notes(sections)),
        )  # fmt: skip
        return Assembled(agreement, self.sayer.blanks, self.terms)

    def _cover(self) -> dict[str, str]:
        names = ["".join(run.text for run in described(record, self.sayer)[:1])
                 for record in parties(self.sayer)]  # fmt: skip
        return {
            "title": self.selection.precedent.title,
            "parties": "\n".join(names),
            "date": self.on,
            "reference": self.ref,
            "status": STATUS[self.purpose],
        }

    def _notes(self, sections: Iterable[Section]) -> Iterator[Note]:
        for section in sections if self.purpose == "draft" else ():
            chosen = self.selection.chosen.get(section.topic)
            variant = chosen.variant if chosen else None
            if variant is not None:
                points = [f"To confirm: {point}" for point in variant.front.confirm]
                lines = [variant.front.note, *points] if variant.front.note else points
                if lines:
                    yield Note(section.topic, "\n".join(lines))

    # --- sections: wordings expanded ---

    def _sections(self) -> Iterator[Section]:
        precedent = self.selection.precedent
        for topic in precedent.opening:
            first = Role.PARTY if topic == PARTIES else Role.RECITAL
            roles = (first, *RECITAL_ROLES[1:])
            yield from self._topic(topic, Role.FRONT_HEADING, roles, Role.BODY)
        for part in precedent.parts:
            heading = part.heading
            for topic in part.topics:
                for section in self._topic(topic, Role.CLAUSE_HEADING, CLAUSE_ROLES, Role.FLUSH):
                    section.part, heading = heading, ""
                    yield section
        for topic in precedent.schedules:
            yield from self._topic(topic, Role.SCHEDULE_HEADING, SCHEDULE_ROLES, Role.BODY)
        for topic in precedent.closing:
            yield from self._topic(topic, Role.FRONT_HEADING, BODY_ROLES, Role.BODY)

    def _topic(self, id: str, role: Role, roles: Roles, flush: Role) -> Iterator[Section]:
        terms = self.deal.answers.special_terms
        replaced = next((term for term in terms if term.replaces == id), None)
        chosen = self.selection.chosen[id]
        if replaced is not None:
            self.targets.loose.add(id)
            yield self._special(replaced, id, role, roles, flush)
        elif not chosen.left_out:
            section = Section(id, (Run(chosen.topic.heading),), role, roles, flush)
            section.items = self._items(chosen, roles, flush)
            yield section
        for term in terms:
            if term.after == id:
                yield self._special(term, f"special-{term.id}", role, roles, flush)

    def _special(
        self, term: SpecialTerm, id: str, role: Role, roles: Roles, flush: Role
    ) -> Section:
        about = f"special_terms.{term.id}"
        section = Section(id, (Run(term.heading, Said.ANSWER, about),), role, roles, flush)
        for index, text in enumerate(filter(str.strip, term.text.split("\n\n")), 1):
            words = (Run(" ".join(text.split("\n")).strip(), Said.ANSWER, about),)
            section.items.append(Item(f"{id}.{index}", id, roles[0], (), At(self.deal), said=words))
        return section

    def _items(self, chosen: Chosen, roles: Roles, flush: Role) -> list[Printed]:
        variant = chosen.variant
        if variant is None:
            return [self._open(chosen, roles[0])]
        expander = Expander(chosen.topic.id, roles, flush)
        items: list[Printed] = []
        for item in expander.text(variant.text, At(self.deal)):
            if isinstance(item, PlacedItem) and item.what in self.selection.chosen:
                items += self._rider(item, roles, flush)
            else:
                items.append(item)
        return items

    def _rider(self, placed: PlacedItem, roles: Roles, flush: Role) -> list[Printed]:
        chosen = self.selection.chosen[placed.what]
        return [] if chosen.left_out else self._items(chosen, roles, flush)

    def _open(self, chosen: Chosen, role: Role) -> Item:
        """An open topic: one bracket that names the question and the wordings still possible."""
        from drafter.selection.explain import explain

        self.targets.loose.add(chosen.topic.id)
        waiting = [reason for reason in explain(self.selection, chosen.topic.id).because
                   if reason.origin in (Missing.ABSENT.value, Missing.UNKNOWN.value)]  # fmt: skip
        asked = " ".join(reason.asks for reason in waiting)
        wordings = ", ".join(row for row in chosen.rows if row != LEFT_OUT)
        text = f"[Not decided yet: {asked} Wordings still possible: {wordings}.]"
        about = waiting[0].question if waiting else chosen.topic.id
        id = chosen.topic.id
        return Item(f"{id}.open", id, role, (), At(self.deal), said=(Run(text, Said.BLANK, about),))

    # --- numbers and targets ---

    def _number(self, sections: Iterable[Section]) -> None:
        count = Numbering()
        for section in sections:
            section.number = self._numbered(count, section.role, section.topic)
            spot = self._spot(section.topic, section.role, section.topic)
            self.targets.add(section.topic, "", spot)
            if section.role is Role.SCHEDULE_HEADING:
                self.targets.schedules[section.topic] = spot
            self._number_items(section, count)

    def _number_items(self, section: Section, count: Numbering) -> None:
        above = self._spot(section.topic, section.role, section.topic)
        for item in section.items:
            if isinstance(item, Item):
                item.number = self._numbered(count, item.role, item.block)
                above = self._spot(item.block, item.role, section.topic, item)
            elif isinstance(item, PlacedItem):
                self._number_list(item, section, count)
                continue
            spot = above._replace(chain=item.at.chain)
            if item.label:
                self.targets.add(item.topic, item.label, spot)
            if item.topic != section.topic and (item.topic, "") not in self.targets.spots:
                self.targets.add(item.topic, "", spot)

    def _numbered(self, count: Numbering, role: Role, block: str) -> str:
        label, full = count.next(role)
        if full:
            self.numbers[block] = full
        return label

    def _spot(self, block: str, role: Role, section: str, item: Item | None = None) -> Spot:
        chain = item.at.chain if item else ()
        number = self.numbers.get(block, "")
        return Spot(block, number, _KINDS.get(role, CLAUSE), section, chain)

    def _number_list(self, placed: PlacedItem, section: Section, count: Numbering) -> None:
        """Computed lists that are numbered: parties; schedules and precedence as subclauses."""
        lines = self._computed(placed)
        placed_items = []
        for line in lines:
            line.number = self._numbered(count, line.role, line.block)
            placed_items.append(line)
        self._lists[placed.block] = placed_items

    @property
    def _lists(self) -> dict[str, list[Item]]:
        return self.__dict__.setdefault("_list_items", {})

    def _computed(self, placed: PlacedItem) -> Iterator[Item]:
        if placed.what == "parties":
            for record in parties(self.sayer):
                yield self._line(placed, record.id, placed.roles[0])
        elif placed.what in ("schedules", "precedence"):
            role = placed.roles[1]
            if placed.what == "precedence":
                yield self._line(placed, "clauses", role)
            for id in self.selection.precedent.schedules:
                if not self.selection.chosen[id].left_out:
                    yield self._line(placed, id, role)

    def _line(self, placed: PlacedItem, id: str, role: Role) -> Item:
        return Item(f"{placed.block}.{id}", placed.topic, role, (), placed.at, label=id)

    # --- saying ---

    def _refer(self, reference: object, at: At, topic: str) -> list[Run]:
        return self.targets.refer(reference, at, topic, self.section)  # type: ignore[arg-type]

    def _surviving(self) -> list[Run]:
        return surviving(self._survivors())

    def _survivors(self) -> Iterator[Spot]:
        for id, chosen in self.selection.chosen.items():
            front = chosen.variant.front if chosen.variant else None
            if front is None or not front.survives:
                continue
            labels = front.surviving_labels or ("",)
            for label in labels:
                for spot in self.targets.spots.get((id, label), ()):
                    if spot.number:
                        yield spot

    def _elements(self, section: Section) -> Iterator[Element | Definitions]:
        self.section = section.topic
        if section.part:
            part = (Run(section.part),)
            yield Paragraph(f"part.{section.topic}", Role.PART_HEADING, "", part)
        yield Paragraph(section.topic, section.role, section.number, section.heading)
        for item in section.items:
            if isinstance(item, Item):
                yield self._paragraph(item)
            elif isinstance(item, TableItem):
                yield self._table(item)
            elif item.what == "definitions":
                yield Definitions(item)
            elif item.what == "signatures":
                yield from signature_blocks(item.block, item.form, self.sayer)
            else:
                yield from self._said_list(item)

    def _paragraph(self, item: Item) -> Paragraph:
        runs = list(item.said) or self.sayer.sentences(item.sentences, item.topic)
        if item.lead:
            runs.append(Run(":"))
        elif item.stop:
            runs.append(Run(item.stop))
        if item.at.doubt and not item.said:
            runs = [run._replace(doubt=True) for run in runs]
        return Paragraph(item.block, item.role, item.number, tuple(runs))

    def _table(self, item: TableItem) -> Table:
        headings = tuple(tuple(self.sayer.line(column.heading, item.at, item.topic))
                         for column in item.table.columns)  # fmt: skip
        rows = tuple((block, tuple(
            tuple(self.sayer.line(column.cell, at, item.topic, cell=True))
            for column in item.table.columns)) for block, at in item.rows)  # fmt: skip
        return Table(item.block, headings, rows or (self._empty_row(item),))

    def _empty_row(self, item: TableItem) -> tuple[str, tuple[tuple[Run, ...], ...]]:
        cells = ((Run(NONE),), *(((),) * (len(item.table.columns) - 1)))
        return f"{item.block}.none", cells

    def _said_list(self, placed: PlacedItem) -> Iterator[Paragraph]:
        lines = self._lists[placed.block]
        for index, line in enumerate(lines):
            left = len(lines) - index
            stop = "." if left == 1 else "; and" if left == 2 else ";"
            runs = (*self._list_line(placed, line), Run(stop))
            yield Paragraph(line.block, line.role, line.number, runs)

    def _list_line(self, placed: PlacedItem, line: Item) -> tuple[Run, ...]:
        if placed.what == "parties":
            record = next(one for one in parties(self.sayer) if one.id == line.label)
            return described(record, self.sayer)
        if line.label == "clauses":
            return (Run("the clauses of this Agreement"),)
        spot = self.targets.schedules[line.label]
        heading = self.selection.chosen[line.label].topic.heading
        number = Run(spot.number.replace(" ", "\u00a0"), Said.REFERENCE, spot.block)
        return (number, Run(f" ({heading})"))

    # --- definitions in use ---

    def _in_order(
        self, said: list[tuple[Section, list[Element | Definitions]]]
    ) -> Iterator[Element]:
        """All elements, the definitions that everything else uses put in their place."""
        for section, elements in said:
            for element in elements:
                if isinstance(element, Definitions):
                    self.section = section.topic
                    yield from self._definitions(element.at)
                else:
                    yield element

    def _definitions(self, placed: PlacedItem) -> Iterator[Paragraph]:
        printed: dict[str, list[Paragraph]] = {}
        waiting = list(self.sayer.uses)
        while waiting:
            id = waiting.pop(0)
            definition = self.library.definitions.get(id)
            if definition is None or id in printed:
                continue
            before = len(self.sayer.uses)
            printed[id] = list(self._definition(definition))
            waiting += list(self.sayer.uses)[before:]
        kept = {id: lines for id, lines in printed.items() if lines}
        self.terms = tuple(sorted(kept, key=lambda id: _sort_key(self.library.definitions[id])))
        for id in self.terms:
            yield from kept[id]

    def _definition(self, definition: Definition) -> Iterator[Paragraph]:
        rows = possible_rows(definition.rows, self.deal).possible
        text = definition.texts.get(rows[0]) if rows else None
        if text is None:
            return
        prefix = f"definition.{definition.id}"
        expander = Expander(definition.id, DEFINITION_ROLES, Role.FLUSH, prefix)
        count = Numbering()
        opening: tuple[Run, ...] = (Run(definition.term, Said.TERM), Run(" "))
        for item in expander.text(text, At(self.deal, doubt=len(rows) > 1)):
            if isinstance(item, Item):
                item.number = self._numbered(count, item.role, item.block)
                paragraph = self._paragraph(item)
                yield paragraph._replace(runs=(*opening, *paragraph.runs))
                opening = ()


@dataclass(frozen=True, slots=True)
class Definitions:
    """Where the definitions go, once everything else is said."""

    at: PlacedItem


def _sort_key(definition: Definition) -> tuple[str, str]:
    return definition.term.casefold(), definition.term


