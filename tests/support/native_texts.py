"""Texts over all answers by z3: every reference a target, every term defined, no blank unasked.

Where it is not exact it errs on the side of fault: what it passes is sound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import z3

from drafter.library.model import LEFT_OUT, Topic
from drafter.prose.model import (
    Choice,
    Fill,
    Guard,
    Inline,
    Paragraph,
    Placed,
    Reference,
    Table,
    Term,
    Text,
    Use,
    When,
    Words,
)
from drafter.prose.walk import within
from drafter.selection.select import outline
from support.native import NO, YES, Native

DEEPEST = 4  # so many steps from a clause through definitions to a definition are followed


class Wording(NamedTuple):
    topic: str
    id: str
    stands: Any
    text: Text


class NativeTexts:
    """The wordings of one precedent."""

    def __init__(self, native: Native) -> None:
        self.native, self.library = native, native.library
        self.seen: dict[int, tuple[Text, list[tuple[Inline, Any]]]] = {}
        topics = list(outline(native.library, native.precedent))
        self.rows = {topic.id: native.chosen(topic.rows) for topic in topics}
        self.terms = {id: native.chosen(one.rows) for id, one in self.library.definitions.items()}
        native.standing = {id: _some_text(rows) for id, rows in self.rows.items()}
        self.placed: dict[str, list[Any]] = {}
        self.wordings = [one for topic in topics for one in self._wordings(topic)]
        self.targets = {}
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
        for one in (*self.wordings, *self._definitions()):
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
            yield Wording(topic.id, id, stands, variant.text)

    def _definitions(self) -> Iterator[Wording]:
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
            for inline, at in self._inlines(one.text):
                for term in inline.uses if isinstance(inline, Words | Use) else ():
                    if term in found and term != one.id:
                        found[term].append(z3.And(here, at))
        return {id: z3.Or(uses) for id, uses in found.items()}

    def _offer(self, one: Wording) -> None:
        """What references and uses may look for in a wording."""
        self.targets.setdefault((one.topic, ""), []).append(one.stands)
        for block in _labelled(one.text.blocks):
            at = z3.And(one.stands, self._held(block.guards))
            self.targets.setdefault((one.topic, block.label), []).append(at)
        for inline, at in self._inlines(one.text):
            if isinstance(inline, Term):
                name = f"{one.topic}:{inline.words}"
                self.defined.setdefault(name, []).append(z3.And(one.stands, at))

    # --- what is wrong ---

    def _bad(self, one: Wording) -> Iterator[Any]:
        for inline, at in self._inlines(one.text):
            match inline:
                case Reference(targets):
                    for to in targets:
                        found = self.targets.get((to.topic or one.topic, to.label), [])
                        yield z3.And(at, z3.Not(z3.Or([NO, *found])))
                case Words(uses=uses) | Use(uses=uses):
                    for term in uses:
                        yield z3.And(at, z3.Not(z3.Or([NO, *self.defined.get(term, [])])))
                case Fill(subject) | Choice(subject):
                    if self.native.names.kind(subject[0]) is not None:
                        yield z3.And(at, self.native.answer(subject[0]).unasked)
        yield from self._empty_lists(one.text)

    def _empty_lists(self, text: Text) -> Iterator[Any]:
        for block in text.blocks:
            if isinstance(block, Paragraph) and block.bullets:
                bullets = [self._held(bullet.guards) for bullet in block.bullets]
                yield z3.And(self._held(block.guards), z3.Not(z3.Or(bullets)))

    def _inlines(self, text: Text) -> list[tuple[Inline, Any]]:
        if id(text) not in self.seen:
            self.seen[id(text)] = text, list(self._walked(text))
        return self.seen[id(text)][1]

    def _walked(self, text: Text) -> Iterator[tuple[Inline, Any]]:
        for block in text.blocks:
            if isinstance(block, Paragraph):
                yield from self._in_paragraph(block, YES)
            elif isinstance(block, Table):
                for column in block.columns:
                    for inline in within((*column.heading, *column.cell)):
                        yield inline, self._held(block.guards)

    def _in_paragraph(self, block: Paragraph, above: Any) -> Iterator[tuple[Inline, Any]]:
        here = z3.And(above, self._held(block.guards))
        for sentence in block.sentences:
            at = z3.And(here, self._held(sentence.guards))
            yield from ((inline, at) for inline in within(sentence.inlines))
        for bullet in block.bullets:
            yield from self._in_paragraph(bullet, here)

    def _held(self, guards: Iterable[Guard]) -> Any:
        """When all guards hold; a loop may always have a record."""
        conditions = [guard.condition for guard in guards if isinstance(guard, When)]
        return z3.And([YES, *(self.native.judge(one).true for one in conditions)])


def _some_text(rows: dict[str, Any]) -> Any:
    return z3.Or([NO, *(taken for id, taken in rows.items() if id != LEFT_OUT)])


def _labelled(blocks: Iterable[Any]) -> Iterator[Any]:
    for block in blocks:
        if getattr(block, "label", ""):
            yield block
        yield from _labelled(getattr(block, "bullets", ()))
