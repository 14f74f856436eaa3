"""The lists that `{place …}` computes, as items of the agreement: nothing in them is typed."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.agreement.expand import ParagraphItem, PlacedItem, SentenceAt, TextPlace
from drafter.agreement.model import Role
from drafter.agreement.parties import PARTIES, PARTY, introduction, parties
from drafter.conditions.judge import AtRecord
from drafter.kinds.model import Points
from drafter.printed_words import PrintedWords
from drafter.prose.model import Inline, Reference, Target, Words
from drafter.selection.model import Selection


def listed_items(
    placed: PlacedItem, selection: Selection, words: PrintedWords
) -> list[ParagraphItem]:
    """The items of a computed list: parties, schedules, or the order of precedence."""
    items = list(_LISTS[placed.what](placed, selection, words))
    conjunction = words.lists.conjunctions["and"]
    for index, item in enumerate(items):
        left = len(items) - index
        item.stop = "." if left == 1 else f"; {conjunction}" if left == 2 else ";"
    return items


def _parties(
    placed: PlacedItem, selection: Selection, words: PrintedWords
) -> Iterator[ParagraphItem]:
    for record in parties(selection.deal):
        here = AtRecord(PARTY, record, selection.deal)
        at = TextPlace(here, (Points(PARTIES, record.id),), placed.at.doubt)
        introduced = introduction(record, selection.deal, words)
        yield _item(placed, record.id, placed.roles[0], introduced, at)


def _schedules(
    placed: PlacedItem, selection: Selection, words: PrintedWords
) -> Iterator[ParagraphItem]:
    for id in standing_schedules(selection):
        heading = selection.chosen[id].topic.heading
        inlines = (Reference((Target(id),)), Words(heading.join(words.lists.schedule)))
        yield _item(placed, id, placed.roles[1], inlines)


def _precedence(
    placed: PlacedItem, selection: Selection, words: PrintedWords
) -> Iterator[ParagraphItem]:
    role = placed.roles[1]
    yield _item(placed, "clauses", role, (Words(words.lists.clauses),))
    schedules = list(standing_schedules(selection))
    if len(schedules) == 1:
        yield _item(placed, "schedules", role, (Reference((Target(schedules[0]),)),))
    elif schedules:
        yield _item(placed, "schedules", role, (Words(words.lists.schedules),))


_LISTS = {"parties": _parties, "schedules": _schedules, "precedence": _precedence}


def standing_schedules(selection: Selection) -> Iterator[str]:
    """The schedules of this agreement, in order."""
    return (id for id in selection.precedent.schedules if not selection.chosen[id].left_out)


def _item(
    placed: PlacedItem,
    name: str,
    role: Role,
    inlines: tuple[Inline, ...],
    at: TextPlace | None = None,
) -> ParagraphItem:
    here = at or placed.at
    return ParagraphItem(
        f"{placed.block}.{name}", placed.topic, role, [SentenceAt(inlines, here)], here
    )
