"""Numbers the laid-out agreement and notes what every reference may point at."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.agreement.expand import Item, PlacedItem, Printed
from drafter.agreement.layout import Section
from drafter.agreement.model import Role
from drafter.agreement.number import Numbering
from drafter.agreement.refer import CLAUSE, PARAGRAPH, RECITAL, SCHEDULE, Spot, Targets

_KINDS = {
    Role.SCHEDULE_HEADING: SCHEDULE,
    Role.SCHEDULE_PARAGRAPH: PARAGRAPH,
    Role.SCHEDULE_ITEM: PARAGRAPH,
    Role.SCHEDULE_SUBITEM: PARAGRAPH,
    Role.RECITAL: RECITAL,
}


def number(sections: Iterable[Section]) -> tuple[dict[str, str], Targets]:
    """The full number of each numbered block, and the targets; labels are set on the items."""
    counting = _Counting()
    for section in sections:
        counting.section(section)
    return counting.numbers, counting.targets


class _Counting:
    def __init__(self) -> None:
        self.count, self.numbers, self.targets = Numbering(), {}, Targets()  # type: ignore[var-annotated]

    def section(self, section: Section) -> None:
        role = section.place.heading
        section.number = self._numbered(role, section.topic)
        here = self._spot(section.topic, role, section.topic)
        self.targets.add(section.topic, "", here)
        if role is Role.SCHEDULE_HEADING:
            self.targets.schedules[section.topic] = here
        if section.loose:
            self.targets.loose.add(section.topic)
        for item in section.items:
            here = self._item(item, section.topic, here)

    def _item(self, item: Printed, section: str, above: Spot) -> Spot:
        """Count one item; a table stands at the number of the paragraph above it."""
        if isinstance(item, PlacedItem):
            return above
        here = above
        if isinstance(item, Item):
            item.number = self._numbered(item.role, item.block)
            here = self._spot(item.block, item.role, section)
        spot = here._replace(chain=item.at.chain)
        if item.label:
            self.targets.add(item.topic, item.label, spot)
        if item.topic != section and (item.topic, "") not in self.targets.spots:
            self.targets.add(item.topic, "", spot)
        return here

    def _numbered(self, role: Role, block: str) -> str:
        label, full = self.count.next(role)
        if full:
            self.numbers[block] = full
        return label

    def _spot(self, block: str, role: Role, section: str) -> Spot:
        return Spot(block, self.numbers.get(block, ""), _KINDS.get(role, CLAUSE), section)
