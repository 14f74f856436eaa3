"""The pages that lints read: every variant and definition of a library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.diagnostics import Place
from drafter.library.model import ClauseLibrary, Definition, FrontMatter, Topic, Variant
from drafter.library.terms import TermFinder
from drafter.prose.model import Inline, ProseParagraph, ProseTable, Sentence, Text, WrittenTable
from drafter.prose.prose_text import print_text
from drafter.rules.of_style.masking import masked
from drafter.rules.of_style.model import Lexicon, Page, PageLine, TextScope
from drafter.rules.of_upkeep.party_reach import Reach, for_two_only


def pages(library: ClauseLibrary) -> Iterator[Page]:
    """Every variant, then every definition."""
    lexicon = lexicon_of(library)
    for topic in library.topics.values():
        for variant in topic.variants.values():
            yield variant_page(library, topic, variant, lexicon)
    for definition in library.definitions.values():
        yield from definition_pages(definition, lexicon)


def variant_page(library: ClauseLibrary, topic: Topic, variant: Variant, lexicon: Lexicon) -> Page:
    """The page of one variant."""
    two = for_two_only(library, topic, variant.id)
    return page(
        variant.text,
        lexicon,
        topic=topic.id,
        front=variant.front,
        file=variant.file,
        reach=Reach(library.questionnaire, two),
    )


def definition_pages(definition: Definition, lexicon: Lexicon) -> Iterator[Page]:
    """The page of each text of a definition."""
    file = definition.place.file if definition.place else ""
    for text in definition.texts.values():
        yield page(text, lexicon, TextScope.DEFINITIONS, file=file)


def page(
    text: Text,
    lexicon: Lexicon,
    scope: TextScope = TextScope.CLAUSES,
    topic: str = "",
    front: FrontMatter | None = None,
    reach: Reach | None = None,
    file: str = "",
) -> Page:
    """A text with its lines laid out for lints."""
    lines = tuple(_lines(text, lexicon, reach or Reach()))
    return Page(lines, text, scope, topic, front or FrontMatter(), lexicon, Place(file))


def lexicon_of(library: ClauseLibrary) -> Lexicon:
    """The names and terms of a library."""
    american = any(one.language == "en-US" for one in library.precedents.values())
    return lexicon(library.words.names, library.terms, american, library.language)


def lexicon(
    names: Iterable[str], terms: Iterable[str], american: bool = False, language: str = "en"
) -> Lexicon:
    """A lexicon of these names and spellings of terms."""
    forms = {form: form for form in terms}
    small = "|".join(re.escape(one.lower()) for one in sorted(forms) if " " in one)
    return Lexicon(
        TermFinder(dict.fromkeys(names, "name")),
        TermFinder(forms),
        american,
        re.compile(rf"\b(?:{small})\b", re.ASCII) if small else None,
        language,
    )


def _lines(text: Text, lexicon: Lexicon, reach: Reach) -> Iterator[PageLine]:
    for number, block in enumerate(text.blocks):
        if isinstance(block, ProseParagraph):
            yield from _of_paragraph(block, lexicon, reach, number, 0)
        elif isinstance(block, ProseTable):
            two = reach.under(block.guards).two
            for column in block.columns:
                for inlines in (column.heading, column.cell):
                    yield _of_cell(inlines, block.place, lexicon, number, two)
        elif isinstance(block, WrittenTable):
            here = reach.under(block.guards)
            for heading in block.headings:
                yield _of_cell(heading, block.place, lexicon, number, here.two)
            for row in block.rows:
                two = here.under(row.guards).two
                for inlines in row.cells:
                    yield _of_cell(inlines, row.place, lexicon, number, two)


def _of_cell(
    inlines: tuple[Inline, ...], place: Place | None, lexicon: Lexicon, number: int, two: bool
) -> PageLine:
    typed = _as_typed(inlines)
    masked_ = masked(typed, lexicon.names)
    return PageLine(typed, masked_, place, number, inlines=inlines, for_two=two)


def _of_paragraph(
    paragraph: ProseParagraph, lexicon: Lexicon, reach: Reach, number: int, level: int
) -> Iterator[PageLine]:
    reach = reach.under(paragraph.guards)
    for sentence in paragraph.sentences:
        typed = _source(sentence)
        yield PageLine(
            typed,
            masked(typed, lexicon.names),
            sentence.place,
            number,
            level,
            paragraph,
            sentence.inlines,
            reach.under(sentence.guards).two,
        )
    for bullet in paragraph.bullets:
        yield from _of_paragraph(bullet, lexicon, reach, number, level + 1)


def _source(sentence: Sentence) -> str:
    place = sentence.place
    if place is None:
        return _as_typed(sentence.inlines)
    start = place.column - 1
    return place.source[start : start + place.width]


def _as_typed(inlines: tuple[Inline, ...]) -> str:
    return print_text(Text((ProseParagraph((Sentence(inlines),)),))).rstrip("\n")
