"""Numbers every block: its own label, and the full number that a reference prints.

Clauses 1., 1.1, (a), (i); schedules as the printed words name them, 1., (a), (i) in each;
parties (1); recitals (A).
The same scheme is native numbering in the house style, so Word counts what is counted here.
"""

from __future__ import annotations

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


# Each role's scheme and how deep it stands in it.
_LEVELS: dict[Role, tuple[str, int]] = {
    Role.CLAUSE_HEADING: ("clause", 0),
    Role.CLAUSE: ("clause", 1),
    Role.SUBCLAUSE: ("clause", 2),
    Role.SUBSUBCLAUSE: ("clause", 3),
    Role.SCHEDULE_HEADING: ("schedule", 0),
    Role.SCHEDULE_PARAGRAPH: ("schedule", 1),
    Role.SCHEDULE_ITEM: ("schedule", 2),
    Role.SCHEDULE_SUBITEM: ("schedule", 3),
    Role.DEFINITION: ("definition", 0),
    Role.DEFINITION_ITEM: ("definition", 1),
    Role.DEFINITION_SUBITEM: ("definition", 2),
    Role.PARTY: ("party", 0),
    Role.RECITAL: ("recital", 0),
}


class Numbering:
    """Counts through an agreement in reading order. `schedule`: how the number of one reads."""

    def __init__(self, schedule: str = "{number}") -> None:
        self._schedule = schedule
        self._counts: dict[str, list[int]] = {}
        self._full: dict[str, list[str]] = {}

    def position(self, role: Role) -> tuple[int, ...]:
        """Where the last paragraph in this role stands: `(5, 2)` for clause 5.2."""
        scheme, level = _LEVELS[role]
        return tuple(self._counts[scheme][: level + 1])

    def next(self, role: Role) -> tuple[str, str]:
        """The label of the next paragraph in this role and its full number; empty without one.

        >>> count = Numbering()
        >>> count.next(Role.CLAUSE_HEADING), count.next(Role.CLAUSE), count.next(Role.SUBCLAUSE)
        (('1.', '1'), ('1.1', '1.1'), ('(a)', '1.1(a)'))
        """
        if role not in _LEVELS:
            return "", ""
        scheme, level = _LEVELS[role]
        counts = self._counts.setdefault(scheme, [0, 0, 0, 0])
        above = self._full.setdefault(scheme, ["", "", "", ""])
        counts[level] += 1
        counts[level + 1 :] = [0] * (3 - level)
        if role is Role.SCHEDULE_HEADING:
            label = above[level] = self._schedule.format(number=counts[level])
        else:
            label, above[level] = _SAY[scheme](level, counts[level], above[level - 1])
        return label, above[level]


def _clause(level: int, count: int, above: str) -> tuple[str, str]:
    if level == 0:
        return f"{count}.", str(count)
    if level == 1:
        return f"{above}.{count}", f"{above}.{count}"
    return _bullet(level - 1, count, above)


def _schedule(level: int, count: int, above: str) -> tuple[str, str]:
    return (f"{count}.", str(count)) if level == 1 else _bullet(level - 1, count, above)


def _bullet(level: int, count: int, above: str) -> tuple[str, str]:
    label = f"({letters(count) if level == 1 else roman(count)})"
    return label, above + label


def _definition(level: int, count: int, above: str) -> tuple[str, str]:
    return (_bullet(level, count, "")[0], "") if level else ("", "")


def _party(level: int, count: int, above: str) -> tuple[str, str]:
    return f"({count})", f"({count})"


def _recital(level: int, count: int, above: str) -> tuple[str, str]:
    label = f"({letters(count).upper()})"
    return label, label


_SAY = {
    "clause": _clause,
    "schedule": _schedule,
    "definition": _definition,
    "party": _party,
    "recital": _recital,
}
