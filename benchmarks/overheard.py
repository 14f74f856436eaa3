"""What a proof tells its solver and asks it, written down, to be told and asked again alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from drafter.library.model import ClauseLibrary
from drafter.proof.clauses import FALSE
from drafter.proof.comparisons import mentions
from drafter.proof.goals import failing, granted
from drafter.proof.outline import Standing, standing
from drafter.proof.solver import Solver
from drafter.rules.of_all_answers import hopes, rules_of_tables, rules_of_texts

CLAUSE, ASK, TRY = "clause", "ask", "try"


@dataclass(slots=True)
class Script:
    """The clauses and questions of one solver, in order."""

    steps: list[tuple[str, list[int]]] = field(default_factory=list)

    @property
    def clauses(self) -> int:
        """How many clauses."""
        return sum(kind == CLAUSE for kind, _ in self.steps)

    @property
    def questions(self) -> int:
        """How many questions."""
        return sum(kind == ASK for kind, _ in self.steps)


class _Listening(Solver):
    """A solver that writes down what it hears."""

    def __init__(self, here: Standing) -> None:
        super().__init__(here.encoding.clauses)
        self.heard, self.each = Script(), Script()

    def possible(self, assumed: Iterable[int]) -> bool:
        literals = list(assumed)
        self._take_clauses()
        self.heard.steps.append((ASK, literals))
        return super().possible(literals)

    def compatible(self, assumed: Iterable[int]) -> bool:
        literals = list(assumed)
        self._take_clauses()
        self.heard.steps.append((TRY, literals))
        return super().compatible(literals)

    def told_of(self, literals: Iterable[int]) -> None:
        """Statements, to be asked one by one in the other script."""
        self._take_clauses()
        self.each.steps += [(ASK, [one]) for one in dict.fromkeys(literals) if one != FALSE]

    def _take_clauses(self) -> None:
        fresh = [(CLAUSE, clause) for clause in self._clauses.fresh]
        self.heard.steps += fresh
        self.each.steps += fresh
        super()._take_clauses()


def overheard(library: ClauseLibrary) -> tuple[Script, Script]:
    """What the proof of the one precedent asks; and one question for each of its statements."""
    (precedent,) = library.precedents.values()
    here = standing(library, precedent, mentions(library))
    solver = _Listening(here)
    for rule in rules_of_tables():
        _goals(list(rule.goals(here)), solver)
    for hope in hopes():
        wishes = list(hope.wishes(here))
        solver.told_of(wish.good for wish in wishes)
        list(granted(wishes, solver))
    here.assume_sound()
    for rule in rules_of_texts():
        _goals(list(rule.goals(here)), solver)
    return solver.heard, solver.each


def _goals(goals: list[Any], solver: _Listening) -> None:
    solver.told_of(goal.bad for goal in goals)
    list(failing(goals, solver))


def run(script: Script) -> None:
    """Tell and ask a fresh solver of the same kind, and do nothing else."""
    from pysat.solvers import Glucose4

    engine: Any = Glucose4()
    does = {CLAUSE: engine.add_clause, ASK: lambda some: engine.solve(assumptions=some),
            TRY: engine.propagate}  # fmt: skip
    for kind, literals in script.steps:
        does[kind](literals)
    engine.delete()
