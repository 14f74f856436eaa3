"""Lays the agreement out: each standing topic a section, its variant expanded into items.

Riders stand where their host places them, computed lists likewise; a special term stands after a
topic or in its place; an open topic is one bracket that names the question and the variants left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from drafter.agreement.expand import (
    BODY_ROLES,
    CLAUSE_ROLES,
    RECITAL_ROLES,
    SCHEDULE_ROLES,
    Expander,
    ParagraphItem,
    PlacedItem,
    PrintedItem,
    TextPlace,
    awaited,
)
from drafter.agreement.lists import listed_items
from drafter.agreement.model import Role, Run, Said
from drafter.agreement.parties import PARTIES
from drafter.agreement.restated import CHANGES, Change, change_items
from drafter.agreement.spelling import speller
from drafter.data_classes import dataclass, field
from drafter.library.model import Row
from drafter.printed_words import PrintedWords
from drafter.prose.model import COMPUTED
from drafter.questionnaire.answers import SpecialTerm
from drafter.selection.model import Chosen, Selection

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
SAID_LATER = ("definitions", "signatures")  # they hang on everything else being said


@dataclass(frozen=True, slots=True)
class SectionPlace:
    """What a section is: the role of its heading, of its paragraphs by level, of flush words."""

    heading: Role
    roles: tuple[Role, Role, Role]
    flush: Role


PARTIES_PLACE = SectionPlace(Role.FRONT_HEADING, (Role.PARTY, *RECITAL_ROLES[1:]), Role.BODY)
RECITALS = SectionPlace(Role.FRONT_HEADING, RECITAL_ROLES, Role.BODY)
CLAUSES = SectionPlace(Role.CLAUSE_HEADING, CLAUSE_ROLES, Role.FLUSH)
SCHEDULES = SectionPlace(Role.SCHEDULE_HEADING, SCHEDULE_ROLES, Role.BODY)
CLOSING = SectionPlace(Role.FRONT_HEADING, BODY_ROLES, Role.BODY)


@dataclass(slots=True)
class Section:
    """A topic's place in the agreement. `part` is the part heading that stands before it."""

    topic: str
    heading: tuple[Run, ...]
    place: SectionPlace
    items: list[PrintedItem] = field(default_factory=list)
    part: str = ""

    @property
    def part_block(self) -> str:
        """The name of the block of that heading."""
        return f"part.{self.topic}"


def lay_out(
    selection: Selection, words: PrintedWords, changes: Sequence[Change] = ()
) -> list[Section]:
    """All sections of the agreement in reading order; `changes`: those of an amendment."""
    return list(_Layout(selection, words, changes).sections())


class _Layout:
    def __init__(
        self, selection: Selection, words: PrintedWords, changes: Sequence[Change]
    ) -> None:
        self.selection, self.words, self.top = selection, words, TextPlace(selection.deal)
        self.changes = changes
        self.spell = speller(words.spelling)

    def sections(self) -> Iterator[Section]:
        precedent = self.selection.precedent
        for topic in precedent.opening:
            yield from self._topic(topic, PARTIES_PLACE if topic == PARTIES else RECITALS)
        for part in precedent.parts:
            heading = self.spell(part.heading)
            for topic in part.topics:
                for section in self._topic(topic, CLAUSES):
                    section.part, heading = heading, ""
                    yield section
        for topic in precedent.schedules:
            yield from self._topic(topic, SCHEDULES)
        for topic in precedent.closing:
            yield from self._topic(topic, CLOSING)

    def _topic(self, id: str, place: SectionPlace) -> Iterator[Section]:
        terms = self.selection.deal.answers.special_terms
        replacing = [term for term in terms if term.replaces == id]
        chosen = self.selection.chosen[id]
        if replacing:
            yield self._special(replacing[0], id, place)
        elif not chosen.left_out:
            yield self._section(chosen, place)
        for term in terms:
            if term.after == id:
                yield self._special(term, f"special-{term.id}", place)

    def _section(self, chosen: Chosen, place: SectionPlace) -> Section:
        heading = (Run(self.spell(chosen.topic.heading)),)
        items = list(self._items(chosen, place, self.top))
        return Section(chosen.topic.id, heading, place, items)

    def _items(self, chosen: Chosen, place: SectionPlace, at: TextPlace) -> Iterator[PrintedItem]:
        id = chosen.topic.id
        if chosen.variant is None:
            yield undecided(f"{id}.open", id, place.roles[0], chosen.topic.rows, at)
            return
        for item in Expander(id, place.roles, self.words, place.flush).text(
            chosen.variant.text, at
        ):
            if isinstance(item, PlacedItem) and item.what not in SAID_LATER:
                yield from self._placed(item, place)
            else:
                yield item

    def _placed(self, placed: PlacedItem, place: SectionPlace) -> Iterator[PrintedItem]:
        if placed.what == CHANGES:
            yield from change_items(placed, self.changes, self.words, place.flush)
        elif placed.what in COMPUTED:
            yield from listed_items(placed, self.selection, self.words)
        else:
            yield from self._rider(placed, place)

    def _rider(self, placed: PlacedItem, place: SectionPlace) -> Iterator[PrintedItem]:
        rider = self.selection.chosen[placed.what]
        if not rider.left_out:
            yield from self._items(rider, place, resting(placed.at, rider.topic.rows, rider.rows))

    def _special(self, term: SpecialTerm, id: str, place: SectionPlace) -> Section:
        about = f"special_terms.{term.id}"
        heading = (Run(term.heading, Said.ANSWER, about),)
        section = Section(id, heading, place)
        for index, text in enumerate(_BLANK_LINES.split(term.text.strip()), 1):
            words = " ".join(line.strip() for line in text.splitlines())
            said = (Run(words, Said.ANSWER, about),)
            section.items.append(
                ParagraphItem(f"{id}.{index}", id, place.roles[0], [], self.top, said=said)
            )
        return section


def resting(at: TextPlace, rows: Iterable[Row], taken: Sequence[str]) -> TextPlace:
    """A place whose text stands because a row of a table holds."""
    held = (row.when for row in rows if len(taken) == 1 and row.variant == taken[0])
    return at._replace(rests=(*at.rests, *(when for when in held if when is not None)))


def undecided(
    block: str, topic: str, role: Role, rows: Iterable[Row], at: TextPlace
) -> ParagraphItem:
    """The bracket of an open topic or definition: what it waits for, the variants left."""
    left = {
        row.variant: waits
        for row in rows
        if row.when is not None and (waits := awaited(row.when, at.scope)) is not None
    }
    waits = tuple(dict.fromkeys(subject for subjects in left.values() for subject in subjects))
    return ParagraphItem(block, topic, role, [], at._replace(doubt=waits), still=tuple(left))


def loose_topics(selection: Selection) -> dict[str, str]:
    """Topics whose labels do not stand, with the topic whose number answers for them: those that
    are open, those that a special term replaces, and the riders of both."""
    replaced = {term.replaces for term in selection.deal.answers.special_terms}
    loose: dict[str, str] = {}
    for id, chosen in selection.chosen.items():
        host = loose.get(chosen.topic.within)
        if host or chosen.is_open or id in replaced:
            loose[id] = host or id
    return loose
