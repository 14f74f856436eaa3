"""What is to be proved, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from typing import Any, NamedTuple

from drafter.data_classes import dataclass
from drafter.diagnostics import ERROR, Diagnostic, Place
from drafter.proof.clauses import FALSE
from drafter.proof.solver import Solver
from drafter.questionnaire.deal import Deal

About = tuple[str, ...]  # what a goal is about, the same in each precedent and on replay
_AT_ONCE = 10  # so many wishes are tried in one set of answers
Nearest = Callable[[Deal], tuple[Place | None, tuple[str, ...]]]


class Example(NamedTuple):
    """The questions whose answers show a fault, and an answers file that shows it."""

    questions: tuple[str, ...]
    answers: dict[str, Any]


ShownBy = Callable[[int, Solver], Example]


@dataclass(frozen=True, slots=True)
class Goal:
    """A fault that must be impossible: no answers may make `bad` hold."""

    rule: str
    about: About
    bad: int
    says: str
    place: Place | None = None
    cure: str = ""
    notes: tuple[str, ...] = ()
    nearest: Nearest | None = None  # a better place and more notes, once the answers are known
    shown_by: ShownBy | None = None  # answers that show it, where complete ones would not


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that must be possible in one precedent at least: some answers make `good` hold.

    `within`: another wish; where that one is not fulfilled, this one says nothing.
    """

    rule: str
    about: About
    good: int
    says: str
    place: Place | None = None
    cure: str = ""
    within: About = ()
    severity: str = ERROR


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A statement that does not hold, with the answers that show it where some can."""

    diagnostic: Diagnostic
    answers: dict[str, Any] | None = None

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        data = self.diagnostic.as_data()
        return data if self.answers is None else data | {"answers": self.answers}


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of all goals: how many hold, which do not, which could not be decided."""

    proved: int = 0
    counterexamples: tuple[Counterexample, ...] = ()
    not_decided: tuple[Diagnostic, ...] = ()


def failing(goals: Iterable[Goal], solver: Solver) -> Iterator[Goal]:
    """Each goal whose fault is possible; its answers are then the solver's last model.

    One question each: most are settled by propagation alone, where all in one would be a search.
    """
    impossible = {FALSE}
    for goal in goals:
        if goal.bad not in impossible:
            if solver.possible([goal.bad]):
                yield goal
            else:
                impossible.add(goal.bad)


def granted(wishes: Iterable[Wish], solver: Solver) -> Iterator[Wish]:
    """Each wish that some answers fulfil; answers found for one may fulfil others."""
    left = [wish for wish in wishes if wish.good != FALSE]
    while left:
        if solver.possible(_together(left, solver)) or solver.possible([left[0].good]):
            fulfilled = [solver.holds(wish.good) for wish in left]
            yield from compress(left, fulfilled)
            left = [wish for wish, held in zip(left, fulfilled, strict=True) if not held]
        else:
            left = left[1:]


def _together(wishes: Sequence[Wish], solver: Solver) -> list[int]:
    """The first wish, with a few from all over the rest that nothing plain keeps from it."""
    found = [wishes[0].good]
    for wish in wishes[1 :: max(1, len(wishes) // _AT_ONCE)]:
        if solver.compatible([*found, wish.good]):
            found.append(wish.good)
    return found
