"""The deal record: what a deal's answers file holds, typed and frozen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from drafter.data_classes import dataclass, field
from drafter.diagnostics import Place
from drafter.kinds.model import Missing, Record, Value
from drafter.questionnaire.model import Question

Places: TypeAlias = Mapping[tuple[str, ...], Place]
NOT_USED, MISSING = "not used", "missing"  # of a key
PROPOSED, ACCEPTED = "proposed", "accepted"  # how an answer came from somebody else
TERM_ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class SpecialTerm:
    """A clause of this deal alone: plain text under a heading, after or instead of a topic."""

    id: str
    heading: str
    text: str
    reason: str
    by: str = ""
    after: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """A named person's decision to go on despite a warning, with the reason."""

    what: str
    by: str
    on: str
    reason: str


@dataclass(frozen=True, slots=True)
class CheckedPoint:
    """A point that counsel was to confirm, in the words of the variant, and who checked it."""

    variant: str  # topic/variant
    point: str
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Answers:
    """One deal's answers, typed. `unknown` holds question ids and `list.record.field` paths;
    `record` is the plain data that they were read from; `moved` tells, a line each, what of it had
    another name or place in an older library."""

    precedent: str
    values: Mapping[str, Value] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()
    overrides: tuple[Override, ...] = ()
    special_terms: tuple[SpecialTerm, ...] = ()
    checked: tuple[CheckedPoint, ...] = ()
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    places: Places = field(default_factory=dict, compare=False, repr=False)
    record: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    moved: tuple[str, ...] = field(default=(), compare=False)

    @property
    def proposed(self) -> tuple[str, ...]:
        """The answers that somebody proposed and nobody accepted: each a question, or
        `list.record.field`."""
        given = (path for path, one in self.given.items() if one.get("how") == PROPOSED)
        return tuple(path for path in given if self._stands(*path.split(".", 2)))

    def _stands(self, name: str, id: str = "", field: str = "") -> bool:
        value = self.values.get(name)
        if not id or not isinstance(value, tuple):
            return name in self.values and not id
        records = (one for one in value if isinstance(one, Record))
        return any(one.id == id and field in one.values for one in records)

    def place(self, *path: str) -> Place | None:
        """Where an answer stands in its file; None when it came from a payload."""
        return self.places.get(path)


def with_period(
    question: Question, values: Mapping[str, Value | Missing]
) -> Mapping[str, Value | Missing]:
    """The fields of a record with its period, for `overlapping`.

    A date that may stay blank and does is None, which means open; another one that is not
    answered is missing.
    """
    if question.period is None:
        return values
    days = tuple(_day(question.fields[name], values) for name in question.period)
    return {**values, "period": days}  # type: ignore[dict-item]


def _day(field: Question, values: Mapping[str, Value | Missing]) -> Value | Missing | None:
    day = values.get(field.id, Missing.ABSENT)
    return None if day is Missing.ABSENT and field.optional else day
