"""What is to be proved, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from drafter.diagnostics import ERROR, Diagnostic, Place
from drafter.proof.clauses import FALSE, Clauses
from drafter.proof.solver import Solver
from drafter.questionnaire.deal import Deal

About = tuple[str, ...]  # what a goal is about, the same in each precedent and on replay
Nearest = Callable[[Deal], tuple[Place | None, tuple[str, ...]]]


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
class Finding:
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
    counterexamples: tuple[Finding, ...] = ()
    not_decided: tuple[Diagnostic, ...] = ()


def failing(goals: Iterable[Goal], clauses: Clauses, solver: Solver) -> Iterator[Goal]:
    """Each goal whose fault is possible; its answers are then the solver's last model.

    All goals are asked together, so that those that hold cost one question.
    """
    left = [goal for goal in goals if goal.bad != FALSE]
    while left and solver.possible([clauses.either(goal.bad for goal in left)]):
        failed = next(goal for goal in left if solver.holds(goal.bad))
        left.remove(failed)
        if solver.possible([failed.bad]):
            yield failed


def granted(wishes: Iterable[Wish], solver: Solver) -> Iterator[Wish]:
    """Each wish that some answers fulfil; answers found for one may fulfil others."""
    left = [wish for wish in wishes if wish.good != FALSE]
    while left:
        if not solver.possible([left[0].good]):
            left = left[1:]
            continue
        yield from (wish for wish in left if solver.holds(wish.good))
        left = [wish for wish in left if not solver.holds(wish.good)]
