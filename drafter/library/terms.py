"""Defined terms in clause text: found by longest whole-word match of their spellings.

>>> finder = TermFinder({"Result": "results", "Results": "results", "Joint Results": "joint"})
>>> finder.uses("The Joint Results and each Result")
('joint', 'results')
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.data_classes import dataclass, field, replace
from drafter.prose.model import (
    Block,
    Choice,
    ChoiceCase,
    Column,
    Fill,
    Inline,
    Placed,
    ProseParagraph,
    ProseTable,
    Sentence,
    Settled,
    Term,
    TermUse,
    Text,
    Words,
    WrittenTable,
)

Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class TermFinder:
    """Spellings and the terms that they use."""

    spellings: Mapping[str, str]
    _pattern: re.Pattern[str] | None = field(init=False, default=None, compare=False)

    def __post_init__(self) -> None:
        plain = {form.replace("\u00a0", " "): term for form, term in self.spellings.items() if form}
        object.__setattr__(self, "spellings", plain)
        if self.spellings:
            longest_first = sorted(self.spellings, key=lambda form: (-len(form), form))
            words = "|".join(re.escape(form).replace("\\ ", "[ \u00a0]") for form in longest_first)
            pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
            object.__setattr__(self, "_pattern", pattern)

    def uses(self, text: str) -> tuple[str, ...]:
        """The terms that a stretch of words uses, once each, in order."""
        if self._pattern is None:
            return ()
        found = self._pattern.findall(text)
        return tuple(dict.fromkeys(self.spellings[f.replace("\u00a0", " ")] for f in found))

    def masked(self, text: str) -> str:
        """The text with each term blanked out, so that what is left can be checked."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: "_" * len(match[0]), text)


@dataclass(frozen=True, slots=True)
class PartyCountWords:
    """Words that change between two parties: "each other Party" is "the other Party"."""

    pairs: Mapping[str, str]

    def between_two(self, text: str) -> str:
        """The bent text, or nothing when no words bend."""
        bent = text
        for many, two in self.pairs.items():
            if many:
                bent = bent.replace(many, two).replace(_opening(many), _opening(two))
        return bent if bent != text else ""


def _opening(words: str) -> str:
    """The words as they open a sentence."""
    return words[:1].upper() + words[1:]


def marked(
    text: Text, finder: TermFinder, bends: PartyCountWords, of_units: tuple[str, ...] = ()
) -> Text:
    """The text with the uses of terms noted on its words, and the words that bend.

    `of_units`: the terms that a printed period may use.
    """
    return _Marker(finder, bends, of_units).text(text)


class _Marker:
    def __init__(
        self, finder: TermFinder, bends: PartyCountWords, of_units: tuple[str, ...]
    ) -> None:
        self.finder, self.bends, self.of_units = finder, bends, of_units

    def text(self, text: Text) -> Text:
        return Text(tuple(self._block(block) for block in text.blocks))

    def _block(self, block: Block) -> Block:
        match block:
            case ProseParagraph():
                return self._paragraph(block)
            case ProseTable():
                return replace(block, columns=tuple(self._column(one) for one in block.columns))
            case WrittenTable(headings, rows):
                marked = (replace(row, cells=self._cells(row.cells)) for row in rows)
                return replace(block, headings=self._cells(headings), rows=tuple(marked))
            case Placed():
                return block

    def _paragraph(self, paragraph: ProseParagraph) -> ProseParagraph:
        return replace(
            paragraph,
            sentences=tuple(self._sentence(one) for one in paragraph.sentences),
            bullets=tuple(self._paragraph(bullet) for bullet in paragraph.bullets),
        )

    def _cells(self, cells: tuple[Inlines, ...]) -> tuple[Inlines, ...]:
        return tuple(self._inlines(cell) for cell in cells)

    def _sentence(self, sentence: Sentence) -> Sentence:
        return replace(sentence, inlines=self._inlines(sentence.inlines))

    def _column(self, column: Column) -> Column:
        return Column(self._inlines(column.heading), self._inlines(column.cell))

    def _inlines(self, inlines: Inlines) -> Inlines:
        line = tuple(self._inline(inline) for inline in inlines)
        if not all(isinstance(inline, Words | Term | TermUse) for inline in line):
            return line
        return Settled(line)

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Words(text):
                return Words(text, self.finder.uses(text), self.bends.between_two(text))
            case TermUse(words, place):
                return TermUse(words, place, self.finder.uses(words))
            case Fill() if inline.is_period and self.of_units:
                return replace(inline, uses=self.of_units)
            case Choice(subject, cases, place):
                marked_cases = (
                    ChoiceCase(case.values, self._inlines(case.inlines)) for case in cases
                )
                return Choice(subject, tuple(marked_cases), place)
            case _:
                return inline
