"""The exact cases of an answer, each with a value that stands for it.

The tests that a library makes of a question cut its answers into cases that no test tells apart:
an option, the number 3, an amount above EUR 250000. One value for each case is enough to prove
what holds for all.

>>> from drafter.kinds import NUMBER
>>> witnesses(Kind(NUMBER), (Compares(("it",), ">=", 3),), 1)
(2, 3)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.conditions.judge import judge
from drafter.conditions.model import Compares, Has, Test
from drafter.data_classes import dataclass
from drafter.kinds import Kind
from drafter.kinds.cases import Tested
from drafter.kinds.model import Missing, Points, Record, Value


@dataclass(frozen=True, slots=True)
class ItScope:
    """The scope of a test about `it`: one value and nothing else."""

    it: Value | Missing

    def value(self, name: str) -> Value | Missing:
        return self.it

    def record(self, points: Points) -> Record | None:
        return None

    def has_text(self, topic: str) -> bool:
        return False


def witnesses(kind: Kind, tests: Sequence[Test], room: int = 1) -> tuple[Value, ...]:
    """One value for each case that the tests tell apart.

    `room` is how many questions are compared with each other: between two cut points there are
    then so many cases, and each case is a single value, so that the values order the answers.
    """
    amounts = tuple(test.amount for test in tests if isinstance(test, Compares))
    values = tuple(kind.sort.cases(kind, Tested(amounts, named(tests), room)))
    return values if room > 1 else distinct(values, tests)


def distinct(values: Iterable[Value], tests: Sequence[Test]) -> tuple[Value, ...]:
    """The first of all values that the tests judge alike."""
    first: dict[tuple[bool | None, ...], Value] = {}
    for value in values:
        first.setdefault(tuple(judge(test, ItScope(value)) for test in tests), value)
    return tuple(first.values())


def case_of(value: Value, cases: Sequence[Value], tests: Sequence[Test]) -> Value | None:
    """The case that a value falls in."""
    verdicts = [judge(test, ItScope(value)) for test in tests]
    alike = [case for case in cases if [judge(test, ItScope(case)) for test in tests] == verdicts]
    return value if value in alike else next(iter(alike), None)


def named(tests: Iterable[Test]) -> tuple[str, ...]:
    """The options that the tests of a set name."""
    return tuple(dict.fromkeys(v for test in tests if isinstance(test, Has) for v in test.values))
