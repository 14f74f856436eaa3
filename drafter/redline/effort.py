"""How much one comparison may cost: two texts that are long and hardly alike are not weighed to the
end, and that is told.

What costs is the pairs of places where both sides read the same: an agreement has some hundred
thousand of them, a file made to waste time has billions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import Match, SequenceMatcher

MOST_PAIRS = 20_000_000
_DEAR = 10  # a pair of paragraphs that is weighed costs as much as so many pairs of words

Opcode = tuple[str, int, int, int, int]


class Effort:
    """What is left to spend on one comparison."""

    def __init__(self, pairs: int = MOST_PAIRS) -> None:
        self._left = pairs
        self.spent = False  # whether something was compared coarsely

    def opcodes(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> Sequence[Opcode]:
        """What turns one row into the other, as difflib says it; past the effort only what is
        alike at both ends stays."""
        try:
            return _Charged(old, new, self).get_opcodes()
        except _Spent:
            return list(_ends_kept(old, new))

    def weighs(self, old: int, new: int) -> bool:
        """Whether so many paragraphs on both sides may all be weighed against each other."""
        return self.allows(old * new * _DEAR)

    def allows(self, pairs: int) -> bool:
        """Whether so many pairs may be looked at; they are taken off what is left."""
        if pairs > self._left:
            self.spent = True
            return False
        self._left -= pairs
        return True


class _Spent(Exception):
    """Nothing is left."""


class _Charged(SequenceMatcher[Hashable]):
    """Charges each search for the longest match with the pairs that it looks at, about."""

    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable], effort: Effort) -> None:
        super().__init__(None, old, new, autojunk=False)
        seen = Counter(new)
        self._pairs, self._effort = sum(seen[each] for each in old), effort
        self._lengths = len(old) or 1, len(new) or 1

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        old, new = self._lengths
        part = ((old if ahi is None else ahi) - alo) / old
        ahead = (new if bhi is None else bhi) / new
        if not self._effort.allows(int(self._pairs * part * ahead) + 1):
            raise _Spent
        return super().find_longest_match(alo, ahi, blo, bhi)


def _ends_kept(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Opcode]:
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    left = shorter - start
    end = next((at for at in range(left) if old[-1 - at] != new[-1 - at]), left)
    i, k = len(old) - end, len(new) - end
    kind = "replace" if start < i and start < k else "delete" if start < i else "insert"
    whole: list[Opcode] = [
        ("equal", 0, start, 0, start),
        (kind, start, i, start, k),
        ("equal", i, len(old), k, len(new)),
    ]
    return [one for one in whole if one[1] < one[2] or one[3] < one[4]]
