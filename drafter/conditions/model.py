"""Conditions: one typed syntax tree, and what a condition must know of names and values.

A condition never sees a question. It sees `Names` (which name has which `Kind`) when it is read,
and a `Scope` (which name has which value) when it is judged. The questionnaire fills both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import NamedTuple, Protocol, TypeAlias

from drafter.diagnostics import Place


class Sort(StrEnum):
    """What kind of thing a name stands for; the values are the words of a `type:` line."""

    YES_NO = "yes/no"
    CHOICE = "choice"
    SEVERAL = "several choices"
    TEXT = "text"
    LONG_TEXT = "long text"
    NUMBER = "whole number"
    MONEY = "money"
    PERCENTAGE = "percentage"
    DATE = "date"
    DURATION = "duration"
    JURISDICTIONS = "jurisdictions"
    PARTY = "party"
    REFERENCE = "reference"
    LIST = "list"
    RECORD = "record"  # one member of a list, as a loop stands at it
    PERIOD = "period"  # two dates of a record, for `overlapping`


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of a name: its sort, its options, its record's fields, what it refers to."""

    sort: Sort
    options: tuple[str, ...] = ()
    fields: Mapping[str, Kind] = field(default_factory=dict)
    of: str = ""  # the list that a reference (or a party) points into
    one: str = ""  # the singular of a list: "grant" of "grants"
    called: str = ""  # the field that names a record of the list
    optional: bool = False
    required: bool = True


class Missing(Enum):
    """Why a name has no value. Only `NOT_ASKED` is an answer to a condition (false)."""

    ABSENT = "absent"
    UNKNOWN = "unknown"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in one currency (ISO 4217): `Money("EUR", Decimal(250000))`."""

    currency: str
    amount: Decimal

    def __str__(self) -> str:
        return f"{self.currency} {self.amount}"


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A number of days, working-days, months or years; compared within one unit only."""

    unit: str
    number: int

    def __str__(self) -> str:
        return f"{self.number} {self.unit}"


class Points(NamedTuple):
    """A reference to a record: the list it stands in and its id."""

    list: str
    id: str


@dataclass(frozen=True, slots=True)
class Record:
    """One member of a list answer: its id and the values of its fields."""

    list: str
    id: str
    values: Mapping[str, Value | Missing]


Value: TypeAlias = (
    "bool | str | int | Decimal | Money | Duration | date | Points"
    " | tuple[str, ...] | tuple[Record, ...]"
)


class Names(Protocol):
    """What a condition may speak of: the kinds of all questions, facts and loop records."""

    def kind(self, name: str) -> Kind | None:
        """The kind of a name, or None when nothing bears it."""
        ...

    def names(self) -> Iterable[str]:
        """Every name, for suggestions."""
        ...


class Scope(Protocol):
    """What the names stand for in one deal."""

    def value(self, name: str) -> Value | Record | Missing:
        """The value of a question, fact or loop record, or why there is none."""
        ...

    def record(self, points: Points) -> Record | None:
        """The record that a reference names, or None when there is no such record."""
        ...

    def has_text(self, topic: str) -> bool:
        """Whether a topic stands in this agreement (an open one does)."""
        ...


# --- the tree -------------------------------------------------------------------------------

Subject: TypeAlias = tuple[str, ...]  # ("grant", "field", "definition"): dots follow references


@dataclass(frozen=True, slots=True)
class All:
    """`a and b and c`."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """`a or b or c`."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """`not a`; also how `is not` is held."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Holds:
    """A yes/no question or a named condition, standing bare."""

    subject: Subject
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Is:
    """`x is v`, `x is one of v, w`: the value is among `values`."""

    subject: Subject
    values: tuple[str, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class IsRecord:
    """`step.grant is grant`: the reference names the record that a loop stands at."""

    subject: Subject
    record: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Has:
    """`x has v`, `x has any of v, w`, `x has all of v, w` over a set."""

    subject: Subject
    values: tuple[str, ...]
    every: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Compares:
    """`x >= EUR 1000000`: an ordered test; `operator` is one of < <= = >= >."""

    subject: Subject
    operator: str
    amount: int | Decimal | Money | Duration | date
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """`x is answered`: false when absent, unknown or not asked."""

    subject: Subject
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """`x is unknown`: true only when the deal says on purpose that it is not known yet."""

    subject: Subject
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """`some|every|no grant has (…)`; inside, names are the record's fields."""

    quantifier: str
    list: str
    condition: Condition
    word: str = ""  # the record's singular, as written
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One clause of a pair test: how two records compare in a field, or a test of both or one."""

    how: str  # same, different, overlapping, both, one
    field: str = ""
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class SomeTwo:
    """`some two grants have (different licensee and overlapping territories)`."""

    list: str
    pairs: tuple[Pair, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Stands:
    """`{if @exit}`: the topic is in this agreement and its wording has text."""

    topic: str
    place: Place | None = None


Test: TypeAlias = Holds | Is | IsRecord | Has | Compares | Answered | Unknown
Condition: TypeAlias = All | Any | Not | Test | Records | SomeTwo | Stands
