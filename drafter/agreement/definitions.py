"""The definitions in use: every term that the agreement uses, those that definitions use too."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.agreement.expand import DEFINITION_ROLES, At, Expander, Item
from drafter.agreement.model import Paragraph, Role, Run, Said
from drafter.agreement.number import Numbering
from drafter.library.model import Definition
from drafter.selection.model import Selection
from drafter.selection.select import possible_rows

SayItem = Callable[[Item], Paragraph]


def print_definitions(
    selection: Selection, uses: dict[str, None], say: SayItem
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
        printed[definition.id] = list(_definition(definition, selection, say))
        waiting += list(uses)[known:]
    order = sorted(printed, key=lambda id: _alphabetical(selection.library.definitions[id]))
    return {id: printed[id] for id in order if printed[id]}


def _alphabetical(definition: Definition) -> tuple[str, str]:
    return definition.term.casefold(), definition.term


def _definition(definition: Definition, selection: Selection, say: SayItem) -> Iterator[Paragraph]:
    deal = selection.deal
    rows = possible_rows(definition.rows, deal).possible
    text = definition.texts.get(rows[0]) if rows else None
    if text is None:
        return
    expander = Expander(
        definition.id, DEFINITION_ROLES, Role.FLUSH, f"definition.{definition.id}"
    )
    count = Numbering()
    opening: tuple[Run, ...] = (Run(definition.term, Said.TERM), Run(" "))
    for item in expander.text(text, At(deal, doubt=len(rows) > 1)):
        if isinstance(item, Item):
            item.number = count.next(item.role)[0]
            paragraph = say(item)
            yield paragraph._replace(runs=(*opening, *paragraph.runs))
            opening = ()
