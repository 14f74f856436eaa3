"""Numbers every block: its own label, and the full number that a reference prints.

The scheme says how. It is native numbering in the house style, so Word counts what is counted here.
"""

from __future__ import annotations

from drafter.agreement.counting import Counter
from drafter.agreement.model import Role
from drafter.agreement.scheme import SHIPPED, Scheme


class Numbering:
    """Counts through an agreement in reading order."""

    def __init__(self, scheme: Scheme = SHIPPED) -> None:
        self._scheme = scheme
        self._counter = Counter(scheme.uses)
        self._last: dict[Role, str] = {}  # as a reference prints it

    def position(self, role: Role) -> tuple[int, ...]:
        """Where the last paragraph in this role stands: `(5, 2)` for clause 5.2."""
        return self._counter.position(*self._scheme.places[role])

    def next(self, role: Role) -> tuple[str, str]:
        """The label of the next paragraph in this role and its full number; empty without one.

        >>> count = Numbering()
        >>> count.next(Role.CLAUSE_HEADING), count.next(Role.CLAUSE), count.next(Role.SUBCLAUSE)
        (('1.', '1'), ('1.1', '1.1'), ('(a)', '1.1(a)'))
        """
        place = self._scheme.places.get(role)
        if place is None:
            return "", ""
        label, last = self._counter.next(*place), self._last
        last[role] = own(label)
        steps = self._scheme.steps.get(role, ())
        return label, "".join([before + last.get(above, "") for above, before in steps])


def own(label: str) -> str:
    """A label as a reference prints it: without a full stop at its end."""
    return label.rstrip(".")
