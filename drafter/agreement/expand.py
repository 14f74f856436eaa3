"""Expands a variant into the paragraphs that this deal prints: guards judged, loops run.

An undecided guard keeps its text, in doubt: it is printed in brackets. A loop over a list that is
not known yet prints one blank record, in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from drafter.agreement.model import Role, Run, Table
from drafter.agreement.stock import Line, stock
from drafter.conditions.judge import AtRecord, judge, value_of
from drafter.conditions.model import Condition, Scope, Subject
from drafter.conditions.reasons import grounds
from drafter.data_classes import dataclass
from drafter.kinds.model import Missing, Points, Record
from drafter.printed_words import PrintedWords
from drafter.prose.model import (
    Block,
    ForEach,
    Guard,
    Inline,
    Placed,
    ProseParagraph,
    ProseTable,
    Sentence,
    Settled,
    Text,
    When,
    WrittenTable,
)

CLAUSE_ROLES = (Role.CLAUSE, Role.SUBCLAUSE, Role.SUBSUBCLAUSE)
SCHEDULE_ROLES = (Role.SCHEDULE_PARAGRAPH, Role.SCHEDULE_ITEM, Role.SCHEDULE_SUBITEM)
DEFINITION_ROLES = (Role.DEFINITION, Role.DEFINITION_ITEM, Role.DEFINITION_SUBITEM)
RECITAL_ROLES = (Role.RECITAL, Role.DEFINITION_ITEM, Role.DEFINITION_SUBITEM)
BODY_ROLES = (Role.BODY, Role.BODY, Role.BODY)
BLANK_RECORD = "blank"
Cell: TypeAlias = tuple[Inline, ...]


class TextPlace(NamedTuple):
    """Where in the deal a piece of text stands: its scope, the records round it, what it waits
    for (the subjects of conditions that are not decided yet) and the conditions that let it
    stand."""

    scope: Scope
    chain: tuple[Points, ...] = ()
    doubt: tuple[Subject, ...] = ()
    rests: tuple[Condition, ...] = ()


class SentenceAt(NamedTuple):
    """A sentence that is printed, and where it stands."""

    inlines: tuple[Inline, ...]
    at: TextPlace


@dataclass(slots=True)
class ParagraphItem:
    """A paragraph to be printed. `stop` is what a join writes at its end.

    `said` holds the runs of a special term, which no library text spells; `still` the variants
    between which an open topic or definition waits; `line` the line in stock that says all of it.
    """

    block: str
    topic: str
    role: Role
    sentences: list[SentenceAt]
    at: TextPlace
    label: str = ""
    stop: str = ""
    said: tuple[Run, ...] = ()
    still: tuple[str, ...] = ()
    line: Line | None = None


@dataclass(slots=True)
class TableItem:
    """A table to be printed: its headings, and each row with its block, its cells and its place."""

    block: str
    topic: str
    headings: tuple[Cell, ...]
    rows: tuple[tuple[str, tuple[Cell, ...], TextPlace], ...]
    at: TextPlace
    label: str = ""


@dataclass(slots=True)
class PlacedItem:
    """A rider or computed list to be put here."""

    block: str
    topic: str
    what: str
    form: str
    roles: tuple[Role, Role, Role]
    at: TextPlace


@dataclass(slots=True)
class RestatedTable:
    """A table of another agreement that is printed as it stands there."""

    table: Table
    label: str = ""


PrintedItem: TypeAlias = ParagraphItem | TableItem | PlacedItem | RestatedTable


@dataclass(frozen=True, slots=True)
class Expander:
    """How the text of one topic is expanded: its id for the blocks, its roles by level, the words
    of the edition."""

    topic: str
    roles: tuple[Role, Role, Role]
    words: PrintedWords
    flush: Role = Role.FLUSH
    prefix: str = ""

    def text(self, text: Text, at: TextPlace) -> list[PrintedItem]:
        """The printed items of a whole text, in reading order."""
        items: list[PrintedItem] = []
        for index, block in enumerate(text.blocks, 1):
            name = f"{self.prefix or self.topic}.{index}"
            lines = self._in_stock(block, at) if isinstance(block, ProseParagraph) else None
            if lines is not None:
                items += [_item(line, name, self.topic, at) for line in lines]
                continue
            for here, suffix in instances(block.guards, at):
                items += self._block(block, f"{name}{suffix}", here)
        return items

    def _in_stock(self, block: ProseParagraph, at: TextPlace) -> tuple[Line, ...] | None:
        """The lines that the guards of a block let stand; None where it has a loop, or where a
        guard is not decided."""
        stocked = stock(self.words).of(block, (*self.roles, self.flush))
        if stocked.conditions is None:
            return None
        verdicts = tuple([judge(one, at.scope) for one in stocked.conditions])
        if None in verdicts:
            return None
        lines = stocked.lines.get(verdicts)
        return stocked.keep(verdicts, self._lines(block, at)) if lines is None else lines

    def _lines(self, block: ProseParagraph, at: TextPlace) -> tuple[Line, ...]:
        here = [here for here, _ in instances(block.guards, TextPlace(at.scope))]
        return tuple(_line(item) for one in here for item in self._paragraph(block, "", one, 0))

    def _block(self, block: Block, name: str, at: TextPlace) -> list[PrintedItem]:
        if isinstance(block, ProseParagraph):
            return list(self._paragraph(block, name, at, 0))
        if isinstance(block, Placed):
            return [PlacedItem(name, self.topic, block.what, block.form, self.roles, at)]
        rows = tuple(
            (f"{name}{more}{suffix}", cells, here)
            for more, guards, cells in _rows(block)
            for here, suffix in instances(guards, at)
        )
        return [TableItem(name, self.topic, _headings(block), rows, at, block.label)]

    def _paragraph(
        self, paragraph: ProseParagraph, name: str, at: TextPlace, level: int
    ) -> list[ParagraphItem]:
        sentences = _sentences_at(paragraph.sentences, at)
        if not sentences:
            return []
        role = self.flush if paragraph.flush else self.roles[level]
        item = ParagraphItem(name, self.topic, role, sentences, at, paragraph.label)
        if not paragraph.bullets:
            return [item]
        groups = self._bullets(paragraph, name, at, level)
        if paragraph.join:
            item.stop = "" if groups else "."
            _write_stops(groups, self.words.lists.conjunctions[paragraph.join])
        return [item, *chain.from_iterable(groups)]

    def _bullets(
        self, paragraph: ProseParagraph, name: str, at: TextPlace, level: int
    ) -> list[list[ParagraphItem]]:
        groups = []
        for index, bullet in enumerate(paragraph.bullets, 1):
            for here, suffix in instances(bullet.guards, at):
                group = self._paragraph(bullet, f"{name}.{index}{suffix}", here, level + 1)
                if group:
                    groups.append(group)
        return groups


def _line(item: ParagraphItem) -> Line:
    sentences = tuple((inlines, at.rests) for inlines, at in item.sentences)
    settled = all(type(inlines) is Settled and not rests for inlines, rests in sentences)
    return Line(item.block, item.role, sentences, item.label, item.stop, item.at.rests, settled)


def _item(line: Line, name: str, topic: str, at: TextPlace) -> ParagraphItem:
    """A line in stock as a paragraph of this agreement."""
    here = _resting(at, line.rests)
    if line.settled and not (at.doubt or at.rests):
        return ParagraphItem(name + line.more, topic, line.role, [], here, line.label, line=line)
    sentences = [SentenceAt(inlines, _resting(at, rests)) for inlines, rests in line.sentences]
    return ParagraphItem(name + line.more, topic, line.role, sentences, here, line.label, line.stop)


def _resting(at: TextPlace, rests: tuple[Condition, ...]) -> TextPlace:
    return at._replace(rests=(*at.rests, *rests)) if rests else at


def _headings(table: ProseTable | WrittenTable) -> tuple[Cell, ...]:
    if isinstance(table, WrittenTable):
        return table.headings
    return tuple(column.heading for column in table.columns)


def _rows(
    table: ProseTable | WrittenTable,
) -> Iterator[tuple[str, tuple[Guard, ...], tuple[Cell, ...]]]:
    """What each row adds to the block's name, its guards and its cells."""
    if isinstance(table, WrittenTable):
        yield from ((f".{n}", row.guards, row.cells) for n, row in enumerate(table.rows, 1))
    else:
        loop = ForEach(table.record, table.list, table.where, table.place)
        yield "", (loop,), tuple(column.cell for column in table.columns)


def _write_stops(groups: list[list[ParagraphItem]], conjunction: str) -> None:
    """Semicolons, the word before the last item, and the full stop that ends the list."""
    for index, group in enumerate(groups):
        left = len(groups) - index
        group[-1].stop = "." if left == 1 else f"; {conjunction}" if left == 2 else ";"


def _sentences_at(sentences: tuple[Sentence, ...], at: TextPlace) -> list[SentenceAt]:
    return [
        SentenceAt(one.inlines, here)
        for one in sentences
        for here, _ in (instances(one.guards, at) if one.guards else ((at, ""),))
    ]


def instances(guards: tuple[Guard, ...], at: TextPlace) -> Sequence[tuple[TextPlace, str]]:
    """Each place that the guards leave standing, with what its records add to a block's name."""
    if not guards:
        return ((at, ""),)
    return [
        (inner, suffix + more)
        for here, suffix in _through(guards[0], at)
        for inner, more in instances(guards[1:], here)
    ]


def _through(guard: Guard, at: TextPlace) -> Iterator[tuple[TextPlace, str]]:
    if isinstance(guard, When):
        waits = awaited(guard.condition, at.scope)
        if waits is not None:
            rests = (*at.rests, guard.condition)
            yield at._replace(doubt=at.doubt + waits, rests=rests), ""
        return
    for record, unknown in _records(guard, at.scope):
        here = AtRecord(guard.record, record, at.scope)
        waits = () if guard.where is None else awaited(guard.where, here)
        if waits is not None:
            inside = (*at.chain, Points(record.list, record.id))
            rests = at.rests if guard.where is None else (*at.rests, guard.where)
            yield TextPlace(here, inside, at.doubt + unknown + waits, rests), f".{record.id}"


def awaited(condition: Condition, scope: Scope) -> tuple[Subject, ...] | None:
    """The subjects that an undecided condition waits for; none if it holds, None if it fails."""
    held = judge(condition, scope)
    if held:
        return ()
    return None if held is False else tuple(_subject(one) for one in grounds(condition, scope))


def _subject(test: Condition) -> Subject:
    subject: Subject = getattr(test, "subject", ()) or (getattr(test, "list", ""),)
    return subject


def _records(loop: ForEach, scope: Scope) -> Iterator[tuple[Record, tuple[Subject, ...]]]:
    """The records that a loop runs through, each with what it waits for."""
    value = value_of(loop.list, scope)
    if isinstance(value, tuple):
        for record in value:
            if isinstance(record, Record):
                yield record, ()
    elif value is not Missing.NOT_ASKED:
        yield Record(loop.list[0], BLANK_RECORD, {}), (loop.list,)
