"""Which style of a firm plays which role, and what is lent where it has none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from drafter.agreement.model import Role
from drafter.agreement.scheme import CLAUSES, DEFINITIONS, SCHEDULES
from drafter.word.firm.borrowed import (
    AIR,
    BUILT_IN,
    HEADING,
    STYLES,
    TEXT,
    Lent,
    list_xml,
    numbered,
    style_id,
    style_name,
    style_xml,
    use_xml,
)
from drafter.word.firm.facts import Firm, FirmStyle, Look, countable
from drafter.word.roles import KINDS, TABLE

_SCHEDULE = re.compile(r"\b(schedule|annex|appendix|exhibit|anlage)", re.IGNORECASE)
_BY_NAME = {
    Role.PARTY: re.compile(r"\bpart(y|ies)\b", re.IGNORECASE),
    Role.RECITAL: re.compile(r"recital|background|whereas", re.IGNORECASE),
}
_NAMED = {Role.TITLE: ("title",), TABLE: ("table grid",)}  # roles that a style is often called by


_OURS = "clauses are numbered by a list of drafter, 1., 1.1, (a), (i)"


@dataclass(slots=True)
class Proposal:
    """The roles of a firm's file. `styles`, `lists`, `uses`: XML that is lent to it; `told`: what
    was assumed, a sentence each."""

    firm: Firm
    abstract: int  # the next free number of a list
    num: int  # and of a use of one
    roles: dict[str, str] = field(default_factory=dict)
    styles: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    uses: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    bases: dict[str, str] = field(default_factory=dict)

    def take(self, role: str, style: FirmStyle) -> None:
        """A style of the firm plays a role."""
        self.roles[role] = style.name

    def lend(self, role: str, lent: Lent) -> None:
        """A style of ours plays a role."""
        self.roles[role] = style_name(role)
        self.styles.append(style_xml(role, lent, self.bases))

    def lend_number(self, role: Role, use: str, level: int) -> None:
        """A style of ours plays a role at a level of a list."""
        look = self.firm.look(self.bases.get(TEXT, ""))
        self.lend(role, numbered(use, level, role, "" if "w:spacing" in look.paragraph else AIR))

    def lend_list(self, family: tuple[Role, ...]) -> None:
        """A list of ours numbers a family, each level in a style of ours."""
        bound = {role: style_id(role) for role in family}
        self.lists.append(list_xml(self.abstract, family, bound))
        self.uses.append(use_xml(self.num, self.abstract))
        for at, role in enumerate(family):
            self.lend_number(role, str(self.num), at)
        self.abstract, self.num = self.abstract + 1, self.num + 1


def proposal(firm: Firm, free: int) -> Proposal:
    """Every role of an agreement with a style, the firm's own where it has one that fits.

    `free`: a number that no list and no use of one has.
    """
    made = Proposal(firm, abstract=free, num=free)
    _text(made)
    _clauses(made)
    _body(made)
    made.bases[HEADING] = _id_of(made, Role.CLAUSE_HEADING)
    _schedules(made)
    for role, pattern in _BY_NAME.items():
        _single(made, role, pattern)
    made.lend_list(DEFINITIONS)
    made.told.append("definitions are set in styles and a list of drafter")
    _the_rest(made)
    return made


def _text(made: Proposal) -> None:
    """The style that most unnumbered text of the sample is in; its plain paragraph style else."""
    firm = made.firm
    known = [one for one in firm.styles.values() if one.kind == "paragraph" and one.place is None]
    most = max(known, key=lambda one: (one.plain, one.id == firm.default), default=None)
    if most is not None:
        made.bases[TEXT] = most.id


def _body(made: Proposal) -> None:
    """Plain text as the text of clauses looks, whatever style it is in."""
    firm, own = made.firm, made.firm.styles.get(made.bases.get(TEXT, ""))
    clause = next(
        (one for one in firm.styles.values() if one.name == made.roles[Role.CLAUSE] and one.place),
        None,
    )
    if own and (clause is None or firm.look(clause.id) == firm.look(own.id)):
        made.take(Role.BODY, own)
        made.told.append(f"plain text is set in the style `{own.name}`")
        return
    look = firm.look(clause.id) if clause else Look("", "")
    made.lend(Role.BODY, Lent(TEXT, look.paragraph, look.words))
    made.bases[TEXT] = style_id(Role.BODY)
    like = f"that looks like `{clause.name}`" if clause else "of its own"
    made.told.append(f"plain text is set in a style of drafter {like}")


def _clauses(made: Proposal) -> None:
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


def _schedules(made: Proposal) -> None:
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


def _single(made: Proposal, role: Role, pattern: re.Pattern[str]) -> None:
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


def _the_rest(made: Proposal) -> None:
    """Roles without numbers: a style that is called so, else one that is lent."""
    lent: list[str] = []
    for role, kind in KINDS.items():
        if role in made.roles:
            continue
        names = _NAMED.get(role, (BUILT_IN[role],) if role in BUILT_IN else ())
        own = made.firm.called(*names, kind=kind)
        if own and own.place is None:
            made.take(role, own)
        else:
            made.lend(role, STYLES.get(role, Lent("")))
            lent.append(role)
    made.told.append(f"in styles of drafter are set: {', '.join(lent)}")


def _id_of(made: Proposal, role: str) -> str:
    """The id of the style that plays a role, the firm's or a lent one."""
    name = made.roles[role]
    own = next((one.id for one in made.firm.styles.values() if one.name == name), "")
    return own or style_id(role)
