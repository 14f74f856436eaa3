"""A clause library without certain references, so that what else a draft says can be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from drafter.library.model import ClauseLibrary, Topic
from drafter.prose.model import (
    Choice,
    Column,
    Inline,
    ProseParagraph,
    ProseTable,
    Reference,
    Text,
    Words,
    WrittenTable,
)

_Block = TypeVar("_Block")
GONE = Words("[…]")


def blotted(library: ClauseLibrary, references: Collection[str]) -> ClauseLibrary:
    """The library with `[…]` for each of these references, spelled `[@topic.label]`."""
    blot = _Blot(references)
    topics = {id: _topic(one, blot) for id, one in library.topics.items()}
    definitions = {id: replace(one, texts=blot.texts(one.texts))
                   for id, one in library.definitions.items()}  # fmt: skip
    return replace(library, topics=topics, definitions=definitions)


def _topic(topic: Topic, blot: _Blot) -> Topic:
    variants = {id: replace(one, text=blot.text(one.text)) for id, one in topic.variants.items()}
    return replace(topic, variants=variants)


class _Blot:
    def __init__(self, references: Collection[str]) -> None:
        self.references = references

    def texts(self, texts: Mapping[str, Text]) -> dict[str, Text]:
        return {id: self.text(one) for id, one in texts.items()}

    def text(self, text: Text) -> Text:
        return Text(tuple(self.block(one) for one in text.blocks))

    def block(self, block: _Block) -> _Block:
        match block:
            case ProseParagraph():
                sentences = tuple(replace(one, inlines=self.line(one.inlines))
                                  for one in block.sentences)  # fmt: skip
                bullets = tuple(self.block(one) for one in block.bullets)
                return replace(block, sentences=sentences, bullets=bullets)
            case ProseTable():
                columns = (Column(self.line(one.heading), self.line(one.cell))
                           for one in block.columns)  # fmt: skip
                return replace(block, columns=tuple(columns))
            case WrittenTable():
                rows = (replace(row, cells=tuple(map(self.line, row.cells))) for row in block.rows)
                return replace(block, headings=tuple(map(self.line, block.headings)),
                               rows=tuple(rows))  # fmt: skip
        return block

    def line(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self.inline(one) for one in inlines)

    def inline(self, inline: Inline) -> Inline:
        match inline:
            case Choice(cases=cases):
                kept = tuple(replace(one, inlines=self.line(one.inlines)) for one in cases)
                return replace(inline, cases=kept)
            case Reference(targets=targets):
                kept_targets = tuple(one for one in targets if self.spelled(one.topic, one.label)
                                     not in self.references)  # fmt: skip
                return replace(inline, targets=kept_targets) if kept_targets else GONE
        return inline

    def spelled(self, topic: str, label: str) -> str:
        return "[@" + ".".join(part for part in (topic, label) if part) + "]"
