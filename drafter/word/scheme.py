"""The numbering scheme of a house style, read from its own lists.

What is counted there is what Word will count: any label, any form that Word's rules are known for.
Refused, with the level, is what no agreement can be numbered by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from xml.etree import ElementTree

from drafter.agreement.counting import Level, ListUse
from drafter.agreement.forms import KNOWN
from drafter.agreement.model import Role
from drafter.agreement.scheme import (
    CLAUSES,
    DEFINITIONS,
    FAMILIES,
    SCHEDULE,
    SCHEDULES,
    Scheme,
    says_what,
)
from drafter.diagnostics import Diagnostic, Place, quoted
from drafter.word.labels import FileNumbering, read_numbering, value

_PART = "word/numbering.xml"
_ALONE = (Role.CLAUSE, Role.SCHEDULE_PARAGRAPH)  # may count on through the whole agreement
_NUMBERED = tuple(role for family in FAMILIES for role in family if role is not Role.DEFINITION)
_ORDER = (*(role for family in FAMILIES for role in family), *Role)


def read_scheme(
    styles: bytes, numbering: bytes, ids: Mapping[str, str]
) -> tuple[Scheme, list[Diagnostic]]:
    """The scheme of a house, and why no agreement can be numbered by it. `ids`: role -> style."""
    root = ElementTree.fromstring(numbering) if numbering else None
    house = read_numbering(ElementTree.fromstring(styles), root)
    places = {
        role: place
        for role in dict.fromkeys(_ORDER)
        if (place := house.place(ids[role.value]))[0] in house.uses
        and place[1] in house.uses[place[0]].levels
    }
    scheme = _plain(places, house.uses)
    faults = [*_unreadable(scheme), *_shallow(scheme), *_elsewhere(house, ids)]
    return scheme, [_fault(*fault, house, ids) for fault in faults]


def _plain(places: Mapping[Role, tuple[str, int]], uses: Mapping[str, ListUse]) -> Scheme:
    """The scheme without the names of a file, so that like schemes are equal."""
    nums = {num: str(at) for at, num in enumerate(dict.fromkeys(n for n, _ in places.values()), 1)}
    lists: dict[str, str] = {}
    for num in nums:
        lists.setdefault(uses[num].list, str(len(lists) + 1))
    plain = {
        nums[num]: ListUse(lists[uses[num].list], _spaced(uses[num].levels), uses[num].starts)
        for num in nums
    }
    named = {role: (nums[num], level) for role, (num, level) in places.items()}
    scheme = Scheme(named, plain, named_by_deal=True)
    as_shipped = scheme.calling(SCHEDULE) is scheme and Role.SCHEDULE_HEADING in named
    return Scheme(named, plain, as_shipped)


def _spaced(levels: Mapping[int, Level]) -> dict[int, Level]:
    return {
        at: level._replace(shown=level.shown.replace("\u00a0", " ")) for at, level in levels.items()
    }


def _unreadable(scheme: Scheme) -> Iterator[tuple[Role, str]]:
    """Levels that print no number, or one that only Word itself could tell."""
    yield from ((role, "has no level in a list") for role in _NUMBERED if role not in scheme.places)
    for role in scheme.places:
        level = scheme.level(role)
        if level is None or role is Role.DEFINITION:
            continue
        if level.form == "bullet":
            yield role, "makes bullets where numbers are needed"
        elif level.form not in KNOWN:
            yield role, f"counts in the form {quoted(level.form)}, which drafter cannot write"
        elif "%" not in level.shown and role in _NUMBERED:
            yield role, f"shows no number, only {quoted(level.shown)}"


def _shallow(scheme: Scheme) -> Iterator[tuple[Role, str]]:
    """Levels that do not begin again under the one above, as items of a list must."""
    for family in (CLAUSES, SCHEDULES, DEFINITIONS):
        for upper, role in pairwise(family):
            if role not in scheme.places:
                continue
            use, level = scheme.places[role]
            above, at = scheme.places.get(upper, ("", 0))
            same = above == use and at < level
            if not same and (role not in _ALONE or above == use):
                yield role, f"stands in no level under that of {upper.value}: it has to begin again"
    if _either(scheme):
        yield Role.CLAUSE, "counts on like the headings: a reference to 3 could mean either"
    definition = scheme.level(Role.DEFINITION)
    if definition is not None and definition.shown and definition.form != "none":
        yield Role.DEFINITION, "numbers definitions, which stand in the order of the alphabet"


def _either(scheme: Scheme) -> bool:
    """Whether a clause and a clause heading may have the same number in full."""
    heading, clause = scheme.level(Role.CLAUSE_HEADING), scheme.level(Role.CLAUSE)
    if heading is None or clause is None or says_what(heading) or says_what(clause):
        return False
    return (
        len(scheme.steps[Role.CLAUSE]) == 1 and not clause.several and heading.form == clause.form
    )


def _elsewhere(house: FileNumbering, ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Styles of tables and signatures that would count in between."""
    known = {role.value for role in Role}
    for role, style in ids.items():
        if role not in known and house.place(style)[0] in house.uses:
            yield role, "makes numbers where none may stand"


def _fault(role: str, why: str, house: FileNumbering, ids: Mapping[str, str]) -> Diagnostic:
    num, level = house.place(ids[role])
    name = value(house.styles.get(ids[role]), "name")
    found = house.uses[num].levels.get(level) if num in house.uses else None
    has = f"list {num}, level {level + 1}, {quoted(found.shown)}" if found else "no list"
    says = f"the style `{name}` ({role!s}; {has}) {why}"
    cure = "name another style for it in the roles file, or number the style otherwise in Word"
    return Diagnostic("other-numbering", says, Place(_PART), cure)
