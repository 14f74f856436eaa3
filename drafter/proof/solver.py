"""The solver behind a small interface: is this possible, in which answers, and if not, why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from drafter.proof.clauses import Clauses

_STRETCH = 20_000  # conflicts between two looks at the time


class OutOfTime(Exception):
    """The time given for the proof is used up."""


class Solver:
    """Asks one set of growing clauses again and again; what it learns it keeps."""

    def __init__(self, clauses: Clauses, out_of_time: Callable[[], bool] = lambda: False) -> None:
        from pysat.solvers import Glucose4

        self._clauses, self._out_of_time = clauses, out_of_time
        self._engine: Any = Glucose4()
        self._model: list[int] = []

    def possible(self, assumed: Iterable[int]) -> bool:
        """Whether all clauses and what is assumed can hold. Raises `OutOfTime`."""
        self._take_clauses()
        literals = list(assumed)
        while True:
            if self._out_of_time():
                raise OutOfTime
            self._engine.conf_budget(_STRETCH)
            answer = self._engine.solve_limited(assumptions=literals)
            if answer:
                self._model = self._engine.get_model()
            if answer is not None:
                return bool(answer)

    def compatible(self, assumed: Iterable[int]) -> bool:
        """Whether no clause plainly keeps these from holding together; a search may still do so."""
        self._take_clauses()
        return bool(self._engine.propagate(list(assumed))[0])

    def plain(self, assumed: Iterable[int]) -> frozenset[int]:
        """What holds with these, as far as the clauses say so without a search."""
        self._take_clauses()
        return frozenset(self._engine.propagate(list(assumed))[1])

    def prefer(self, literals: Iterable[int]) -> None:
        """What to choose where the clauses leave a choice (a covering set asks for it)."""
        self._take_clauses()
        self._engine.set_phases(list(literals))

    def holds(self, literal: int) -> bool:
        """Whether a literal holds in the answers found last; finding none leaves them."""
        at = abs(literal)
        found = at <= len(self._model) and self._model[at - 1] > 0
        return found if literal > 0 else not found

    def why_not(self) -> list[int]:
        """What of the assumptions made the last question impossible."""
        return sorted(self._engine.get_core() or ())

    def _take_clauses(self) -> None:
        fresh = self._clauses.fresh
        if fresh:
            self._clauses.fresh = []
            for clause in fresh:
                self._engine.add_clause(clause)
