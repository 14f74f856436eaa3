"""Texts over all answers by z3: every reference a target, every term defined, no blank unasked.

Where it is not exact it errs on the side of fault: what it passes is sound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import z3

from drafter.diagnostics import Place
from drafter.library.model import LEFT_OUT, Topic, Variant
from drafter.prose.model import (
    Choice,
    Fill,
    ForEach,
    Guard,
    Inline,
    Paragraph,
    Placed,
    Reference,
    Table,
    Term,
    Text,
    Use,
    Words,
)
from drafter.prose.walk import within
from drafter.selection.select import outline
from support.native import NO, YES, Answer, Fields, Native

DEEPEST = 4  # so many steps from a clause through definitions to a definition are followed


class Wording(NamedTuple):
    """A text that may stand: whose it is, and when."""

    topic: str  # "" for a definition
    id: str
    stands: Any
    text: Text
    variant: Variant | None = None


class Printed(NamedTuple):
    """Something in a text, when the text prints it, and where it is written."""

    what: Inline | str  # a string is a label
    at: Any
    place: Place | None


class NativeTexts:
    """The wordings of one precedent."""

    def __init__(self, native: Native) -> None:
        self.native, self.library = native, native.library
        self.seen: dict[int, tuple[Text, list[Printed]]] = {}
        topics = list(outline(native.library, native.precedent))
        self.rows = {topic.id: native.chosen(topic.rows) for topic in topics}
        self.terms = {id: native.chosen(one.rows) for id, one in self.library.definitions.items()}
        native.standing = {id: _some_text(rows) for id, rows in self.rows.items()}
        self.placed: dict[str, list[Any]] = {}
        self.wordings = [one for topic in topics for one in self._wordings(topic)]
        self.targets: dict[tuple[str, str], list[Any]] = {}
        self.defined = {id: [_some_text(rows)] for id, rows in self.terms.items()}
        for one in self.wordings:
            self._offer(one)

    def statements(self) -> Iterator[tuple[tuple[str, ...], Any]]:
        """What must be impossible, by what it is about: faults of tables, then of wordings."""
        tables = {id: self.library.topics[id].rows for id in self.rows}
        tables |= {f"{id} (term)": one.rows for id, one in self.library.definitions.items()}
        for id, rows in tables.items():
            for what, bad in self.native.statements(rows).items():
                yield (id, *what), bad
        for one in (*self.wordings, *self.definitions()):
            yield (one.topic, one.id, "text"), z3.And(one.stands, z3.Or([NO, *self._bad(one)]))

    # --- what there is ---

    def _wordings(self, topic: Topic) -> Iterator[Wording]:
        here = z3.Or([NO, *self.placed.get(topic.id, [])]) if topic.within else YES
        for id, variant in topic.variants.items():
            stands = z3.And(self.rows[topic.id].get(id, NO), here)
            for block in variant.text.blocks:
                if isinstance(block, Placed):
                    at = z3.And(stands, self._held(block.guards))
                    self.placed.setdefault(block.what, []).append(at)
            yield Wording(topic.id, id, stands, variant.text, variant)

    def definitions(self) -> Iterator[Wording]:
        """The texts of the definitions in use."""
        in_use = dict.fromkeys(self.terms, YES)
        for _ in range(DEEPEST):
            in_use = self._used(in_use)
        for one in self._texts_of_definitions():
            yield one._replace(stands=z3.And(one.stands, in_use[one.id]))

    def _texts_of_definitions(self) -> Iterator[Wording]:
        for id, one in self.library.definitions.items():
            for row, text in one.texts.items():
                yield Wording("", id, self.terms[id].get(row, NO), text)

    def _used(self, before: dict[str, Any]) -> dict[str, Any]:
        """Used by a clause, or by a definition in use: at most so, one step on."""
        found: dict[str, list[Any]] = {id: [NO] for id in self.terms}
        for one in (*self.wordings, *self._texts_of_definitions()):
            here = one.stands if one.topic else z3.And(one.stands, before[one.id])
            for inline, at, _ in self.printed(one.text):
                for term in inline.uses if isinstance(inline, Words | Use | Fill) else ():
                    if term in found and term != one.id:
                        found[term].append(z3.And(here, at))
        return {id: z3.Or(uses) for id, uses in found.items()}

    def _offer(self, one: Wording) -> None:
        """What references and uses may look for in a wording."""
        self.targets.setdefault((one.topic, ""), []).append(one.stands)
        for what, at, _ in self.printed(one.text):
            if isinstance(what, str):
                self.targets.setdefault((one.topic, what), []).append(z3.And(one.stands, at))
            elif isinstance(what, Term):
                name = f"{one.topic}:{what.words}"
                self.defined.setdefault(name, []).append(z3.And(one.stands, at))

    # --- what is wrong ---

    def _bad(self, one: Wording) -> Iterator[Any]:
        for inline, at, _ in self.printed(one.text):
            match inline:
                case Reference(targets):
                    for to in targets:
                        yield z3.And(at, z3.Not(self.found(to.topic or one.topic, to.label)))
                case Words(uses=uses) | Use(uses=uses):
                    for term in uses:
                        yield z3.And(at, z3.Not(self.has_definition(term)))
                case Fill(subject) | Choice(subject):
                    if self.native.names.kind(subject[0]) is not None:
                        yield z3.And(at, self.native.answer(subject[0]).unasked)
        yield from self._empty_lists(one.text)

    def found(self, topic: str, label: str) -> Any:
        """When a reference finds its target."""
        return z3.Or([NO, *self.targets.get((topic, label), [])])

    def has_definition(self, term: str) -> Any:
        """When a term is defined, in the list or in a clause."""
        return z3.Or([NO, *self.defined.get(term, [])])

    def _empty_lists(self, text: Text) -> Iterator[Any]:
        for block in text.blocks:
            if isinstance(block, Paragraph) and block.bullets:
                bullets = [self._held(bullet.guards) for bullet in block.bullets]
                yield z3.And(self._held(block.guards), z3.Not(z3.Or(bullets)))

    # --- what a text prints ---

    def printed(self, text: Text) -> list[Printed]:
        """All that a text may print, the wording being chosen."""
        if id(text) not in self.seen:
            self.seen[id(text)] = text, list(self._walked(text))
        return self.seen[id(text)][1]

    def _walked(self, text: Text) -> Iterator[Printed]:
        for block in text.blocks:
            if isinstance(block, Paragraph):
                yield from self._in_paragraph(block, YES, {})
            elif isinstance(block, Table):
                at = self._held(block.guards)
                if block.label:
                    yield Printed(block.label, at, block.place)
                for column in block.columns:
                    for inline in within((*column.heading, *column.cell)):
                        yield _placed(inline, at, block.place)

    def _in_paragraph(self, block: Paragraph, above: Any, loops: Fields) -> Iterator[Printed]:
        for here, inner in self._through(block.guards, above, loops):
            for sentence in block.sentences:
                for at, _ in self._through(sentence.guards, here, inner):
                    yield from (_placed(one, at, sentence.place)
                                for one in within(sentence.inlines))  # fmt: skip
            if block.label:
                yield Printed(block.label, here, block.place)
            for bullet in block.bullets:
                yield from self._in_paragraph(bullet, here, inner)

    def _through(
        self, guards: tuple[Guard, ...], at: Any, loops: Fields
    ) -> Iterator[tuple[Any, Fields]]:
        """When what is guarded is printed, for each record that a loop may stand at."""
        if not guards:
            yield at, loops
            return
        for here, inner in self._past(guards[0], at, loops):
            yield from self._through(guards[1:], here, inner)

    def _past(self, guard: Guard, at: Any, loops: Fields) -> Iterator[tuple[Any, Fields]]:
        if not isinstance(guard, ForEach):
            yield z3.And(at, z3.Not(self.native.judge(guard.condition, loops).false)), loops
        elif not self.native.strict:
            yield at, loops  # there may always be a record
        else:
            for here, fields in self._records(guard.list[0]):
                named = {**loops, **{(guard.record, *name): one for name, one in fields.items()}}
                passes = z3.Not(self.native.judge(guard.where, named).false)
                yield z3.And(at, here, passes), named

    def _records(self, name: str) -> Iterator[tuple[Any, Fields]]:
        """Each record of a list; one blank where the list is still to be answered."""
        yield from self.native.records[name]
        listed, fields = self.native.answer(name), self.native.records[name][0][1]
        blank = {id: Answer(NO, value=one.value) for id, one in fields.items()}
        yield z3.And(z3.Not(listed.given), z3.Not(listed.unasked)), blank

    def _held(self, guards: Iterable[Guard]) -> Any:
        """When all guards leave what they guard standing; a loop may always have a record."""
        conditions = [guard.condition for guard in guards if not isinstance(guard, ForEach)]
        return z3.And([YES, *(z3.Not(self.native.judge(one).false) for one in conditions)])


def _placed(inline: Inline, at: Any, place: Place | None) -> Printed:
    return Printed(inline, at, getattr(inline, "place", None) or place)


def _some_text(rows: dict[str, Any]) -> Any:
    return z3.Or([NO, *(taken for id, taken in rows.items() if id != LEFT_OUT)])
