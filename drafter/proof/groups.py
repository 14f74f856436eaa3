"""What a name can stand at, and what a condition can come to, as literals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from drafter.conditions.judge import judge
from drafter.conditions.model import Has, Test
from drafter.data_classes import dataclass, field
from drafter.kinds.model import Missing, Record, Value
from drafter.proof.cells import ItScope
from drafter.proof.clauses import FALSE, TRUE, Clauses


class Verdict(NamedTuple):
    """Two literals: the condition holds; it does not. Neither, where an answer is missing."""

    true: int
    false: int

    @property
    def negated(self) -> Verdict:
        """The verdict of the opposite."""
        return Verdict(self.false, self.true)


YES, NO, OPEN = Verdict(TRUE, FALSE), Verdict(FALSE, TRUE), Verdict(FALSE, FALSE)
SURE = {True: YES, False: NO, None: OPEN}


def every(verdicts: Iterable[Verdict], clauses: Clauses) -> Verdict:
    """All of these hold."""
    parts = list(verdicts)
    return Verdict(
        clauses.both(one.true for one in parts), clauses.either(one.false for one in parts)
    )


def some(verdicts: Iterable[Verdict], clauses: Clauses) -> Verdict:
    """One of these holds."""
    return every((one.negated for one in verdicts), clauses).negated


@dataclass(frozen=True, slots=True)
class Group:
    """The cases of a question or fact, of which exactly one stands; `members` of a set each apart.

    A case is a value that stands for all like it, or the reason why there is none.
    """

    cases: tuple[tuple[Value | Missing, int], ...]
    members: Mapping[str, int] = field(default_factory=dict)

    def at(self, wanted: Value | Missing) -> int:
        """The literal of a case; false where there is no such case."""
        found = (
            lit
            for case, lit in self.cases
            if case is wanted or (type(case) is type(wanted) and case == wanted)
        )
        return next(found, FALSE)

    def given(self, clauses: Clauses) -> int:
        """Whether there is a value."""
        return clauses.either(lit for case, lit in self.cases if not isinstance(case, Missing))

    def judged(self, test: Test, clauses: Clauses) -> Verdict:
        """What a test of `it` comes to."""
        if isinstance(test, Has) and self.members:
            return self._has(test, clauses)
        verdicts = [(judge(test, ItScope(case)), lit) for case, lit in self.cases]
        holds = clauses.either(lit for verdict, lit in verdicts if verdict)
        fails = clauses.either(lit for verdict, lit in verdicts if verdict is False)
        return Verdict(holds, fails)

    def _has(self, test: Has, clauses: Clauses) -> Verdict:
        enough = clauses.both if test.every else clauses.either
        holds = enough(
            clauses.either(lit for each, lit in self.members.items() if test.met(one, each))
            for one in test.values
        )
        given = self.given(clauses)
        lacks = clauses.both((given, -holds))
        return Verdict(
            clauses.both((given, holds)), clauses.either((lacks, self.at(Missing.NOT_ASKED)))
        )


class Signature(NamedTuple):
    """Records that no test tells apart: their tested fields, and literals for 1, 2, … of them."""

    values: Mapping[str, Value | Missing]
    levels: tuple[int, ...]
    record: Record | None = None  # where it stands for one record of a settled deal

    @property
    def present(self) -> int:
        """There is such a record."""
        return self.levels[0]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list question: whether it has an answer, how many records, and of which kinds."""

    not_asked: int
    absent: int
    given: int
    at_least: Mapping[int, int]
    records: tuple[Signature, ...]

    def counts(self, clauses: Clauses) -> Iterator[tuple[int, int]]:
        """Each number of records that is told apart (the least of its kind), and its literal."""
        steps = [(0, self.given), *sorted(self.at_least.items())]
        for (count, enough), (_, more) in zip(steps, [*steps[1:], (0, FALSE)], strict=True):
            yield count, clauses.both((enough, -more))
