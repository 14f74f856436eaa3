"""The changes of an amendment, as paragraphs: a lead that names the place, and the words restated.

The place and the words bear the numbers of the agreement that is amended; they are its numbers and
never counted anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from drafter.agreement.expand import ParagraphItem, PlacedItem, PrintedItem, RestatedTable
from drafter.agreement.model import Element, Paragraph, Role, Run, Said, SignatureBlock, Table
from drafter.printed_words import PrintedWords

CHANGES = "changes"
NBSP = "\u00a0"
_HEADINGS = (Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING, Role.FRONT_HEADING)


class ChangeDone(StrEnum):
    """What an amendment does at a place."""

    REPLACED = "replaced"
    INSERTED = "inserted"
    REMOVED = "removed"


class ChangePlace(NamedTuple):
    """A place of the agreement that is amended: "7.2", "Schedule 2", or, without a number, the
    words under a heading. `says_what`: the number needs no noun before it."""

    number: str
    heading: str
    says_what: bool = False


class Change(NamedTuple):
    """One change. `place`: what is replaced or goes; what comes in stands behind it, or before all
    else where it is None. `term`: it is the definition of this term, in the list at `place`."""

    done: ChangeDone
    place: ChangePlace | None
    words: tuple[Element, ...] = ()
    term: str = ""


def change_items(
    placed: PlacedItem, changes: Sequence[Change], words: PrintedWords, flush: Role
) -> Iterator[PrintedItem]:
    """Each change: its lead, then the words as they will stand; a bracket where none is known."""
    if not changes:
        blank = (Run(words.changes.none, Said.BLANK, CHANGES),)
        yield _paragraph(placed, f"{placed.block}.none", placed.roles[0], blank)
    for number, change in enumerate(changes, 1):
        block = f"{placed.block}.{number}"
        yield _paragraph(placed, block, placed.roles[0], (Run(lead(change, words)),))
        for at, element in enumerate(change.words, 1):
            yield from _restated(placed, f"{block}.{at}", element, flush)


def lead(change: Change, words: PrintedWords) -> str:
    """The sentence that says what happens at which place."""
    said, place = words.changes, change.place
    if place is None:
        return said.inserted_first
    if change.term:
        how = getattr(said, f"definition_{change.done}")
        return str(how.format(term=change.term, before=_called(place, words)))
    if not place.number:
        return said.headed.format(heading=place.heading)
    if change.done is ChangeDone.INSERTED:
        return said.inserted.format(before=_called(place, words))
    how = getattr(said, change.done)
    return str(how.format(place=_called(place, words, opens=True)))


def _called(place: ChangePlace, words: PrintedWords, opens: bool = False) -> str:
    """A place as a sentence names it: `clause 7.2 (Exit)`."""
    number = place.number.replace(" ", NBSP)
    noun = "" if place.says_what else words.references.clause.word(False, opens) + NBSP
    if not place.heading:
        return noun + number
    return words.changes.titled.format(place=noun + number, heading=place.heading)


def _restated(
    placed: PlacedItem, block: str, element: Element, flush: Role
) -> Iterator[PrintedItem]:
    match element:
        case Paragraph(_, role, number, runs):
            said = tuple(run._replace(said=_plain(run.said, role)) for run in runs)
            label = (Run(f"{number}\t", Said.ANSWER),) if number else ()
            yield _paragraph(placed, block, flush, (*label, *said))
        case Table(_, headings, rows):
            again = tuple((f"{block}.{at}", cells) for at, (_, cells) in enumerate(rows, 1))
            cells = tuple((row, tuple(map(_plain_runs, each))) for row, each in again)
            yield RestatedTable(Table(block, tuple(map(_plain_runs, headings)), cells))
        case SignatureBlock():
            raise ValueError("an amendment restates no signatures")


def _plain_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(run._replace(said=_plain(run.said)) for run in runs)


def _plain(said: Said, role: Role | None = None) -> Said:
    """A reference leads into the other agreement, where no field reaches; a heading stands out."""
    if role in _HEADINGS:
        return Said.TERM
    return Said.WORDS if said is Said.REFERENCE else said


def _paragraph(placed: PlacedItem, block: str, role: Role, runs: tuple[Run, ...]) -> ParagraphItem:
    return ParagraphItem(block, placed.topic, role, [], placed.at, said=runs)


def unfinished(items: Iterable[PrintedItem]) -> tuple[dict[str, str], dict[str, str]]:
    """What the words of the changes leave blank, and what they have in brackets, by question."""
    blanks: dict[str, str] = {}
    awaited: dict[str, str] = {}
    for run in chain.from_iterable(map(_ready_runs, items)):
        if run.said is Said.BLANK:
            blanks[run.about or run.text] = run.text
        elif run.doubt:
            awaited[run.about or CHANGES] = run.text
    return blanks, awaited


def _ready_runs(item: PrintedItem) -> Iterator[Run]:
    if isinstance(item, ParagraphItem):
        yield from item.said
    elif isinstance(item, RestatedTable):
        cells = (*item.table.headings, *(cell for _, row in item.table.rows for cell in row))
        yield from chain.from_iterable(cells)
