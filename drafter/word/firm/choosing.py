"""Which style of a firm plays which role, and what is lent where it has none."""

from __future__ import annotations

import re

from drafter.agreement.model import Role
from drafter.agreement.scheme import DEFINITIONS
from drafter.word.firm.borrowed import (
    BUILT_IN,
    HEADING,
    STYLES,
    TEXT,
    Lent,
    no_larger,
    style_id,
)
from drafter.word.firm.facts import Firm, Look
from drafter.word.firm.numbered_roles import number_clauses, number_schedules, number_single
from drafter.word.firm.proposal import Proposal
from drafter.word.roles import KINDS, TABLE, TABLES

_BY_NAME = {
    Role.PARTY: re.compile(r"\bpart(y|ies)\b", re.IGNORECASE),
    Role.RECITAL: re.compile(r"recital|background|whereas", re.IGNORECASE),
}
IN_TABLES = {role for _, *words in TABLES for role in words}
_NAMED = {Role.TITLE: ("title",), TABLE: ("table grid",)}  # roles that a style is often called by


def proposal(firm: Firm, free: int) -> Proposal:
    """Every role of an agreement with a style, the firm's own where it has one that fits.

    `free`: a number that no list and no use of one has.
    """
    made = Proposal(firm, abstract=free, num=free)
    _text(made)
    number_clauses(made)
    _body(made)
    made.bases[HEADING] = _id_of(made, Role.CLAUSE_HEADING)
    number_schedules(made)
    for role, pattern in _BY_NAME.items():
        number_single(made, role, pattern)
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


def _the_rest(made: Proposal) -> None:
    """Roles without numbers: a style that is called so, else one that is lent."""
    lent: list[str] = []
    text_size = _text_size(made)
    for role, kind in KINDS.items():
        if role in made.roles:
            continue
        names = _NAMED.get(role, (BUILT_IN[role],) if role in BUILT_IN else ())
        own = made.firm.called(*names, kind=kind)
        if own and own.place is None:
            made.take(role, own)
        else:
            lent_style = STYLES.get(role, Lent(""))
            made.lend(role, no_larger(lent_style, text_size) if role in IN_TABLES else lent_style)
            lent.append(role)
    made.told.append(f"in styles of drafter are set: {', '.join(lent)}")


def _text_size(made: Proposal) -> int:
    """The size of the letters of clauses, which those of a table are not to exceed."""
    clause = _id_of(made, Role.CLAUSE)
    own = clause if clause in made.firm.nodes else made.bases.get(TEXT, "")
    return made.firm.size(own)


def _id_of(made: Proposal, role: str) -> str:
    """The id of the style that plays a role, the firm's or a lent one."""
    name = made.roles[role]
    own = next((one.id for one in made.firm.styles.values() if one.name == name), "")
    return own or style_id(role)
