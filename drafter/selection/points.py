"""The points that the chosen variants leave for counsel to confirm, and who has checked which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import WARNING, Diagnostic
from drafter.questionnaire.record import CheckedPoint
from drafter.selection.model import Selection

RULE = "checked-point"


@dataclass(frozen=True, slots=True)
class Point:
    """A point to confirm; `checked` says who did, None while nobody has."""

    topic: str
    variant: str
    point: str
    checked: CheckedPoint | None = None

    def as_data(self) -> dict[str, Any]:
        """The entry of a report."""
        entry: dict[str, Any] = {"topic": self.topic, "point": self.point}
        one = self.checked
        return entry | ({"checked": {"by": one.by, "on": one.on}} if one else {})


def points(selection: Selection) -> Iterator[Point]:
    """Every point of the chosen variants, in outline order."""
    checked = {(one.variant, one.point): one for one in selection.deal.answers.checked}
    for id, chosen in selection.chosen.items():
        for point in chosen.variant.front.confirm if chosen.variant else ():
            variant = f"{id}/{chosen.rows[0]}"
            yield Point(id, variant, point, checked.get((variant, point)))


def warnings_of_points(selection: Selection) -> Iterator[Diagnostic]:
    """A warning for each point that somebody checked and that this agreement does not have: its
    words changed, or another variant was chosen."""
    there = {(one.variant, one.point) for one in points(selection)}
    for index, one in enumerate(selection.deal.answers.checked):
        if (one.variant, one.point) not in there:
            says = f"`{one.variant}` leaves no such point to confirm: {one.point}"
            place = selection.deal.answers.place("checked", str(index), "")
            cure = "list the points: drafter points ANSWERS; take the entry out"
            yield Diagnostic(RULE, says, place, cure, severity=WARNING)
