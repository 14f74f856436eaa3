"""Which list of a firm numbers which family of roles, where it has one that is deep enough."""

from __future__ import annotations

import re
from collections import Counter

from drafter.agreement.model import Role
from drafter.agreement.scheme import CLAUSES, SCHEDULES
from drafter.word.firm.facts import Firm, countable
from drafter.word.firm.proposal import Proposal

_SCHEDULE = re.compile(r"\b(schedule|annex|appendix|exhibit|anlage)", re.IGNORECASE)
_OURS = "clauses are numbered by a list of drafter, 1., 1.1, (a), (i)"


def number_clauses(made: Proposal) -> None:
    """The list of the firm that most of its text is numbered by, where it is deep enough."""
    firm = made.firm
    weights = _weights(firm)
    num = max(
        (one for one in _candidates(firm) if one in weights), key=weights.__getitem__, default=""
    )
    if not num:
        made.told.append(f"no list with numbers carries its text: {_OURS}")
        made.lend_list(CLAUSES)
        return
    levels = firm.numbering.uses[num].levels
    short = [at + 1 for at in range(len(CLAUSES)) if not countable(levels.get(at))]
    if short:
        made.told.append(f"its list {num} has no number at level {short[0]}: {_OURS}")
        made.lend_list(CLAUSES)
        return
    shown = ", ".join(f"`{levels[at].shown}`" for at in range(len(CLAUSES)))
    made.told.append(f"clauses are numbered by its list {num}: {shown}")
    _family(made, CLAUSES, num)


def _candidates(firm: Firm) -> list[str]:
    """Uses of lists that a clause heading and a clause could stand in."""
    taken = [
        num
        for num, use in firm.numbering.uses.items()
        if countable(use.levels.get(0)) and countable(use.levels.get(1))
    ]
    return [num for num in taken if not any(_SCHEDULE.search(one.name) for one in firm.at(num, 0))]


def _weights(firm: Firm) -> dict[str, int]:
    """How much speaks for each list: its use in the sample text, then styles bound to it."""
    used: Counter[str] = Counter()
    for (num, level, _), count in firm.listed.items():
        used[num] += count if level < len(CLAUSES) else 0
    bound = {
        num: sum(bool(firm.at(num, level)) for level in range(len(CLAUSES)))
        for num in firm.numbering.uses
    }
    return {
        num: used[num] * 2 + bound[num] * 3
        for num in firm.numbering.uses
        if bound[num] > 1 or used[num] > 3
    }


def _family(made: Proposal, family: tuple[Role, ...], num: str) -> None:
    """Each role at its level of a list of the firm: its own style there, or one lent to it."""
    for level, role in enumerate(family):
        own = made.firm.at(num, level)
        fits = [one for one in own if level == 0 or not one.is_heading]
        if fits:
            made.take(role, fits[0])
            made.told.append(f"{role} is set in the style `{fits[0].name}`")
            continue
        made.lend_number(role, num, level)
        why = f"`{own[0].name}` looks like a heading" if own else "no style stands there"
        made.told.append(
            f"{role} is set in a style of drafter at level {level + 1} of list {num}: {why}"
        )


def number_schedules(made: Proposal) -> None:
    """A list whose first level is called so, where it is deep enough."""
    firm = made.firm
    for num, use in firm.numbering.uses.items():
        heads = [one for one in firm.at(num, 0) if _SCHEDULE.search(one.name)]
        if heads and all(countable(use.levels.get(at)) for at in range(4)):
            made.told.append(f"schedules are numbered by its list {num}: `{use.levels[0].shown}`")
            _family(made, SCHEDULES, num)
            made.take(Role.SCHEDULE_HEADING, heads[0])
            return
    made.told.append("schedules are numbered by a list of drafter: Schedule 1, 1., (a), (i)")
    made.lend_list(SCHEDULES)


def number_single(made: Proposal, role: Role, pattern: re.Pattern[str]) -> None:
    """A role with a list of one level: a style of the firm that is called so and counts."""
    firm = made.firm
    used = {
        one.place[0]
        for one in firm.styles.values()
        if one.name in made.roles.values() and one.place
    }
    for one in firm.styles.values():
        if one.kind == "paragraph" and one.place and pattern.search(one.name):
            num, level = one.place
            if num not in used and countable(firm.numbering.uses[num].levels.get(level)):
                made.take(role, one)
                made.told.append(f"{role} is set in the style `{one.name}`")
                return
    made.lend_list((role,))
    made.told.append(f"{role} is set in a style and a list of drafter")
