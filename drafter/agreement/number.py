"""Numbers every block: its own label, and the full number that a reference prints.

Clauses 1., 1.1, (a), (i); schedules "Schedule 1", 1., (a), (i) in each; parties (1); recitals (A).
The same scheme is native numbering in the house style, so Word counts what is counted here.
"""

from __future__ import annotations

from collections.abc import Callable

from drafter.agreement.model import Role


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, as Word counts.

    >>> letters(2), letters(27)
    ('b', 'aa')
    """
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    """4 is iv.

    >>> roman(4), roman(19)
    ('iv', 'xix')
    """
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


# Each scheme: how deep a role stands in it, and how its own label is written.
_SCHEMES: dict[Role, tuple[str, int, Callable[[list[int]], str]]] = {
    Role.CLAUSE_HEADING: ("clause", 0, lambda n: f"{n[0]}."),
    Role.CLAUSE: ("clause", 1, lambda n: f"{n[0]}.{n[1]}"),
    Role.SUBCLAUSE: ("clause", 2, lambda n: f"({letters(n[2])})"),
    Role.SUBSUBCLAUSE: ("clause", 3, lambda n: f"({roman(n[3])})"),
    Role.SCHEDULE_HEADING: ("schedule", 0, lambda n: f"Schedule {n[0]}"),
    Role.SCHEDULE_PARAGRAPH: ("schedule", 1, lambda n: f"{n[1]}."),
    Role.SCHEDULE_ITEM: ("schedule", 2, lambda n: f"({letters(n[2])})"),
    Role.SCHEDULE_SUBITEM: ("schedule", 3, lambda n: f"({roman(n[3])})"),
    Role.DEFINITION: ("definition", 0, lambda n: ""),
    Role.DEFINITION_ITEM: ("definition", 1, lambda n: f"({letters(n[1])})"),
    Role.DEFINITION_SUBITEM: ("definition", 2, lambda n: f"({roman(n[2])})"),
    Role.PARTY: ("party", 0, lambda n: f"({n[0]})"),
    Role.RECITAL: ("recital", 0, lambda n: f"({letters(n[0]).upper()})"),
}


class Numbering:
    """Counts through an agreement in reading order."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}

    def next(self, role: Role) -> tuple[str, str]:
        """The label of the next paragraph in this role and its full number; empty without one."""
        scheme = _SCHEMES.get(role)
        if scheme is None:
            return "", ""
        name, level, label = scheme
        counts = self._counts.setdefault(name, [0, 0, 0, 0])
        counts[level] += 1
        counts[level + 1 :] = [0] * (3 - level)
        return label(counts), _full(name, level, counts)


def _full(scheme: str, level: int, counts: list[int]) -> str:
    tail = "".join(
        (f"({letters(counts[2])})" if level > 1 else "", f"({roman(counts[3])})" if level > 2 else "")
    )
    if scheme == "clause":
        return f"{counts[0]}" if level == 0 else f"{counts[0]}.{counts[1]}{tail}"
    if scheme == "schedule":
        return f"Schedule {counts[0]}" if level == 0 else f"{counts[1]}{tail}"
    if scheme == "recital":
        return f"({letters(counts[0]).upper()})"
    return f"({counts[0]})" if scheme == "party" else ""
