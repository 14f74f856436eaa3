"""The definitions in use: every term that the agreement uses, those that definitions use too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from drafter.agreement.expand import (
    DEFINITION_ROLES,
    Expander,
    ParagraphItem,
    PrintedItem,
    TextPlace,
)
from drafter.agreement.layout import resting, undecided
from drafter.agreement.model import Paragraph, Role, Run, Said
from drafter.agreement.number import Numbering
from drafter.agreement.scheme import Scheme
from drafter.agreement.spelling import speller
from drafter.library.model import Definition
from drafter.printed_words import PrintedWords
from drafter.selection.model import Selection
from drafter.selection.select import possible_rows

SayItem = Callable[[ParagraphItem], Paragraph]


def say_definitions(
    selection: Selection, words: PrintedWords, uses: dict[str, None], say: SayItem
) -> dict[str, list[Paragraph]]:
    """The paragraphs of each definition in use, in the order of the list.

    `uses` grows while definitions are said; a term used by one of them is defined as well.
    """
    printed: dict[str, list[Paragraph]] = {}
    waiting = list(uses)
    while waiting:
        definition = selection.library.definitions.get(waiting.pop(0))
        if definition is None or definition.id in printed:
            continue
        known = len(uses)
        term = speller(words.spelling)(definition.term)
        items = _items(definition, selection, words)
        printed[definition.id] = list(_definition(term, items, say))
        waiting += list(uses)[known:]
    order = sorted(printed, key=lambda id: _alphabetical(selection.library.definitions[id]))
    return {id: printed[id] for id in order if printed[id]}


def _alphabetical(definition: Definition) -> tuple[str, str]:
    return definition.term.casefold(), definition.term


def definition_labels(
    definitions: Iterable[Sequence[Paragraph]], scheme: Scheme
) -> Iterator[tuple[str, str]]:
    """The label of each paragraph of definitions, by its block; each definition is counted by
    itself."""
    for paragraphs in definitions:
        count = Numbering(scheme)
        yield from ((one.block, count.next(one.role)[0]) for one in paragraphs)


def _definition(term: str, items: Iterable[PrintedItem], say: SayItem) -> Iterator[Paragraph]:
    """The paragraphs of one, its term before the first."""
    opening: tuple[Run, ...] = (Run(term, Said.TERM), Run(" "))
    for item in items:
        if isinstance(item, ParagraphItem):
            paragraph = say(item)
            yield paragraph._replace(runs=(*opening, *paragraph.runs))
            opening = ()


def _items(
    definition: Definition, selection: Selection, words: PrintedWords
) -> Iterable[PrintedItem]:
    """The text that the definition's table picks, or the bracket of an open one."""
    at, block = TextPlace(selection.deal), f"definition.{definition.id}"
    rows = possible_rows(definition.rows, selection.deal).possible
    if len(rows) > 1:
        return [undecided(f"{block}.open", definition.id, Role.DEFINITION, definition.rows, at)]
    text = definition.texts.get(rows[0]) if rows else None
    expander = Expander(definition.id, DEFINITION_ROLES, words, Role.FLUSH, block)
    return expander.text(text, resting(at, definition.rows, rows)) if text else ()
