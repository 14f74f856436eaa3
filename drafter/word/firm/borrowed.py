"""What is lent to a firm's file where it has no style or list of its own: each under our prefix."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from drafter.agreement.counting import Level
from drafter.agreement.model import Role
from drafter.agreement.scheme import SHIPPED
from drafter.ooxml.runs import ASSUMED_STYLE, quoted
from drafter.word.roles import (
    ASSUMED,
    BLANK,
    CONTENTS,
    DEFINED_TERM,
    KINDS,
    NOTE,
    NOTE_MARK,
    SIGNATURE_HEADING,
    SIGNATURE_LAST_LINE,
    SIGNATURE_LEAD,
    SIGNATURE_LINE,
    SMALL_HEADING,
    SMALL_TABLE,
    SMALL_TEXT,
    TABLE,
    TABLE_HEADING,
    TABLE_TEXT,
)

PREFIX = "agreement"
BUILT_IN = {
    CONTENTS[0]: "toc 1",
    CONTENTS[1]: "toc 2",
    NOTE: "annotation text",
    NOTE_MARK: "annotation reference",
}
"""Roles whose style Word itself has a name for."""

PLAIN_NAMES = {ASSUMED: ASSUMED_STYLE}
"""Roles whose lent style has a name of its own."""

TEXT, HEADING = "text", "heading"  # what a lent style looks like: the firm's own text or headings
FIRST, STEP = 720, 567  # twips: where the words of a level begin, and of each level under it
SIGNED, SIGNED_TO = 2320, 6400  # where the line to sign on begins and ends

_KEPT = "<w:keepNext/><w:keepLines/>"
_BOLD = "<w:b/><w:bCs/>"
_PLAIN_HEADING = f'{_KEPT}{{}}<w:numPr><w:numId w:val="0"/></w:numPr>'
_AT_MARGIN = '<w:ind w:left="0" w:firstLine="0"/>'
AIR = '<w:spacing w:before="60" w:after="60"/>'
_CELL = f'{AIR}{_AT_MARGIN}<w:jc w:val="left"/>'
_LISTED = f'<w:tabs><w:tab w:val="left" w:pos="1270"/></w:tabs>{_AT_MARGIN}'
_SIGNED = (
    f'<w:tabs><w:tab w:val="left" w:pos="{SIGNED}"/><w:tab w:val="right" w:leader="underscore" '
    f'w:pos="{SIGNED_TO}"/></w:tabs><w:spacing w:before="280" w:after="0"/>'
    f'<w:ind w:left="{SIGNED}" w:hanging="{SIGNED}"/><w:jc w:val="left"/>'
)
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


_SIZE = re.compile(r'(<w:szC?s? w:val=")(\d+)')


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


class Lent(NamedTuple):
    """A style that is lent: what it is based on, and what it adds for paragraphs and words."""

    base: str
    paragraph: str = ""
    words: str = ""


STYLES: dict[str, Lent] = {
    Role.TITLE: Lent(
        TEXT,
        f'{_KEPT}<w:spacing w:before="0" w:after="320"/>{_AT_MARGIN}<w:jc w:val="center"/>',
        _BOLD + _size(32),
    ),
    Role.FRONT_HEADING: Lent(
        HEADING,
        f'{_PLAIN_HEADING.format("")}{_AT_MARGIN}<w:jc w:val="left"/><w:outlineLvl w:val="9"/>',
    ),
    Role.PART_HEADING: Lent(
        HEADING, f'{_PLAIN_HEADING.format("")}{_AT_MARGIN}<w:outlineLvl w:val="0"/>', "<w:caps/>"
    ),
    SIGNATURE_HEADING: Lent(
        HEADING,
        f"{_PLAIN_HEADING.format('<w:pageBreakBefore/>')}{_AT_MARGIN}"
        '<w:jc w:val="left"/><w:outlineLvl w:val="9"/>',
    ),
    Role.FLUSH: Lent(TEXT, f'<w:ind w:left="{FIRST}" w:firstLine="0"/>'),
    Role.BODY: Lent(TEXT),
    TABLE_HEADING: Lent(TEXT, _KEPT + _CELL, _BOLD + _size(20)),
    TABLE_TEXT: Lent(TEXT, _CELL, _size(20)),
    SMALL_HEADING: Lent(TEXT, _KEPT + _CELL, _BOLD + _size(17)),
    SMALL_TEXT: Lent(TEXT, _CELL, _size(17)),
    SIGNATURE_LEAD: Lent(TEXT, f'{_KEPT}<w:spacing w:before="360" w:after="0"/>'),
    SIGNATURE_LINE: Lent(TEXT, _KEPT + _SIGNED),
    SIGNATURE_LAST_LINE: Lent(TEXT, f"<w:keepLines/>{_SIGNED}"),
    CONTENTS[0]: Lent(TEXT, _LISTED),
    CONTENTS[1]: Lent(TEXT, _LISTED),
    DEFINED_TERM: Lent("", "", _BOLD),
    BLANK: Lent("", "", '<w:shd w:val="clear" w:color="auto" w:fill="E9ECF2"/>'),
    ASSUMED: Lent("", "", '<w:u w:val="dotted" w:color="B45309"/>'),
    NOTE: Lent(TEXT, '<w:spacing w:before="0" w:after="0"/>', _size(20)),
    NOTE_MARK: Lent("", "", _size(16)),
}
"""The styles that are lent for roles without a number."""

CLOSING = "closing line"
CLOSING_LOOK = Lent(TEXT, '<w:spacing w:before="240" w:after="0"/>')
"""The lines at the end of an agreement, which play no role: they stand in the file already."""


def no_larger(lent: Lent, half_points: int) -> Lent:
    """The same with letters no larger than so many half points."""
    words = _SIZE.sub(lambda size: f"{size[1]}{min(int(size[2]), half_points)}", lent.words)
    return lent._replace(words=words)


def style_name(role: str) -> str:
    """The name of the style lent for a role.

    >>> style_name("clause heading"), style_name("contents 1")
    ('agreement clause heading', 'toc 1')
    """
    return BUILT_IN.get(role) or PLAIN_NAMES.get(role, f"{PREFIX} {role}")


def style_id(role: str) -> str:
    """The id of the style lent for a role: "agreementClauseHeading"."""
    if role in PLAIN_NAMES:
        return PLAIN_NAMES[role]
    return PREFIX + "".join(word.capitalize() for word in role.split())


def style_xml(role: str, lent: Lent, bases: Mapping[str, str]) -> str:
    """A lent style; `bases`: the ids of the firm's own styles that it may be based on."""
    kind = KINDS.get(role, "paragraph")
    custom = "" if role in BUILT_IN else ' w:customStyle="1"'
    base = f'<w:basedOn w:val="{quoted(bases[lent.base])}"/>' if bases.get(lent.base) else ""
    rest = "".join(
        f"<w:{tag}>{inside}</w:{tag}>"
        for tag, inside in (("pPr", lent.paragraph), ("rPr", lent.words))
        if inside
    )
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{style_id(role)}">'
        f'<w:name w:val="{style_name(role)}"/>{base}<w:uiPriority w:val="1"/><w:qFormat/>'
        f"{rest}{_table(role)}</w:style>"
    )


def _table(role: str) -> str:
    borders = f"<w:tblBorders>{_LINES}</w:tblBorders>" if role in (TABLE, SMALL_TABLE) else ""
    sides = 108 if role == TABLE else 60
    cells = "".join(
        f'<w:{side} w:w="{wide}" w:type="dxa"/>'
        for side, wide in (("top", 0), ("left", sides), ("bottom", 0), ("right", sides))
    )
    return (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{cells}</w:tblCellMar>'
        "</w:tblPr>"
        if KINDS.get(role) == "table"
        else ""
    )


def numbered(use: str, level: int, role: Role, air: str = "") -> Lent:
    """A lent style at a level of a list; `air` parts its paragraphs where the firm's text has no
    space between them."""
    deep = f'<w:ilvl w:val="{level}"/>' if level else ""
    number = f'<w:numPr>{deep}<w:numId w:val="{use}"/></w:numPr>'
    if role is Role.SCHEDULE_HEADING:
        top = f"{_KEPT}<w:pageBreakBefore/>{number}{_AT_MARGIN}"
        return Lent(HEADING, f'{top}<w:outlineLvl w:val="0"/>')
    if role is Role.CLAUSE_HEADING:
        return Lent(TEXT, f'{_KEPT}{number}{air}<w:outlineLvl w:val="0"/>', _BOLD)
    return Lent(TEXT, number + air)


def list_xml(abstract: int, family: tuple[Role, ...], bound: Mapping[Role, str]) -> str:
    """A list of ours for the roles of a family, each level bound to the style of its role."""
    levels = "".join(
        _level(at, level, bound[role], role)
        for at, role in enumerate(family)
        if (level := SHIPPED.level(role))
    )
    return (
        f'<w:abstractNum w:abstractNumId="{abstract}"><w:nsid w:val="4D52B{abstract % 4096:03X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5E61C{abstract % 4096:03X}"/>'
        f"{levels}</w:abstractNum>"
    )


def use_xml(num: int, abstract: int) -> str:
    """A use of a list."""
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/></w:num>'


def _level(at: int, level: Level, style: str, role: Role) -> str:
    left, hanging = _indents(at, role)
    heads = role is Role.SCHEDULE_HEADING
    suffix = '<w:suff w:val="space"/>' if heads else '<w:suff w:val="nothing"/>' if not left else ""
    suffix = '<w:suff w:val="nothing"/>' if level.form == "none" else suffix
    shown = quoted(level.shown.replace(" ", "\u00a0"))
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{level.start}"/><w:numFmt w:val="{level.form}"/>'
        f'<w:pStyle w:val="{style}"/>{suffix}<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _indents(at: int, role: Role) -> tuple[int, int]:
    """Where the words of a level begin, and how far before them its number."""
    if role is Role.SCHEDULE_HEADING:
        return 0, 0
    if role is Role.DEFINITION:
        return FIRST, 0
    deep = at - 1 if role not in (Role.PARTY, Role.RECITAL, Role.CLAUSE_HEADING) else 0
    if role in (Role.DEFINITION_ITEM, Role.DEFINITION_SUBITEM):
        deep = at
    return FIRST + STEP * max(deep, 0), FIRST if deep <= 0 else STEP
