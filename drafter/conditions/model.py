"""Conditions: one typed syntax tree, and what a condition must know of names and values.

A condition never sees a question. It sees `Names` (which name has which `Kind`) when it is read,
and a `Scope` (which name has which value) when it is judged. The questionnaire fills both.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeAlias

from drafter.data_classes import dataclass
from drafter.diagnostics import Place
from drafter.kinds import Kind
from drafter.kinds.model import Amount, Missing, Points, Record, Value
from drafter.kinds.territories import shared


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
class Either:
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
    """`x has v`, `x has any of v, w`, `x has all of v, w` over a set.

    `ground`: the set holds territories, and one that shares ground with `v` counts: Germany and
    the world for the European Union, the Union and the world for Germany.
    """

    subject: Subject
    values: tuple[str, ...]
    every: bool = False
    place: Place | None = None
    ground: bool = False

    def met(self, wanted: str, member: str) -> bool:
        """Whether a member of the set is what is wanted."""
        return shared(wanted, member) if self.ground else wanted == member


@dataclass(frozen=True, slots=True)
class Compares:
    """`x >= EUR 1000000`: an ordered test; `operator` is one of < <= = >= >."""

    subject: Subject
    operator: str
    amount: Amount
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """`x is answered`: false when absent or not asked, not decided when unknown."""

    subject: Subject
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """`x is unknown`: true only when the deal says on purpose that it is not known yet."""

    subject: Subject
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class RecordsTest:
    """`some|every|no grant has (…)`; inside, names are the record's fields."""

    quantifier: str
    list: str
    condition: Condition
    word: str = ""  # the record's singular, as written
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PairTest:
    """One clause of a pair test: how two records compare in a field, or a test of both or one."""

    how: str  # same, different, overlapping, both, one
    field: str = ""
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class SomeTwo:
    """`some two grants have (different licensee and overlapping territories)`."""

    list: str
    pairs: tuple[PairTest, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TopicStands:
    """`{if @exit}`: the topic is in this agreement and its variant has text."""

    topic: str
    place: Place | None = None


Test: TypeAlias = Holds | Is | IsRecord | Has | Compares | Answered | Unknown
Condition: TypeAlias = All | Either | Not | Test | RecordsTest | SomeTwo | TopicStands
