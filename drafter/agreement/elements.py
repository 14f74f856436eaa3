"""The elements of an agreement: each section said, paragraph by paragraph, numbers left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from drafter.agreement.assumed import Assumptions
from drafter.agreement.definitions import say_definitions
from drafter.agreement.expand import (
    ParagraphItem,
    PlacedItem,
    RestatedTable,
    TableItem,
    TextPlace,
)
from drafter.agreement.fill import Filler
from drafter.agreement.gaps import Gaps
from drafter.agreement.layout import Section
from drafter.agreement.memory import sayings
from drafter.agreement.model import Element, Note, Paragraph, Role, Run, Said, Table
from drafter.agreement.parties import parties, signature_blocks
from drafter.agreement.sentences import Sayer
from drafter.agreement.spelling import speller
from drafter.data_classes import dataclass
from drafter.printed_words import PrintedWords
from drafter.prose.model import Inline
from drafter.selection.model import Selection


class SectionSayer:
    """Says every section; the definitions last, for everything else decides which are in use.

    What it says names no number: a reference is a run that leads to one of the `gaps` left.
    `definitions`: the paragraphs of each term defined. `notes`: what the brackets of a block wait
    for. `awaited`: the questions that words in brackets wait for. `open_definitions`: those that
    are not decided, with the variants still possible.
    """

    def __init__(
        self,
        selection: Selection,
        words: PrintedWords,
        sections: Sequence[Section],
        taken: Sequence[str] = (),
    ) -> None:
        self.selection, self.sections = selection, sections
        self.gaps = Gaps()
        self.definitions: dict[str, list[Paragraph]] = {}
        self.notes: list[Note] = []
        self.awaited: dict[str, str] = {}
        self.open_definitions: dict[str, tuple[str, ...]] = {}
        self.words = words
        assumptions = self.assumptions = Assumptions(selection, taken)
        filler = self.filler = Filler(selection.deal, words, rests=assumptions.rests)
        spell, between_two = speller(words.spelling), len(parties(selection.deal)) == 2
        self.title = spell(selection.precedent.title)
        said = sayings(selection.library, (between_two, words.id))
        self.sayer = Sayer(
            filler,
            between_two,
            spell,
            self.gaps,
            said,
            assumptions,
            filler.uses,
        )

    def elements(self) -> tuple[Element, ...]:
        """Everything that is printed, in reading order."""
        title = Paragraph("title", Role.TITLE, "", (Run(self.title),))
        said: list[Element | _DefinitionsHere] = [title]
        for section in self.sections:
            said += self._section(section)
        return tuple(self._with_definitions(said))

    def _section(self, section: Section) -> Iterator[Element | _DefinitionsHere]:
        self.gaps.section = section.topic
        if section.part:
            yield Paragraph(section.part_block, Role.PART_HEADING, "", (Run(section.part),))
        yield self._heading(section)
        for item in section.items:
            if isinstance(item, ParagraphItem):
                yield self._paragraph(item)
            elif isinstance(item, TableItem):
                yield self._table(item)
            elif isinstance(item, RestatedTable):
                yield item.table
            elif item.what == "definitions":
                yield _DefinitionsHere(item, section.topic)
            else:
                for block in signature_blocks(item.block, item.form, self.filler):
                    self._note_assumed(block.block)
                    yield block

    def _heading(self, section: Section) -> Paragraph:
        """The heading of a clause, marked where its wording was chosen on an assumption."""
        words = section.heading
        if self.assumptions.chosen(section.topic):
            words = tuple(run._replace(assumed=True) for run in words)
        self._note_assumed(section.topic)
        return Paragraph(section.topic, section.place.heading, "", words)

    def _with_definitions(self, said: Iterable[Element | _DefinitionsHere]) -> Iterator[Element]:
        for element in said:
            if isinstance(element, _DefinitionsHere):
                self.gaps.section = element.section
                uses, say = self.sayer.uses, self._paragraph
                self.definitions = say_definitions(self.selection, self.words, uses, say)
                yield from chain.from_iterable(self.definitions.values())
            else:
                yield element

    def _paragraph(self, item: ParagraphItem) -> Paragraph:
        runs = self._runs(item)
        if item.stop:
            runs = self.sayer.with_stop(runs, item.stop)
        self._note_awaited(item.block)
        self._note_assumed(item.block)
        said = runs if isinstance(runs, tuple) else tuple(runs)
        return Paragraph(item.block, item.role, "", said)

    def _runs(self, item: ParagraphItem) -> Sequence[Run]:
        if item.still:
            if item.role is Role.DEFINITION:
                self.open_definitions[item.topic] = item.still
            return [self.sayer.undecided(item.still, item.at)]
        if item.line:
            return self.sayer.in_stock(item.line)
        return item.said or self.sayer.sentences(item.sentences, item.topic)

    def _note_awaited(self, block: str) -> None:
        """A note beside the brackets of a block: what they wait for."""
        if awaited := self.sayer.awaited:
            questions = " ".join(awaited.values())
            self.notes.append(Note(block, self.words.notes.awaits.format(questions=questions)))
            self.awaited |= awaited
            awaited.clear()

    def _note_assumed(self, block: str) -> None:
        """A note beside a block: what of it nobody has confirmed."""
        if self.assumptions.here:
            self.notes += self.assumptions.note(block, self.gaps.section, self.words.notes.assumed)

    def _table(self, item: TableItem) -> Table:
        topic = item.topic
        headings = tuple(tuple(self.sayer.line(one, item.at, topic)) for one in item.headings)
        rows = tuple(
            (block, tuple(self._cell(one, at, topic) for one in cells))
            for block, cells, at in item.rows
        )
        self._note_awaited(item.block)
        self._note_assumed(item.block)
        return Table(item.block, headings, rows or (self._empty_row(item.block, len(headings)),))

    def _empty_row(self, block: str, columns: int) -> tuple[str, tuple[tuple[Run, ...], ...]]:
        return f"{block}.none", ((Run(self.words.lists.empty),), *(((),) * (columns - 1)))

    def _cell(self, inlines: tuple[Inline, ...], at: TextPlace, topic: str) -> tuple[Run, ...]:
        """A cell; words in doubt stand in brackets, as a blank does anyway."""
        runs = self.sayer.line(inlines, at, topic, cell=True)
        bracket = at.doubt and any(run.said is not Said.BLANK for run in runs)
        return tuple(self.sayer.bracketed(runs, at.doubt, at) if bracket else runs)


@dataclass(frozen=True, slots=True)
class _DefinitionsHere:
    """Where the definitions go, once everything else is said."""

    placed: PlacedItem
    section: str
