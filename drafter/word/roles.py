"""Roles: what a style has to be for, and the small file that says which style of a house is it."""

from __future__ import annotations

from pathlib import Path

import yaml

from drafter.agreement.model import Role
from drafter.diagnostics import Diagnostic, Place, did_you_mean, told_by

TABLE, TABLE_HEADING, TABLE_TEXT = "table", "table heading", "table text"
SMALL_TABLE, SMALL_HEADING, SMALL_TEXT = (
    "small table", "small table heading", "small table text",
)  # fmt: skip
SIGNATURE_HEADING = "signature heading"
SIGNATURE_TABLE, SIGNATURE_LEAD = "signature table", "signature lead"
SIGNATURE_LINE, SIGNATURE_LAST_LINE = "signature line", "signature last line"
CONTENTS = ("contents 1", "contents 2")
DEFINED_TERM, BLANK, NOTE, NOTE_MARK = "defined term", "blank", "note", "note mark"

KINDS: dict[str, str] = {
    **{role.value: "paragraph" for role in Role},
    **dict.fromkeys((TABLE, SMALL_TABLE, SIGNATURE_TABLE), "table"),
    **dict.fromkeys((TABLE_HEADING, TABLE_TEXT, SMALL_HEADING, SMALL_TEXT), "paragraph"),
    **dict.fromkeys((SIGNATURE_HEADING, SIGNATURE_LEAD), "paragraph"),
    **dict.fromkeys((SIGNATURE_LINE, SIGNATURE_LAST_LINE, *CONTENTS, NOTE), "paragraph"),
    **dict.fromkeys((DEFINED_TERM, BLANK, NOTE_MARK), "character"),
}
"""Each role and the kind of style it needs."""

HEADINGS = (
    Role.TITLE.value, Role.FRONT_HEADING.value, Role.PART_HEADING.value,
    Role.CLAUSE_HEADING.value, Role.SCHEDULE_HEADING.value,
)  # fmt: skip
"""Roles that a contents page may list."""

TABLES = ((TABLE, TABLE_HEADING, TABLE_TEXT), (SMALL_TABLE, SMALL_HEADING, SMALL_TEXT))
"""The roles of a table, its headings and its words; the small ones for tables of many columns."""

NUMBERED = tuple(
    role.value
    for role in Role
    if role not in (Role.TITLE, Role.FRONT_HEADING, Role.PART_HEADING, Role.FLUSH, Role.BODY)
    and role is not Role.DEFINITION
)
"""Roles whose numbers Word itself must make, so their styles must belong to a list."""


def read_roles(path: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """Role -> style name as written in `path`, and every fault of the file.

    Example of a line: `clause heading: Heading 1`.
    """
    name = path.name
    try:
        tree = yaml.compose(path.read_text("utf-8"), yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        says, note = "the roles of the house style cannot be read", told_by("reader", fault)
        return {}, [Diagnostic("unreadable-roles", says, Place(name), "", (note,))]
    if not isinstance(tree, yaml.MappingNode):
        says = "the roles of a house style are lines such as `clause heading: Heading 1`"
        return {}, [Diagnostic("unreadable-roles", says, Place(name))]
    roles: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for key, value in tree.value:
        place = Place(name, key.start_mark.line + 1, key.start_mark.column + 1)
        if not isinstance(key, yaml.ScalarNode) or key.value not in KINDS:
            cure = did_you_mean(str(key.value), KINDS)
            faults.append(Diagnostic("unknown-role", f"`{key.value}` is no role", place, cure))
        elif not isinstance(value, yaml.ScalarNode) or not value.value:
            says = f"the role `{key.value}` names no style"
            faults.append(Diagnostic("role-without-style", says, place))
        elif key.value in roles:
            faults.append(Diagnostic("role-twice", f"`{key.value}` stands twice", place))
        else:
            roles[key.value] = value.value
    return roles, faults + _left_out(roles, name)


def _left_out(roles: dict[str, str], name: str) -> list[Diagnostic]:
    return [
        Diagnostic(
            "role-without-style",
            f"the role `{role}` has no style",
            Place(name),
            f"add a line `{role}: <name of a {kind} style>`",
        )
        for role, kind in KINDS.items()
        if role not in roles
    ]
