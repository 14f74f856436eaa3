"""The data classes of drafter are those of the standard library, written later."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from drafter import data_classes


@data_classes.dataclass(frozen=True, slots=True)
class Point:
    """A value that other processes take."""

    x: int
    marks: list[str] = data_classes.field(default_factory=list, compare=False)


def both(body: type, **options: Any) -> tuple[Any, Any]:
    """A class as drafter and as the standard library make it."""
    own = {
        name: held for name, held in vars(body).items() if name not in ("__dict__", "__weakref__")
    }
    made = [
        decorate(**options)(type(body.__name__, body.__bases__, dict(own)))
        for decorate in (data_classes.dataclass, dataclasses.dataclass)
    ]
    return made[0], made[1]


class Deal:
    """Fields of every sort."""

    name: str
    months: int = 6
    parties: list[str] = data_classes.field(default_factory=list)
    seen: str = data_classes.field(default="no", compare=False, repr=False)
    kept: int = data_classes.field(default=3, init=False)
    found: list[str] = data_classes.field(default_factory=list, init=False)
    known: ClassVar[str] = "to all"


OPTIONS: list[dict[str, Any]] = [
    {},
    {"slots": True},
    {"frozen": True},
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "order": True},
    {"frozen": True, "slots": True, "eq": False},
    {"frozen": True, "slots": True, "weakref_slot": True},
    {"slots": True, "repr": False},
]


def outcome(act: Callable[[Any], object], kind: type) -> object:
    """What an act gives for a class, or the kind of its refusal."""
    try:
        return act(kind)
    except (AttributeError, TypeError) as refusal:
        return type(refusal)


def hash_alike(one: object, other: object) -> bool:
    """Both are there at once: no place in memory is taken twice."""
    return hash(one) == hash(other)


def as_data(value: Any) -> object:
    """The fields of a value, or the kind of a refusal."""
    return value if isinstance(value, type) else dataclasses.asdict(value)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
class DescribeADataClass:
    """Whoever knows those of Python knows these."""

    def it_takes_what_the_other_takes(self, options) -> None:
        """By place and by name, with its defaults; too much and too little is refused."""
        for act in (
            lambda kind: kind("a"),
            lambda kind: kind("a", 1, ["b"], "yes"),
            lambda kind: kind(name="a", seen="yes"),
            lambda kind: kind(),
            lambda kind: kind("a", month=2),
            lambda kind: kind(1, 2, 3, 4, 5),
        ):
            ours, theirs = (outcome(act, kind) for kind in both(Deal, **options))
            assert as_data(ours) == as_data(theirs)

    def it_prints_compares_and_counts_alike(self, options) -> None:
        """The fields that do not count do not count."""
        for act in (
            lambda kind: kind("a") == kind("a", seen="yes"),
            lambda kind: kind("a") == kind("a", 7),
            lambda kind: kind("a") == "a",
            lambda kind: kind("a") < kind("b"),
            lambda kind: kind("a") >= kind("a", 7),
            lambda kind: hash_alike(kind("a", parties=()), kind("a", parties=(), seen="x")),
            lambda kind: "object at" in repr(kind("a")) or repr(kind("a")),
            lambda kind: str(inspect.signature(kind)),
        ):
            ours, theirs = (outcome(act, kind) for kind in both(Deal, **options))
            assert ours == theirs

    def it_is_changed_alike(self, options) -> None:
        """Where it is frozen, not at all."""

        def set_to(value: Any, name: str) -> Any:
            setattr(value, name, 1)
            return getattr(value, name)

        for act in (
            lambda kind: set_to(kind("a"), "months"),
            lambda kind: delattr(kind("a"), "months"),
            lambda kind: dataclasses.asdict(dataclasses.replace(kind("a", 2), name="b")),
            lambda kind: dataclasses.asdict(copy.deepcopy(kind("a", 2))),
            lambda kind: [(one.name, one.type) for one in dataclasses.fields(kind)],
            lambda kind: kind.__match_args__,
            lambda kind: hasattr(kind("a"), "__dict__"),
            lambda kind: kind.known,
        ):
            ours, theirs = (outcome(act, kind) for kind in both(Deal, **options))
            assert ours == theirs


class DescribeAFrozenDataClass:
    """A value stays what it is, in every process."""

    def it_goes_to_another_process_and_back(self) -> None:
        there = pickle.loads(pickle.dumps(Point(1, ["a"])))
        assert (there, there.marks) == (Point(1), ["a"])

    def it_makes_a_default_for_each_value(self) -> None:
        assert Point(1).marks is not Point(1).marks

    def it_takes_no_name_that_is_no_field(self) -> None:
        with pytest.raises(dataclasses.FrozenInstanceError):
            Point(1).y = 2  # type: ignore[attr-defined]

    def it_writes_its_methods_once(self) -> None:
        """The first use leaves a plain function behind."""

        @data_classes.dataclass(frozen=True, slots=True)
        class Spot:
            line: int

        assert not inspect.isfunction(vars(Spot)["__init__"])
        assert Spot(1) == Spot(1)
        assert inspect.isfunction(vars(Spot)["__init__"])


class DescribeADataClassOnAnother:
    """The fields of the class beneath come first."""

    def it_takes_the_fields_of_both(self) -> None:
        @data_classes.dataclass(frozen=True, slots=True)
        class Spot(Point):
            note: str = ""

        assert (Spot(1, [], "here").note, Spot(1).x) == ("here", 1)
        assert Point(1) != Spot(1)
        with pytest.raises(dataclasses.FrozenInstanceError):
            Spot(1).x = 2

    def it_completes_itself_after_its_fields(self) -> None:
        @data_classes.dataclass(frozen=True, slots=True)
        class Counted:
            words: tuple[str, ...]
            count: int = data_classes.field(init=False)

            def __post_init__(self) -> None:
                object.__setattr__(self, "count", len(self.words))

        assert Counted(("a", "b")).count == 2
