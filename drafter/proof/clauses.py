"""Clauses over numbered variables: what a solver reads.

A literal is a variable's number, or its negative for "not". Gates (`both`, `either`) fold what is
constant and stand once each, so that equal formulas are one literal:

>>> clauses = Clauses()
>>> a, b = clauses.variable(), clauses.variable()
>>> clauses.both([a, TRUE, b]) == clauses.both([b, a]), clauses.either([a, -a]) == TRUE
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

TRUE, FALSE = 1, -1
_ALWAYS = frozenset((TRUE,))
_MANY = 40  # a gate with more inside is not looked into
_FEW = 6  # so many literals exclude each other pairwise; more by a ladder


class Clauses:
    """Grows as formulas are asked for; `fresh` are the clauses that no solver has taken yet."""

    def __init__(self) -> None:
        self.top = TRUE
        self.fresh: list[list[int]] = [[TRUE]]
        self._gates: dict[frozenset[int], int] = {}
        self._inside: dict[int, frozenset[int]] = {}

    def copy(self) -> Clauses:
        """The same clauses, to grow by themselves."""
        other = Clauses()
        other.top, other.fresh = self.top, list(self.fresh)
        other._gates, other._inside = dict(self._gates), dict(self._inside)
        return other

    def variable(self) -> int:
        """A new variable."""
        self.top += 1
        return self.top

    def add(self, *literals: int) -> None:
        """One of these holds."""
        if TRUE not in literals:
            self.fresh.append([one for one in literals if one != FALSE])

    def both(self, literals: Iterable[int]) -> int:
        """The literal that holds when all of these do."""
        parts = frozenset(literals)
        if TRUE in parts:
            parts -= _ALWAYS
        if len(parts) < 2:
            return next(iter(parts), TRUE)
        return self._gates.get(parts) or self._folded(parts)

    def either(self, literals: Iterable[int]) -> int:
        """The literal that holds when one of these does."""
        return -self.both([-one for one in literals])

    def _folded(self, parts: frozenset[int]) -> int:
        inside = self._with_parts(parts)
        if FALSE in parts or not inside.isdisjoint([-one for one in inside]):
            self._gates[parts] = FALSE
            return FALSE
        gate = self._gates[parts] = self.variable()
        if len(inside) < _MANY:
            self._inside[gate] = inside
        ordered = sorted(parts)
        self.fresh += [[-gate, one] for one in ordered]
        self.fresh.append([gate, *[-one for one in reversed(ordered)]])
        return gate

    def _with_parts(self, parts: frozenset[int]) -> frozenset[int]:
        """What holds with all of these: their own parts too. It saves many a question."""
        within = [self._inside[one] for one in parts if one in self._inside]
        return parts.union(*within) if within else parts

    def exactly_one(self, literals: Iterable[int]) -> None:
        """One of these holds and no other."""
        left = [one for one in literals if one != FALSE]
        self.add(*left)
        while len(left) > _FEW:
            head, left = left[: _FEW - 1], left[_FEW - 1 :]
            before = self.variable()  # one of the head holds
            self._exclude([*head, -before])
            left = [before, *left]
        self._exclude(left)

    def _exclude(self, literals: Sequence[int]) -> None:
        for one, other in combinations(literals, 2):
            self.add(-one, -other)

    def counted(self, literals: Sequence[int], most: int) -> list[int]:
        """Literals that hold when at least 1, 2, … `most` of these do."""
        if len(literals) <= 1:
            return list(literals)[:most]
        half = len(literals) // 2
        left = self.counted(literals[:half], most)
        right = self.counted(literals[half:], most)
        return self._merged(left, right, min(most, len(left) + len(right)))

    def _merged(self, left: list[int], right: list[int], most: int) -> list[int]:
        some_left, some_right = [TRUE, *left, FALSE], [TRUE, *right, FALSE]
        return [
            self.either(
                self.both((some_left[one], some_right[count - one]))
                for one in range(count + 1)
                if one < len(some_left) and count - one < len(some_right)
            )
            for count in range(1, most + 1)
        ]
