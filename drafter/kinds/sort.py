"""What a kind of answer can do: one class a kind, each in a file of its own.

A `Sort` is a kind of answer; a `Kind` is a sort with what one question adds to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Protocol, TypeAlias

from drafter.data_classes import dataclass, field
from drafter.diagnostics import quoted
from drafter.kinds.cases import Tested
from drafter.kinds.model import Amount, NotAValue, Value
from drafter.kinds.picking import Answer, Candidate, picked
from drafter.printed_words import ValueWords

Schema: TypeAlias = dict[str, Any]
TypedWords: TypeAlias = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """How small and how large an amount may be: at least, more than, at most. Money is bounded by
    a figure, whatever its currency. `message` is what a library says of an amount beyond them."""

    least: Amount | None = None
    above: Amount | None = None
    most: Amount | None = None
    message: str = ""


UNBOUNDED = Bounds()
ORDERS = frozenset(("less", "equal", "more"))


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
    bounds: Bounds = UNBOUNDED


class Sort(Protocol):
    """A kind of answer. What is said here holds where a sort says nothing else."""

    name: ClassVar[str]  # the word of a `type:` line
    holds: ClassVar[type]  # the class of its values
    needs: ClassVar[tuple[str, ...]] = ()  # keys that a question of this sort must have

    # What it is
    ordered: ClassVar[bool] = False  # its values compare with < and >
    finite: ClassVar[bool] = False  # one of a few values that can all be named
    several: ClassVar[bool] = False  # a set of members
    free: ClassVar[bool] = False  # words of a person's own
    refers: ClassVar[bool] = False  # names a record of a list
    has_records: ClassVar[bool] = False  # a list
    has_members: ClassVar[bool] = False  # its members can be rows of a table
    overlaps: ClassVar[bool] = False  # two of its values may have something in common
    has_same: ClassVar[bool] = True  # two of its values may be the same
    in_months: ClassVar[bool] = False  # a number, or a period that may be one of months
    printable: ClassVar[bool] = True  # a blank of clause text may print it
    measures: ClassVar[tuple[str, ...]] = ()  # of a list's field: total, earliest, latest
    units: ClassVar[tuple[str, ...]] = ()  # words that may follow a number in a condition

    # What is wanted
    wanted: ClassVar[str] = ""  # in a file
    wanted_typed: ClassVar[str] = ""  # of a person who types
    wanted_keys: ClassVar[str] = ""  # at a terminal, where that differs
    obvious: ClassVar[bool] = False  # a field of this sort says nothing about its form
    lines: ClassVar[tuple[Candidate, ...]] = ()  # to choose from, where they are always the same
    example: ClassVar[Any] = None  # for the schema

    # --- in and out of a file ---

    def read(self, words: TypedWords, kind: Kind) -> Value:
        """The value that an answers file spells. Raises `NotAValue`."""
        if isinstance(words, tuple):
            raise NotAValue("one value is expected, not several")
        return self.read_one(words, kind)

    def read_one(self, text: str, kind: Kind) -> Value:
        """The value that one text spells. Raises `NotAValue`."""
        raise NotAValue(f"{quoted(text)} is no {self.name}")

    def member(self, text: str, kind: Kind) -> str:
        """One member of a set. Raises `NotAValue`."""
        raise NotAValue(f"{quoted(text)} is no member")

    def spelled(self, value: Any) -> str | list[str]:
        """The value as an answers file spells it."""
        return str(value)

    def schema(self, kind: Kind) -> Schema:
        """What `read` accepts as JSON Schema; it never refuses what `read` takes."""
        return {"type": "string", "minLength": 1}

    # --- with people ---

    def typed(self, text: str, kind: Kind, choices: Sequence[Candidate]) -> Answer:
        """What a person typed, as a file would spell it. Raises `NotAValue` or `Ambiguous`."""
        return picked(text, choices) if kind.options or kind.of else text

    def shown(self, word: str, kind: Kind) -> str:
        """An answer as a file spells it, as a screen shows it."""
        return word

    def printed(self, value: Any, words: ValueWords) -> str:
        """The value as clause text prints it; an option or a record as its id."""
        return str(value)

    # --- in conditions ---

    def scale(self, value: Any) -> tuple[object, object]:
        """What a value is measured in, and how much of it: only those of one measure compare."""
        return None, value

    def compares_with(self, other: Sort) -> bool:
        """Whether values of the two sorts compare; a number of months is a plain number too."""
        return self.ordered and (self == other or (self.in_months and other.in_months))

    def span(self, value: Any) -> tuple[Any, Any] | None:
        """The least and the most of what all values of the sort are measured by; None where
        nothing measures all of them."""
        return None

    def orders(self, one: Any, other: Any) -> frozenset[str]:
        """How one value can stand to another: less, equal, more; all where nothing tells."""
        return ORDERS

    def bound(self, text: str) -> Amount | None:
        """The amount that `at least`, `more than` or `at most` names, or None."""
        return None

    def allows(self, value: Any, bounds: Bounds) -> bool:
        """Whether no bound is surely passed: amounts that do not compare are allowed."""
        return True

    def range(self, bounds: Bounds) -> str:
        """The bounds in words: `at least 1 day and at most 50 years`."""
        return ""

    def total(self, values: Sequence[Any]) -> Value | None:
        """The sum of values; None where there is none."""
        return None

    def how_to_test(self, name: str, kind: Kind) -> str:
        """How a condition may test a name of this kind."""
        return f"write `{name} is answered`"

    def chosen_by(self, kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The cases that `{choose …}` may name, and those that it must."""
        return (), ()

    # --- in the proof ---

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        """Values of which one stands for each case that the tests tell apart."""
        return iter(())

    def told_apart(self, options: Sequence[str]) -> tuple[str, ...]:
        """The members of a set that tests of these tell apart."""
        return tuple(options)

    def unnamed(self, kind: Kind, options: Sequence[str]) -> str:
        """A member of a set that no test names; "" when there is none."""
        return next((one for one in kind.options if one not in options), "")

    def made_up(self, name: str) -> str:
        """A text that is plainly an example, from its question's name; "" for other sorts."""
        return ""


def each_once(members: Sequence[str]) -> tuple[str, ...]:
    """The members of a set. Raises `NotAValue` for one that is named twice.

    >>> each_once(["GB", "FR"])
    ('GB', 'FR')
    """
    for place, one in enumerate(members):
        if one in members[:place]:
            raise NotAValue(f"{quoted(one)} is named twice", "name it once")
    return tuple(members)
