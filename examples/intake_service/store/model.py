"""What the store gives and takes: frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from examples.intake_service.parts import Part


class Act(NamedTuple):
    """What somebody did to a deal, as its history has it: no answer, but the questions."""

    at: int
    part: Part
    name: str
    did: str
    questions: tuple[str, ...] = ()
    revision: int = 0


class Listed(NamedTuple):
    """A deal in the list."""

    id: int
    name: str
    made: int
    revision: int


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal as it was saved. `asked_of` names who answers a question, where it is not the
    requester; `private` are the questions whose answers stay with that side and counsel; `each`
    are the lists of which each side fills its own records, `theirs` the other side's parties."""

    id: int
    name: str
    revision: int
    data: Mapping[str, Any]
    asked_of: Mapping[str, Part]
    private: tuple[str, ...]
    each: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()


class Link(NamedTuple):
    """A link, without its secret."""

    id: int
    deal: int
    part: Part
    name: str
    expires: int
    revoked: int | None


class Comment(NamedTuple):
    """What somebody said about a question; `inside` is not for the other side."""

    question: str
    at: int
    part: Part
    name: str
    text: str
    inside: bool


class Decision(NamedTuple):
    """A review or an approval of one revision, with the file that was approved."""

    revision: int
    at: int
    part: Part
    name: str
    kind: str
    agreement: str
    file: bytes
    disclosed: tuple[str, ...]
