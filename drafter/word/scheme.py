"""Whether a house numbers as drafter does: references and contents print numbers of one scheme.

A sample of every numbered role is counted twice: by the house's own definition, as Word will, and
as the agreement counts. Where the two differ the house style is refused, or its drafts would refer
to the wrong clauses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from drafter.agreement.model import Role
from drafter.agreement.number import Numbering as Agreement
from drafter.diagnostics import Diagnostic, Place
from drafter.ooxml.namespaces import W
from drafter.word.labels import Numbering, read_numbering, value

_PART = "word/numbering.xml"
_FORMS = {"decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "none"}
_SCHEDULE = "Schedule {number}"  # where an agreement calls them otherwise, the writer does too
_CLAUSES = (Role.CLAUSE_HEADING, Role.CLAUSE, Role.SUBCLAUSE, Role.SUBSUBCLAUSE)
_SCHEDULES = (
    Role.SCHEDULE_HEADING, Role.SCHEDULE_PARAGRAPH, Role.SCHEDULE_ITEM, Role.SCHEDULE_SUBITEM,
)  # fmt: skip
_DEFINITIONS = (Role.DEFINITION, Role.DEFINITION_ITEM, Role.DEFINITION_SUBITEM)
_UNNUMBERED = (Role.TITLE, Role.FRONT_HEADING, Role.PART_HEADING, Role.FLUSH, Role.BODY)


def _twice(levels: tuple[Role, ...]) -> Iterator[Role]:
    """Two of each level, in each of two of the level above."""
    for _ in range(2) if levels else ():
        yield levels[0]
        yield from _twice(levels[1:])


SAMPLE = (
    *_UNNUMBERED, Role.PARTY, Role.PARTY, Role.RECITAL, Role.RECITAL, *_twice(_CLAUSES[:2]),
    *_twice(_DEFINITIONS), *_twice(_CLAUSES), *_twice(_DEFINITIONS), *_twice(_SCHEDULES),
)  # fmt: skip


def scheme_faults(styles: bytes, numbering: bytes, ids: Mapping[str, str]) -> Iterator[Diagnostic]:
    """For each role the first number that Word would print otherwise. `ids`: role -> style id."""
    root = ElementTree.fromstring(numbering) if numbering else None
    house = read_numbering(ElementTree.fromstring(styles), root)
    ours, told = Agreement(_SCHEDULE), set[Role]()
    for role in SAMPLE:
        label, full = map(_spaced, ours.next(role))
        number = house.number(ids[role.value], None)
        same = _spaced(number.label) == label
        if full and role not in _SCHEDULES[1:]:  # there a reference is one field for each level
            same = same and _spaced(number.full) == full
        odd = _odd(house, root, ids[role.value])
        if role not in told and (odd or not same):
            told.add(role)
            yield _fault(
                role, ids[role.value], house, (number.label, number.full), label, full, odd
            )


def _odd(house: Numbering, root: Element | None, style: str) -> str:
    """What a level has that cannot be counted here, if anything."""
    num, level = house.place(style, None)
    if root is None or num not in house.nums:
        return ""
    for node in root.iterfind(f"{W}num[@{W}numId='{num}']/{W}lvlOverride/{W}lvl"):
        return f"the list redefines its level {int(node.get(f'{W}ilvl', '0')) + 1}"
    abstract = house.nums[num][0]
    path = f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl[@{W}ilvl='{level}']"
    for node in root.iterfind(path):
        form = value(node, "numFmt")
        return "" if form in _FORMS else f"the level counts in the form `{form or 'custom'}`"
    return ""


def _fault(
    role: Role, style: str, house: Numbering, prints: tuple[str, str], label: str, full: str,
    odd: str,
) -> Diagnostic:  # fmt: skip
    num, level = house.place(style, None)
    name = value(house.styles.get(style), "name")
    found = house.lists.get(house.nums.get(num, ("", {}))[0], {}).get(level)
    has = f"list {num}, level {level + 1}, `{found.shown}` ({found.form})" if found else "no list"
    if odd:
        says = f"the style `{name}` ({role.value}) has {has}: {odd}, which drafter cannot write"
    elif _spaced(prints[0]) != label:
        says = (
            f"the style `{name}` ({role.value}) has {has} and prints `{prints[0]}` "
            f"where drafter writes `{label}`"
        )
    else:
        says = (
            f"a reference to the style `{name}` ({role.value}; {has}) prints `{prints[1]}` "
            f"where drafter writes `{full}`"
        )
    cure = "number the style in Word as the table of house styles says, or use another style"
    return Diagnostic("other-numbering", says, Place(_PART), cure)


def _spaced(label: str) -> str:
    return label.replace("\u00a0", " ")
