"""Numbering schemes: which list and level each role stands in, and what a reference to it prints.

A scheme is a value: that of drafter is `SHIPPED`, that of a house style is read from its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from drafter.agreement.counting import Level, ListUse
from drafter.agreement.role import Role
from drafter.data_classes import dataclass, replace

CLAUSES = (Role.CLAUSE_HEADING, Role.CLAUSE, Role.SUBCLAUSE, Role.SUBSUBCLAUSE)
SCHEDULES = (
    Role.SCHEDULE_HEADING,
    Role.SCHEDULE_PARAGRAPH,
    Role.SCHEDULE_ITEM,
    Role.SCHEDULE_SUBITEM,
)
DEFINITIONS = (Role.DEFINITION, Role.DEFINITION_ITEM, Role.DEFINITION_SUBITEM)
FAMILIES = (CLAUSES, SCHEDULES, DEFINITIONS, (Role.PARTY,), (Role.RECITAL,))
"""Roles that stand under one another, outermost first."""

SCHEDULE = "Schedule {number}"
"""How the shipped scheme calls a schedule; where an agreement calls it otherwise, so does it."""

_FIGURES = ("decimal", "decimalZero")
_WORD = re.compile(r"[^\W\d_]{2,}|§")


class ReferenceStep(NamedTuple):
    """A part of a reference: the role whose label it prints, and what stands before it."""

    role: Role
    before: str


@dataclass(frozen=True)
class Scheme:
    """How an agreement is numbered.

    `places`: role -> use of a list and level; a role without one has no number. `named_by_deal`:
    schedules are called as the agreement calls them ("Exhibit"), not as the list does.
    """

    places: Mapping[Role, tuple[str, int]]
    uses: Mapping[str, ListUse]
    named_by_deal: bool = False

    def level(self, role: Role) -> Level | None:
        """The level of a role, if it has a number."""
        use, level = self.places.get(role, ("", 0))
        return self.uses[use].levels.get(level) if use in self.uses else None

    def calling(self, schedule: str) -> Scheme:
        """The scheme with schedules called as an agreement calls them ("Exhibit {number}")."""
        level = self.level(Role.SCHEDULE_HEADING)
        if not self.named_by_deal or level is None:
            return self
        use, at = self.places[Role.SCHEDULE_HEADING]
        shown = schedule.format(number=f"%{at + 1}")
        if shown == level.shown:
            return self
        levels = {**self.uses[use].levels, at: level._replace(shown=shown)}
        return replace(self, uses={**self.uses, use: self.uses[use]._replace(levels=levels)})

    @cached_property
    def steps(self) -> dict[Role, tuple[ReferenceStep, ...]]:
        """What a reference to each role prints, outermost label first; definitions have none."""
        families = [family for family in FAMILIES if family is not DEFINITIONS]
        return {
            role: self._reach(family[: at + 1])
            for family in families
            for at, role in enumerate(family)
            if self.level(role)
        }

    @cached_property
    def named(self) -> frozenset[Role]:
        """Roles whose reference says what it is ("Section 1.01"), so that no noun stands before."""
        first = {role: self.level(steps[0].role) for role, steps in self.steps.items()}
        return frozenset(role for role, level in first.items() if level and says_what(level))

    @cached_property
    def whole(self) -> frozenset[Role]:
        """Roles that Word numbers in full as a reference prints them: one field is enough."""
        return frozenset(role for role, steps in self.steps.items() if self._is_whole(role, steps))

    def _reach(self, family: tuple[Role, ...]) -> tuple[ReferenceStep, ...]:
        """Labels inwards to the last of a family, from the first that is needed to tell it."""
        steps: list[ReferenceStep] = []
        for role in reversed(family):
            level = self.level(role)
            if level is None or (steps and role is Role.SCHEDULE_HEADING):
                break
            if steps:
                steps[-1] = ReferenceStep(steps[-1].role, self._between(role, steps[-1].role))
            steps.append(ReferenceStep(role, ""))
            if level.several or level.restart == 0 or not self._under(role, family[0]):
                break
        return tuple(reversed(steps))

    def _under(self, role: Role, first: Role) -> bool:
        """Whether the number of a role begins again under another role of its family."""
        use, level = self.places[role]
        above = [at for one, at in self.places.values() if one == use and at < level]
        return role is not first and bool(above)

    def _between(self, upper: Role, lower: Role) -> str:
        """What keeps two labels apart: nothing where one of them ends or begins with a sign."""
        above, below = self.level(upper), self.level(lower)
        if above is None or below is None:
            return ""
        if says_what(above):
            return ", " if _touch(above, below) else ""
        alike = (above.form in _FIGURES) == (below.form in _FIGURES)
        return "." if alike and _touch(above, below) else _by_word(above, below)

    def _is_whole(self, role: Role, steps: tuple[ReferenceStep, ...]) -> bool:
        """Whether Word's own full number has these labels and no other words between them."""
        use, at = self.places[role]
        levels = self.uses[use].levels
        chain: list[int] = []
        for each in range(at, -1, -1):
            if each in levels and levels[each].shown:
                chain.insert(0, each)
                if levels[each].several:
                    break
        ours = [self.places[step.role] for step in steps]
        return ours == [(use, each) for each in chain] and all(
            step.before == _by_word(levels[above], levels[below])
            for step, above, below in zip(steps[1:], chain, chain[1:], strict=False)
        )


def says_what(level: Level) -> bool:
    """Whether a label has words ("Article I") and not only a number.

    >>> says_what(Level("Article %1")), says_what(Level("%1."))
    (True, False)
    """
    return bool(_WORD.search(level.shown))


def _touch(above: Level, below: Level) -> bool:
    """Whether two labels, without a full stop between, would run into one another."""
    return _is_sign_free(above.shown.rstrip(".")[-1:]) and _is_sign_free(below.shown[:1])


def _by_word(above: Level, below: Level) -> str:
    """What Word itself puts between two labels: the full stop of the upper one, if it keeps it."""
    return "." if above.shown.endswith(".") and _is_sign_free(below.shown[:1]) else ""


def _is_sign_free(sign: str) -> bool:
    """Whether a label begins or ends there with a letter or a figure; `%1` stands for one."""
    return sign.isalnum() or sign == "%"


def _shipped() -> Iterator[tuple[tuple[Role, ...], tuple[Level, ...]]]:
    letters, romans = Level("(%3)", "lowerLetter"), Level("(%4)", "lowerRoman")
    named = Level(SCHEDULE.format(number="%1"))
    yield CLAUSES, (Level("%1."), Level("%1.%2"), letters, romans)
    yield SCHEDULES, (named, Level("%2."), letters, romans)
    items = Level("(%2)", "lowerLetter"), Level("(%3)", "lowerRoman")
    yield DEFINITIONS, (Level("", "none", gap=""), *items)
    yield (Role.PARTY,), (Level("(%1)"),)
    yield (Role.RECITAL,), (Level("(%1)", "upperLetter"),)


def made_of(
    lists: Iterator[tuple[tuple[Role, ...], tuple[Level, ...]]], named_by_deal: bool
) -> Scheme:
    """A scheme of lists, each given as its roles and their levels."""
    places: dict[Role, tuple[str, int]] = {}
    uses: dict[str, ListUse] = {}
    for number, (roles, levels) in enumerate(lists, 1):
        places |= {role: (str(number), at) for at, role in enumerate(roles)}
        uses[str(number)] = ListUse(str(number), dict(enumerate(levels)))
    return Scheme(places, uses, named_by_deal)


SHIPPED = made_of(_shipped(), named_by_deal=True)
"""Clauses 1., 1.1, (a), (i); schedules as the agreement names them, then 1., (a), (i) in each;
definitions (a), (i); parties (1); recitals (A)."""
