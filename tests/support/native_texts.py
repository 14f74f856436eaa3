"""What a text prints in which answers, in the words of z3.

A loop is run through as many records as answers to the library can tell apart, each of which is
there or not. What hangs on a missing answer is printed, as drafting prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import z3

from drafter.conditions.model import Compares, Condition, Holds, Is
from drafter.diagnostics import Place
from drafter.prose.model import (
    Block,
    Choice,
    ChoiceCase,
    ForEach,
    Guard,
    Inline,
    Placed,
    ProseParagraph,
    ProseTable,
    Sentence,
    Text,
    When,
    WrittenTable,
)
from support.leaning import written_at
from support.native import NO, YES, Answer, Native
from support.native_values import Both

Fields = Mapping[tuple[str, ...], Answer]


class At(NamedTuple):
    """When a piece of text stands, and the fields of the records round it."""

    stands: Any
    fields: Fields


class Site(NamedTuple):
    what: Inline
    stands: Any
    looped: bool  # its subject is a record of a loop
    place: Place | None


class Spoken(NamedTuple):
    sentence: Sentence
    stands: Any


class Listed(NamedTuple):
    """A lead with bullets, or a table with rows: when it stands, and when each bullet does."""

    lead: ProseParagraph | WrittenTable
    stands: Any
    bullets: list[tuple[Any, bool]]  # and whether it repeats; a table may have one row

    @property
    def is_empty(self) -> Any:
        return both(self.stands, *(opposite(one) for one, _ in self.bullets))

    @property
    def is_alone(self) -> Any:
        """One bullet stands alone, and it does not repeat."""
        shown = [one for one, _ in self.bullets]
        alone = (both(one, *(opposite(other) for at, other in enumerate(shown) if at != number))
                 for number, (one, repeats) in enumerate(self.bullets) if not repeats)  # fmt: skip
        return both(self.stands, either(alone))


@dataclass(slots=True)
class Printed:
    """What a text prints, each with when it does, the variant being chosen."""

    sites: list[Site] = field(default_factory=list)
    sentences: list[Spoken] = field(default_factory=list)
    labels: dict[str, list[Any]] = field(default_factory=dict)
    placed: dict[str, list[Any]] = field(default_factory=dict)
    lists: list[Listed] = field(default_factory=list)
    leaning: list[tuple[str, Any]] = field(default_factory=list)
    blocks: list[Any] = field(default_factory=list)  # when each block stands


def both(*parts: Any) -> Any:
    """All of them; what goes without saying is not said."""
    left = [one for one in parts if one is not YES]
    if any(one is NO for one in left):
        return NO
    return z3.And(left) if len(left) > 1 else left[0] if left else YES


def either(parts: Iterable[Any]) -> Any:
    """One of them."""
    left = [one for one in parts if one is not NO]
    if any(one is YES for one in left):
        return YES
    return z3.Or(left) if len(left) > 1 else left[0] if left else NO


def opposite(one: Any) -> Any:
    return NO if one is YES else YES if one is NO else z3.Not(one)


def leaning(condition: Condition | None, fields: Fields, here: Native, asked: Native) -> Any:
    """When it holds, and would not if all were asked."""
    one, other = (native.judge(condition, fields).true for native in (here, asked))
    return NO if other.eq(one) else both(one, opposite(other))


def printed(text: Text, native: Native, asked: Native) -> Printed:
    """What a text prints; `asked`: the same answers as if nothing were left unasked."""
    walking = _Walking(native, asked)
    for block in text.blocks:
        walking.block(block)
    return walking.found


class _Walking:
    def __init__(self, native: Native, asked: Native) -> None:
        self.native, self.asked, self.found = native, asked, Printed()

    def judge(self, condition: Condition | None, at: At) -> Both:
        return self.native.judge(condition, at.fields)

    def block(self, block: Block) -> None:
        for at in self.through(block.guards, At(YES, {})):
            match block:
                case ProseParagraph():
                    at = at._replace(stands=self.paragraph(block, at))
                case Placed(what):
                    self.found.placed.setdefault(what, []).append(at.stands)
                case ProseTable(record, list, columns, where):
                    self.label(block.label, at.stands)
                    rows = tuple(self.through((ForEach(record, list, where),), at))
                    for column in columns:
                        self.inlines(column.heading, at, block.place)
                        for row in rows:
                            self.inlines(column.cell, row, block.place)
                case WrittenTable():
                    self.written(block, at)
            self.found.blocks.append(at.stands)

    def written(self, table: WrittenTable, at: At) -> None:
        self.label(table.label, at.stands)
        for heading in table.headings:
            self.inlines(heading, at, table.place)
        rows = [(row, here) for row in table.rows for here in self.through(row.guards, at)]
        for row, here in rows:
            for cell in row.cells:
                self.inlines(cell, here, row.place)
        stand = [(here.stands, True) for _, here in rows]
        self.found.lists.append(Listed(table, at.stands, stand))

    def paragraph(self, paragraph: ProseParagraph, at: At) -> Any:
        """Print it and its bullets; when it stands."""
        spoken = [(sentence, here) for sentence in paragraph.sentences
                  for here in self.through(sentence.guards, at)]  # fmt: skip
        for sentence, here in spoken:
            self.sentence(sentence, here)
        stands = either(here.stands for _, here in spoken)
        self.label(paragraph.label, stands)
        if paragraph.bullets:
            bullets = [self.bullet(one, At(stands, at.fields)) for one in paragraph.bullets]
            self.found.lists.append(Listed(paragraph, stands, bullets))
        return stands

    def bullet(self, bullet: ProseParagraph, at: At) -> tuple[Any, bool]:
        shown = [self.paragraph(bullet, here) for here in self.through(bullet.guards, at)]
        return either(shown), any(isinstance(guard, ForEach) for guard in bullet.guards)

    def sentence(self, sentence: Sentence, at: At) -> None:
        self.found.sentences.append(Spoken(sentence, at.stands))
        self.inlines(sentence.inlines, at, sentence.place)

    def label(self, label: str, stands: Any) -> None:
        if label:
            self.found.labels.setdefault(label, []).append(stands)

    def through(self, guards: tuple[Guard, ...], at: At) -> Iterator[At]:
        if not guards:
            yield at
            return
        guard, *rest = guards
        for here in self.records(guard, at) if isinstance(guard, ForEach) else (
            self.when(guard, at),):  # fmt: skip
            if here.stands is not NO:
                yield from self.through(tuple(rest), here)

    def when(self, guard: When, at: At) -> At:
        """What hangs on a missing answer stands."""
        leans = leaning(guard.condition, at.fields, self.native, self.asked)
        self.found.leaning.append((written_at(guard.condition), both(at.stands, leans)))
        failed = self.judge(guard.condition, at).false
        return At(both(at.stands, opposite(failed)), at.fields)

    def records(self, loop: ForEach, at: At) -> Iterator[At]:
        name = loop.list[0]
        listed = self.native.answer(name)
        every = list(self.native.records[name])
        open_ = both(opposite(listed.given), opposite(listed.unasked))
        every.append((open_, {key: replace(one, given=NO) for key, one in every[0][1].items()}))
        for here, fields in every:
            named = {(loop.record, *key): one for key, one in fields.items()}
            inside = At(both(at.stands, here), {**at.fields, **named})
            failed = self.judge(loop.where, inside).false
            yield inside._replace(stands=both(inside.stands, opposite(failed)))

    def inlines(self, inlines: tuple[Inline, ...], at: At, place: Place | None) -> None:
        for inline in inlines:
            subject = getattr(inline, "subject", ("",))
            looped = any(subject[0] == key[0] for key in at.fields)
            here = getattr(inline, "place", None) or place
            self.found.sites.append(Site(inline, at.stands, looped, here))
            for case in inline.cases if isinstance(inline, Choice) else ():
                when = self.prints(inline, case, at)
                self.inlines(case.inlines, At(both(at.stands, when), at.fields), place)

    def prints(self, choice: Choice, case: ChoiceCase, at: At) -> Any:
        """When a case is printed: where it is the answer, or no answer is there."""
        counts = [one for case in choice.cases for one in case.values if one.isdigit()]
        tests = [self._is(choice, one, at, counts) for one in case.values]
        return either(tests)

    def _is(self, choice: Choice, value: str, at: At, counts: list[str]) -> Any:
        subject = choice.subject
        if value in ("yes", "no"):
            verdict = self.judge(Holds(subject), at)
            return opposite(verdict.false if value == "yes" else verdict.true)
        if value == "more":
            others = (self.judge(Compares(subject, "=", int(one)), at).true for one in counts)
            return opposite(either(others))
        test = Compares(subject, "=", int(value)) if value.isdigit() else Is(subject, (value,))
        return opposite(self.judge(test, at).false)
