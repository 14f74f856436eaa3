"""Clause text over all answers: which piece of a variant is printed when.

A piece in a loop is looked at once for each kind of record; a guard that hangs on a missing
answer keeps its text, as drafting does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from drafter.conditions.model import Condition
from drafter.data_classes import dataclass, field
from drafter.diagnostics import Place
from drafter.kinds.model import Missing, Value
from drafter.proof.clauses import FALSE, TRUE
from drafter.proof.encode import Encoding
from drafter.proof.encoded import LoopSignatures
from drafter.proof.groups import Signature
from drafter.prose.model import (
    Block,
    Choice,
    ChoiceCase,
    Fill,
    ForEach,
    Guard,
    Inline,
    Placed,
    ProseParagraph,
    ProseTable,
    Reference,
    Sentence,
    Term,
    TermUse,
    Text,
    When,
    Words,
    WrittenTable,
)


class PrintedWhen(NamedTuple):
    """When a piece is printed, and the kind of record that each loop round it stands at."""

    stands: int
    loops: LoopSignatures


class Site(NamedTuple):
    """Something in a text, where it is written, and when it is printed."""

    what: object
    at: PrintedWhen
    place: Place | None


class Bulleted(NamedTuple):
    """A lead with bullets, or a table with rows: when it is printed, and when each bullet is;
    those of a loop repeat, and a table may have one row."""

    lead: ProseParagraph | WrittenTable
    stands: int
    bullets: tuple[tuple[int, bool], ...]


@dataclass(slots=True)
class PossibleText:
    """What a text may print, each with the literal that says when (the variant being chosen)."""

    labels: dict[str, list[int]] = field(default_factory=dict)
    placed: dict[str, list[int]] = field(default_factory=dict)
    references: list[Site] = field(default_factory=list)
    terms: list[Site] = field(default_factory=list)
    uses: list[Site] = field(default_factory=list)
    blanks: list[Site] = field(default_factory=list)
    guards: list[Site] = field(default_factory=list)
    sentences: list[Site] = field(default_factory=list)
    lists: list[Bulleted] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)  # when each block of it is printed


def printed(text: Text, encoding: Encoding) -> PossibleText:
    """What a text prints in which answers."""
    walking = _Walking(encoding)
    for block in text.blocks:
        walking.block(block)
    return walking.found


class _Walking:
    def __init__(self, encoding: Encoding) -> None:
        self.encoding, self.clauses = encoding, encoding.clauses
        self.found = PossibleText()

    # --- blocks ---

    def block(self, block: Block) -> None:
        for at in self.instances(block.guards, PrintedWhen(TRUE, {})):
            match block:
                case ProseParagraph():
                    at = at._replace(stands=self.paragraph(block, at))
                case Placed(what):
                    self.found.placed.setdefault(what, []).append(at.stands)
                case ProseTable():
                    self.table(block, at)
                case WrittenTable():
                    self.written(block, at)
            self.found.blocks.append(at.stands)

    def table(self, table: ProseTable, at: PrintedWhen) -> None:
        self.label(table.label, at.stands)
        loop = ForEach(table.record, table.list, table.where, table.place)
        rows = list(self.instances((loop,), at))
        for column in table.columns:
            self.inlines(column.heading, at, table.place)
            for row in rows:
                self.inlines(column.cell, row, table.place)

    def written(self, table: WrittenTable, at: PrintedWhen) -> None:
        self.label(table.label, at.stands)
        for heading in table.headings:
            self.inlines(heading, at, table.place)
        rows: list[tuple[int, bool]] = []
        for row in table.rows:
            here = list(self.instances(row.guards, at))
            rows.append((self.clauses.either(one.stands for one in here), True))
            for one, cell in product(here, row.cells):
                self.inlines(cell, one, row.place)
        self.found.lists.append(Bulleted(table, at.stands, tuple(rows)))

    def paragraph(self, paragraph: ProseParagraph, at: PrintedWhen) -> int:
        """Print a paragraph and its bullets; the literal that says whether it stands."""
        spoken = [
            (sentence, here)
            for sentence in paragraph.sentences
            for here in self.instances(sentence.guards, at)
        ]
        stands = self.clauses.either(here.stands for _, here in spoken)
        if stands == FALSE:
            return FALSE
        for sentence, here in spoken:
            self.sentence(sentence, here)
        self.label(paragraph.label, stands)
        if paragraph.bullets:
            bullets = tuple(self.bullets(paragraph, PrintedWhen(stands, at.loops)))
            self.found.lists.append(Bulleted(paragraph, stands, bullets))
        return stands

    def bullets(self, lead: ProseParagraph, at: PrintedWhen) -> Iterator[tuple[int, bool]]:
        for bullet in lead.bullets:
            repeats = any(isinstance(guard, ForEach) for guard in bullet.guards)
            shown = [self.paragraph(bullet, here) for here in self.instances(bullet.guards, at)]
            yield self.clauses.either(shown), repeats

    def label(self, label: str, stands: int) -> None:
        if label:
            self.found.labels.setdefault(label, []).append(stands)

    # --- guards ---

    def instances(self, guards: tuple[Guard, ...], at: PrintedWhen) -> Iterator[PrintedWhen]:
        """Each place that the guards leave standing."""
        if not guards:
            yield at
            return
        for here in self.through(guards[0], at):
            yield from self.instances(guards[1:], here)

    def through(self, guard: Guard, at: PrintedWhen) -> Iterator[PrintedWhen]:
        if isinstance(guard, ForEach):
            yield from self.records(guard, at)
            return
        verdict = self.encoding.verdict(guard.condition, at.loops)
        self.note_guard(guard.condition, at)
        yield from self.here(at, -verdict.false)

    def records(self, loop: ForEach, at: PrintedWhen) -> Iterator[PrintedWhen]:
        listed = self.encoding.listed(loop.list[0])
        blank = Signature({}, (listed.absent,))
        for record in (*listed.records, blank):
            inside = PrintedWhen(at.stands, {**at.loops, loop.record: record})
            verdict = self.encoding.verdict(loop.where, inside.loops)
            yield from self.here(inside, record.present, -verdict.false)

    def here(self, at: PrintedWhen, *also: int) -> Iterator[PrintedWhen]:
        stands = self.clauses.both((at.stands, *also))
        if stands != FALSE:
            yield PrintedWhen(stands, at.loops)

    def note_guard(self, condition: Condition, at: PrintedWhen) -> None:
        place = getattr(condition, "place", None)
        self.found.guards.append(Site(When(condition), at, place))

    # --- inside a sentence ---

    def sentence(self, sentence: Sentence, at: PrintedWhen) -> None:
        self.found.sentences.append(Site(sentence, at, sentence.place))
        self.inlines(sentence.inlines, at, sentence.place)

    def inlines(self, inlines: tuple[Inline, ...], at: PrintedWhen, place: Place | None) -> None:
        for inline in inlines:
            match inline:
                case Words(_, uses) | TermUse(_, _, uses):
                    self.found.uses += [Site(use, at, place) for use in uses]
                case Reference():
                    self.found.references.append(Site(inline, at, inline.place or place))
                case Term():
                    self.found.terms.append(Site(inline, at, inline.place or place))
                case Fill():
                    here = inline.place or place
                    self.found.uses += [Site(use, at, here) for use in inline.uses]
                    self.found.blanks.append(Site(inline, at, inline.place or place))
                case Choice():
                    self.found.blanks.append(Site(inline, at, inline.place or place))
                    self.choice(inline, at, place)

    def choice(self, choice: Choice, at: PrintedWhen, place: Place | None) -> None:
        for case in choice.cases:
            for here in self.here(at, self.prints(choice, case, at.loops)):
                self.inlines(case.inlines, here, place)

    def prints(self, choice: Choice, case: ChoiceCase, loops: LoopSignatures) -> int:
        """When a case is printed; while the answer is missing every case is."""
        first, *steps = choice.subject
        if first in loops and len(steps) == 1:
            value = loops[first].values.get(steps[0], Missing.ABSENT)
            return TRUE if case in shown(choice, value) else FALSE
        if steps or first in loops:
            return TRUE
        cases = self.encoding.group(first).cases
        return self.clauses.either(lit for value, lit in cases if case in shown(choice, value))


def shown(choice: Choice, value: Value | Missing) -> tuple[ChoiceCase, ...]:
    """The cases that a value prints: one, or all while there is no value."""
    if isinstance(value, Missing):
        return choice.cases
    if isinstance(value, int) and not isinstance(value, bool):
        exact = [case for case in choice.cases if str(value) in case.values]
        return tuple(exact[:1] or [case for case in choice.cases if "more" in case.values][:1])
    word = ("yes" if value else "no") if isinstance(value, bool) else value
    return tuple(case for case in choice.cases if word in case.values)[:1]
