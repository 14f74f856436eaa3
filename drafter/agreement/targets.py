"""Numbers the laid-out agreement and notes what every reference may point at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from drafter.agreement.expand import ParagraphItem, PlacedItem, PrintedItem, RestatedTable
from drafter.agreement.layout import Section
from drafter.agreement.model import Role
from drafter.agreement.number import Numbering
from drafter.agreement.refer import CLAUSE, PARAGRAPH, PARTY, RECITAL, SCHEDULE, Spot, Targets
from drafter.agreement.scheme import SHIPPED, Scheme
from drafter.printed_words import PrintedWords

_KINDS = {
    Role.PARTY: PARTY,
    Role.RECITAL: RECITAL,
    Role.SCHEDULE_HEADING: SCHEDULE,
    Role.SCHEDULE_PARAGRAPH: PARAGRAPH,
    Role.SCHEDULE_ITEM: PARAGRAPH,
    Role.SCHEDULE_SUBITEM: PARAGRAPH,
}

_Numbered = tuple[str, str, Role, str, tuple[int, ...]]
"""The last block with a number: its name, its full number, its role, its section, its position."""


class Counted(NamedTuple):
    """Sections counted through. `labels`: the label of each numbered block, that of a part by the
    name of its block; `numbers`: the full number; `targets`: what references may point at."""

    labels: dict[str, str]
    numbers: dict[str, str]
    targets: Targets


def number(
    sections: Iterable[Section],
    loose: Mapping[str, str],
    words: PrintedWords,
    scheme: Scheme = SHIPPED,
) -> Counted:
    """The labels and full numbers of the blocks of sections; the sections stay as they are."""
    counting = _Counting(loose, words, scheme)
    for section in sections:
        counting.section(section)
    return Counted(counting.labels, counting.numbers, counting.targets)


class _Counting:
    def __init__(self, loose: Mapping[str, str], words: PrintedWords, scheme: Scheme) -> None:
        self.count, self.named = Numbering(scheme), scheme.named
        self.targets = Targets(loose, words)
        self.labels: dict[str, str] = {}
        self.numbers: dict[str, str] = {}
        self._last: _Numbered = "", "", Role.CLAUSE_HEADING, "", ()

    def section(self, section: Section) -> None:
        id, role = section.topic, section.place.heading
        if section.part:
            self.labels[section.part_block] = self.count.next(Role.PART_HEADING)[0]
        self.labels[id], full = self.count.next(role)
        self._last = id, full, role, id, ()
        self.targets.note(id, "", self._above())
        if full:
            self.numbers[id] = full
        for item in section.items:
            self._item(item, id)

    def _item(self, item: PrintedItem, section: str) -> None:
        """Count one item; what has no number, as a table, stands at the number above it."""
        if isinstance(item, ParagraphItem):
            self._paragraph(item, section)
        elif isinstance(item, PlacedItem | RestatedTable):
            return
        if item.label:
            self.targets.note(item.topic, item.label, self._above()._replace(chain=item.at.chain))
        if item.topic != section and (item.topic, "") not in self.targets.spots:
            self.targets.note(item.topic, "", self._above())

    def _paragraph(self, item: ParagraphItem, section: str) -> None:
        self.labels[item.block], full = self.count.next(item.role)
        if full:
            self.numbers[item.block] = full
            position = self.count.position(item.role) if item.label else ()
            self._last = item.block, full, item.role, section, position

    def _above(self) -> Spot:
        block, full, role, section, position = self._last
        kind, named = _KINDS.get(role, CLAUSE), role in self.named
        return Spot(block, full, kind, section, position, named=named)
