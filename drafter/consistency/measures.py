"""Measures in a text that can hardly be meant: a range whose ends stand in disorder, a share of
more than the whole, more of a thing than there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from drafter.consistency.measure_patterns import Patterns, patterns
from drafter.library.model import ClauseLibrary

_CLOCK = 24  # between 9 and 5
_YEAR = re.compile(r"(?:19|20)\d\d")
_WHOLE = 100
_SHOWN = 4  # blanks and words: of the phase
_NO_YEAR = 2000  # the year of a day that is written without one

Day = tuple[str, int, int, int]


def ranges_in_disorder(text: str, days: Iterable[Day], library: ClauseLibrary) -> Iterator[str]:
    """Each range of sums, shares, times, years or days that begins beyond its end."""
    said = patterns(library)
    for found in (*said.between.finditer(text), *_from_one_to_another(text, said)):
        if _falls(found) and _is_of_one_kind(found, said):
            yield found[0]
    for found in said.years.finditer(text):
        if found[1] > found[2]:
            yield found[0]
    for (first, *start), (last, *end) in pairwise(days):
        apart = start > end and _NO_YEAR not in (start[0], end[0])
        if apart and _is_range(first, last, text, said):
            yield f"{first} … {last}"


def numbers_that_fall(text: str, library: ClauseLibrary) -> Iterator[str]:
    """Each pair of bare numbers of which the smaller one stands behind `to`: `500 to 100 bags`. It
    may be no range: what is handed to so many shops, one to one."""
    said = patterns(library)
    for found in _from_one_to_another(text, said):
        counted = said.counted.search(text[: found.start()]) is not None
        if _is_bare(found) and _falls(found) and (counted or _counts_by_itself(found, said)):
            yield found[0]


def _is_bare(found: re.Match[str]) -> bool:
    return found["join"].strip().isalpha() and not (found["code"] or found["same"])


def _counts_by_itself(found: re.Match[str], said: Patterns) -> bool:
    """Whether two bare numbers are no times of the day, no years and no ratio to one."""
    ends = found["first"], found["last"]
    measured = found["unit"] or said.measure.fullmatch(found["of"] or "")
    low = _number(ends[1]) <= 1 or _number(ends[0]) <= _CLOCK
    return not (measured or low or any(map(_YEAR.fullmatch, ends)))


def _from_one_to_another(text: str, said: Patterns) -> Iterator[re.Match[str]]:
    """Each `3% to 1%`, where the text does not say that something falls."""
    for found in () if said.falls.search(text) else said.to.finditer(text):
        if not said.falling_from.search(text[: found.start()]):
            yield found


def _falls(found: re.Match[str]) -> bool:
    return _number(found["first"]) > _number(found["last"])


def _is_of_one_kind(found: re.Match[str], said: Patterns) -> bool:
    """Whether both ends count one thing: in one currency or unit, or it is no time of the day."""
    if found["code"] or found["same"]:
        return not found["same"] or found["code"] == found["same"]
    unit, of = _thing(found["unit"]), _thing(found["of"])
    if said.measure.fullmatch(found["of"] or ""):
        return unit in ("", of)
    alike = unit == of if unit else said.between.match(found[0]) is not None
    return alike and _number(found["first"]) > _CLOCK


def _thing(unit: str | None) -> str:
    return (unit or "").strip().rstrip("s")


def _is_range(first: str, last: str, text: str, said: Patterns) -> bool:
    before, _, rest = text.partition(first)
    join = rest.partition(last)[0]
    between = said.between_ends.search(before) and said.joins.fullmatch(join)
    return bool(between or said.to_a_day.fullmatch(join))


def shares_above_the_whole(text: str, library: ClauseLibrary) -> Iterator[str]:
    """Each share that is more than the whole of a thing, where that is no sum and no plan."""
    said = patterns(library)
    for found in said.share.finditer(text):
        against = found["of"] or text
        if _number(found["share"]) > _WHOLE and not said.may_be_passed.search(against):
            yield found[0] + " ".join((found["of"] or "").split(" ")[:_SHOWN])


def parts_above_the_whole(text: str, library: ClauseLibrary) -> Iterator[tuple[str, str]]:
    """More of a thing than there are, and how that weighs: `12 of 10`, `12 prototypes out of 10`;
    a note where the last number may say how much is in each (`200 false alarms of 100`)."""
    said = patterns(library)
    for found in said.part.finditer(text):
        things = (found["things"] or "").split()
        sure = not things or found["out"] is not None
        each = any(map(said.packs.fullmatch, things)) or found["unit"] is not None
        no_whole = library.words.determiners.intersection(things) or _YEAR.fullmatch(found["whole"])
        more = int(found["part"]) > int(found["whole"])
        if more and (sure or not (each or no_whole)):
            yield found[0].removesuffix(found["unit"] or ""), "warn" if sure else "inform"


def _number(words: str) -> Decimal:
    return Decimal(words.replace(",", ""))
