"""The parts that people play in a deal, and what each may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Who somebody is in a deal."""

    REQUESTER = "requester"
    OTHER_SIDE = "other-side"
    COUNSEL = "counsel"
    APPROVER = "approver"

    @property
    def called(self) -> str:
        """As a page says it."""
        return self.value.replace("-", " ")


SIDES = (Part.REQUESTER, Part.OTHER_SIDE)
"""The two who answer; counsel may answer for the first."""

_MAY = {
    "answer": {Part.REQUESTER, Part.OTHER_SIDE, Part.COUNSEL},
    "read": {Part.REQUESTER, Part.COUNSEL, Part.APPROVER},  # the agreement as it grows
    "confirm": {Part.REQUESTER, Part.COUNSEL},
    "keep": {Part.COUNSEL, Part.APPROVER},  # warnings, and what closes the gate
    "review": {Part.COUNSEL},
    "share": {Part.COUNSEL},  # who answers what, links, the answers file
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a deal: the part, the name that stands in the record, and the link that was
    opened (0 where a proxy says who is signed in)."""

    part: Part
    name: str
    link: int = 0

    def may(self, act: str) -> bool:
        """Whether the part may do this.

        >>> Person(Part.OTHER_SIDE, "Counsel of Maison V").may("read")
        False
        """
        return self.part in _MAY[act]

    @property
    def is_of_the_firm(self) -> bool:
        """Whether what stays in the house may be shown."""
        return self.part is not Part.OTHER_SIDE
