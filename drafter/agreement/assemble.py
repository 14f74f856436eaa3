"""Assembles the agreement.

selection -> sections of items -> numbers and targets -> runs -> definitions in use -> elements
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.agreement.definitions import print_definitions
from drafter.agreement.editions import Edition, edition_of
from drafter.agreement.expand import ParagraphItem, PlacedItem, TableItem, TextPlace
from drafter.agreement.fill import Filler
from drafter.agreement.layout import Section, lay_out, loose_topics
from drafter.agreement.memory import sayings
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
from drafter.agreement.refer import Spot, Targets
from drafter.agreement.scheme import SHIPPED, Scheme
from drafter.agreement.sentences import Sayer, ends_in_stop
from drafter.agreement.spelling import speller
from drafter.agreement.survival import survivors, without_survival
from drafter.agreement.targets import number
from drafter.diagnostics import Refused
from drafter.printed_words import Notes, PrintedWords
from drafter.prose.model import Inline, Reference
from drafter.selection.model import Chosen, Selection


@dataclass(frozen=True, slots=True)
class Assembled:
    """The agreement, and what its making found out.

    `blanks` and `awaited`: what the blanks ask, and the questions that words in brackets wait
    for, by question. `terms`: the terms defined. `edition`: the words that it prints. `undefined`:
    the terms that its periods are counted in and nothing defines. `open_definitions`: those that
    are not decided, with the wordings still possible.
    """

    agreement: Agreement
    blanks: dict[str, str]
    awaited: dict[str, str]
    terms: tuple[str, ...]
    edition: Edition
    undefined: tuple[str, ...] = ()
    open_definitions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def assemble(
    selection: Selection,
    purpose: str = "draft",
    on: str = "",
    reference: str = "",
    is_preview: bool = False,
    scheme: Scheme = SHIPPED,
) -> Assembled:
    """The agreement of a selection. Raises `Refused` where a reference points at nothing.

    `purpose`: draft, issue or signature. `on`: the date to print, if any. `reference`: a matter
    or agreement reference for headers and footers. `is_preview`: it is marked as not issued.
    `scheme`: how it is numbered.
    """
    edition = edition_of(selection)
    words = edition.words
    sections, loose = lay_out(selection, words), loose_topics(selection)
    called = scheme.calling(words.references.schedule)
    numbers, targets = number(sections, loose, words, called)
    surviving = list(survivors(selection, targets))
    if not surviving and without_survival(sections):
        numbers, targets = number(sections, loose, words, called)
    saying = _Saying(selection, words, targets, surviving, called)
    elements = saying.elements(sections)
    if targets.faults:
        raise Refused(dict.fromkeys(targets.faults))
    title, language = (
        speller(words.spelling)(selection.precedent.title),
        _language(selection, words),
    )
    status = words.status.of(purpose, is_preview)
    cover = {
        "title": title,
        "parties": party_names(saying.filler),
        "date": on,
        "reference": reference,
        "status": status,
    }
    notes = (*_notes(selection, sections, words), *saying.notes) if purpose == "draft" else ()
    agreement = Agreement(
        title,
        language,
        purpose,
        cover,
        elements,
        numbers,
        notes,
        is_preview,
        words.watermark.of(purpose, is_preview),
        words.references.schedule,
        scheme,
    )
    filler = saying.filler
    return Assembled(
        agreement,
        filler.blanks,
        saying.awaited,
        saying.terms,
        edition,
        tuple(filler.undefined),
        saying.open_definitions,
    )


def _language(selection: Selection, words: PrintedWords) -> str:
    """The language of the file: the edition's own kind of the precedent's language."""
    said = selection.precedent.language
    return said if "-" in said else words.proofing_language or said


def _notes(
    selection: Selection, sections: Iterable[Section], words: PrintedWords
) -> Iterator[Note]:
    """What the authors of the wordings in this draft want counsel to know, those of a rider where
    the rider begins."""
    for section in sections:
        blocks = {section.topic: section.topic}
        for item in section.items:
            if isinstance(item, ParagraphItem):
                blocks.setdefault(item.topic, item.block)
        for topic, block in blocks.items():
            chosen = selection.chosen.get(topic)
            lines = _note_lines(chosen, words.notes) if chosen else ()
            if told := "\n".join(filter(None, lines)):
                yield Note(block, told)


def _note_lines(chosen: Chosen, words: Notes) -> Iterator[str]:
    if chosen.variant is not None:
        front = chosen.variant.front
        yield front.note
        if front.legal_basis and words.law:
            yield words.law.format(law="; ".join(one.law for one in front.legal_basis))
        yield from (words.confirm.format(point=one) for one in front.confirm)


class _Saying:
    """Says every section; the definitions last, for everything else decides which are in use."""

    def __init__(
        self,
        selection: Selection,
        words: PrintedWords,
        targets: Targets,
        surviving: Sequence[Spot],
        scheme: Scheme,
    ) -> None:
        self.selection, self.targets, self.surviving = selection, targets, surviving
        self.scheme = scheme
        self.section = ""
        self.terms: tuple[str, ...] = ()
        self.notes: list[Note] = []
        self.awaited: dict[str, str] = {}
        self.open_definitions: dict[str, tuple[str, ...]] = {}
        self.words = words
        self.filler = Filler(selection.deal, words)
        between_two = len(parties(selection.deal)) == 2
        self.spell = speller(words.spelling)
        said = sayings(selection.library, (between_two, words.id))
        self.sayer = Sayer(
            self.filler,
            between_two,
            self.spell,
            self._refer,
            self._surviving,
            said,
            self.filler.uses,
        )

    def elements(self, sections: Iterable[Section]) -> tuple[Element, ...]:
        title = (Run(self.spell(self.selection.precedent.title)),)
        said: list[Element | _DefinitionsHere] = [Paragraph("title", Role.TITLE, "", title)]
        for section in sections:
            said += self._section(section)
        return tuple(self._with_definitions(said))

    def _section(self, section: Section) -> Iterator[Element | _DefinitionsHere]:
        self.section = section.topic
        if section.part:
            part = f"part.{section.topic}"
            words = (Run(section.part),)
            yield Paragraph(part, Role.PART_HEADING, section.part_number, words)
        yield Paragraph(section.topic, section.place.heading, section.number, section.heading)
        for item in section.items:
            if isinstance(item, ParagraphItem):
                yield self._paragraph(item)
            elif isinstance(item, TableItem):
                yield self._table(item)
            elif item.what == "definitions":
                yield _DefinitionsHere(item, section.topic)
            else:
                yield from signature_blocks(item.block, item.form, self.filler)

    def _with_definitions(self, said: Iterable[Element | _DefinitionsHere]) -> Iterator[Element]:
        for element in said:
            if isinstance(element, _DefinitionsHere):
                self.section = element.section
                printed = print_definitions(
                    self.selection, self.words, self.sayer.uses, self._paragraph, self.scheme
                )
                self.terms = tuple(printed)
                yield from (paragraph for lines in printed.values() for paragraph in lines)
            else:
                yield element

    def _paragraph(self, item: ParagraphItem) -> Paragraph:
        runs = self._runs(item)
        if item.stop:
            runs = _stopped(runs, item.stop)
        self._note_awaited(item.block)
        said = runs if isinstance(runs, tuple) else tuple(runs)
        return Paragraph(item.block, item.role, item.number, said)

    def _runs(self, item: ParagraphItem) -> Sequence[Run]:
        if item.still:
            if item.role is Role.DEFINITION:
                self.open_definitions[item.topic] = item.still
            return [self.sayer.undecided(item.still, item.at)]
        return item.said or self.sayer.sentences(item.sentences, item.topic)

    def _note_awaited(self, block: str) -> None:
        """A note beside the brackets of a block: what they wait for."""
        if awaited := self.sayer.awaited:
            questions = " ".join(awaited.values())
            self.notes.append(Note(block, self.words.notes.awaits.format(questions=questions)))
            self.awaited |= awaited
            awaited.clear()

    def _table(self, item: TableItem) -> Table:
        columns, topic = item.table.columns, item.topic
        headings = tuple(tuple(self.sayer.line(one.heading, item.at, topic)) for one in columns)
        rows = tuple(
            (block, tuple(self._cell(one.cell, at, topic) for one in columns))
            for block, at in item.rows
        )
        self._note_awaited(item.block)
        return Table(item.block, headings, rows or (self._empty_row(item.block, len(columns)),))

    def _empty_row(self, block: str, columns: int) -> tuple[str, tuple[tuple[Run, ...], ...]]:
        return f"{block}.none", ((Run(self.words.lists.empty),), *(((),) * (columns - 1)))

    def _cell(self, inlines: tuple[Inline, ...], at: TextPlace, topic: str) -> tuple[Run, ...]:
        """A cell; words in doubt stand in brackets, as a blank does anyway."""
        runs = self.sayer.line(inlines, at, topic, cell=True)
        bracket = at.doubt and any(run.said is not Said.BLANK for run in runs)
        return tuple(self.sayer.bracketed(runs, at.doubt, at) if bracket else runs)

    def _refer(self, reference: Reference, at: TextPlace, topic: str) -> list[Run]:
        return self.targets.refer(reference, at, topic, self.section)

    def _surviving(self) -> list[Run]:
        return self.targets.surviving(self.surviving, self.section)


@dataclass(frozen=True, slots=True)
class _DefinitionsHere:
    """Where the definitions go, once everything else is said."""

    placed: PlacedItem
    section: str


def _stopped(runs: Sequence[Run], stop: str) -> Sequence[Run]:
    """The runs with the stop that a join writes; a lead whose list is empty loses its colon."""
    if runs[-1].doubt:
        return [*_without_colon(runs[:-1]), runs[-1], Run(stop)]
    said = _without_colon(runs)
    return said if stop == "." and ends_in_stop(said) else [*said, Run(stop)]


def _without_colon(runs: Sequence[Run]) -> Sequence[Run]:
    *before, last = runs
    if last.said is not Said.WORDS or not last.text.endswith(":"):
        return runs
    rest = last._replace(text=last.text.removesuffix(":"))
    return [*before, rest] if rest.text else before
