"""Roles: what a style has to be for."""

from __future__ import annotations

from drafter.agreement.model import Role

TABLE, TABLE_HEADING, TABLE_TEXT = "table", "table heading", "table text"
SMALL_TABLE, SMALL_HEADING, SMALL_TEXT = (
    "small table",
    "small table heading",
    "small table text",
)
SIGNATURE_HEADING = "signature heading"
SIGNATURE_TABLE, SIGNATURE_LEAD = "signature table", "signature lead"
SIGNATURE_LINE, SIGNATURE_LAST_LINE = "signature line", "signature last line"
CONTENTS = ("contents 1", "contents 2")
DEFINED_TERM, BLANK, NOTE, NOTE_MARK = "defined term", "blank", "note", "note mark"
ASSUMED = "assumed"

KINDS: dict[str, str] = {
    **{role.value: "paragraph" for role in Role},
    **dict.fromkeys((TABLE, SMALL_TABLE, SIGNATURE_TABLE), "table"),
    **dict.fromkeys((TABLE_HEADING, TABLE_TEXT, SMALL_HEADING, SMALL_TEXT), "paragraph"),
    **dict.fromkeys((SIGNATURE_HEADING, SIGNATURE_LEAD), "paragraph"),
    **dict.fromkeys((SIGNATURE_LINE, SIGNATURE_LAST_LINE, *CONTENTS, NOTE), "paragraph"),
    **dict.fromkeys((DEFINED_TERM, BLANK, NOTE_MARK, ASSUMED), "character"),
}
"""Each role and the kind of style it needs."""

LENT_ALWAYS = (ASSUMED,)
"""Roles that a roles file may leave out: a style of ours plays them then."""

HEADINGS = (
    Role.TITLE.value,
    Role.FRONT_HEADING.value,
    Role.PART_HEADING.value,
    Role.CLAUSE_HEADING.value,
    Role.SCHEDULE_HEADING.value,
)
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
