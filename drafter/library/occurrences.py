"""Where words stand in a library: in which text, on which line."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.data_classes import dataclass
from drafter.diagnostics import Place
from drafter.library.model import ClauseLibrary
from drafter.prose.model import ProseTable, Text, WrittenTable
from drafter.prose.walk import sentences

VARIANT, DEFINITION, QUESTION, RULE = "wording", "definition", "question", "rule"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A line that holds the words. `name`: `exit/any-time`, a term, a question or a rule."""

    kind: str
    name: str
    line: str
    place: Place | None

    @property
    def where(self) -> str:
        """`file:line`, as far as it is known."""
        return f"{self.place.file}:{self.place.line}" if self.place else ""


def occurrences(library: ClauseLibrary, words: str) -> Iterator[Occurrence]:
    """Every line of a variant, definition, question or rule that holds the words, whatever their
    case; each line once."""
    wanted = " ".join(words.casefold().split())
    seen: set[tuple[str, str]] = set()
    for one in _lines(library):
        if wanted in " ".join(one.line.casefold().split()) and (one.where, one.line) not in seen:
            seen.add((one.where, one.line))
            yield one


def _lines(library: ClauseLibrary) -> Iterator[Occurrence]:
    for topic in library.topics.values():
        for id, variant in topic.variants.items():
            yield from _of_text(VARIANT, f"{topic.id}/{id}", variant.text)
    for definition in library.definitions.values():
        yield Occurrence(DEFINITION, definition.term, definition.term, definition.place)
        for text in definition.texts.values():
            yield from _of_text(DEFINITION, definition.term, text)
    for question in library.questionnaire.questions.values():
        for one in (question, *question.fields.values()):
            yield Occurrence(QUESTION, question.id, one.asks, one.place)
    for rule in library.rules.values():
        yield Occurrence(RULE, rule.id, rule.message, rule.place)


def _of_text(kind: str, name: str, text: Text) -> Iterator[Occurrence]:
    places = [sentence.place for sentence in sentences(text)]
    for block in text.blocks:
        if isinstance(block, ProseTable):
            places.append(block.place)
        elif isinstance(block, WrittenTable):
            places += [row.place for row in block.rows]
    yield from (Occurrence(kind, name, place.source.strip(), place) for place in places if place)
