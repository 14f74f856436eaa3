"""Measures in a text that can hardly be meant: a range whose ends stand in disorder, a share of
more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PERCENT = r"\s?%|\s(?:percent|per cent)\b"
_TIME = r"\s(?:working |business |calendar )?(?:day|week|month|year)s?\b"


def _range(join: str) -> str:
    first = rf"(?P<code>[A-Z]{{3}}\s?)?(?P<first>{_NUMBER})(?P<unit>{_PERCENT}|{_TIME})?"
    last = rf"(?P<same>[A-Z]{{3}}\s?)?(?P<last>{_NUMBER})(?P<of>{_PERCENT}|{_TIME})?"
    return rf"(?<![\w.,:/–—-]){first}{join}{last}(?![\d.,:/]*\d)"


_BETWEEN = re.compile(r"\b[Bb]etween\s" + _range(r"\sand\s"))
_TO = re.compile(_range(r"(?:\s?[–—-]\s?|\sto\s)"))
_YEARS = re.compile(
    r"(?<![\w./–—-])((?:19|20)\d\d)(?:\s?[–—-]\s?|\s(?:to|until)\s)((?:19|20)\d\d)\b(?![./–—-])"
)
_TO_A_DAY = re.compile(r"\s?[–—-]\s?|\s(?:to|until|till|through)\s")
_CLOCK = 24  # between 9 and 5
# Where something falls, the greater end stands first with good reason.
_FALLS = re.compile(
    r"\b(?:from|down|less|fewer|lower|cut|fall|drop|sav|reduc|decreas|shorten|shrink)", re.I
)
_SHARE = re.compile(
    rf"(?<![\w.,])(?P<share>{_NUMBER})(?:{_PERCENT})(?:$|(?=(?P<of>\sof(?:\s[\w’'-]+){{1,4}})))"
)
# What may well be passed: a sum, a time before, a plan, the like of it elsewhere.
_MAY_BE_PASSED = re.compile(
    r"\b(?:fees?|prices?|costs?|amounts?|sums?|values?|rates?|salar\w+|sales|turnover|revenues?"
    r"|receipts|royalt\w+|budget|paid|payable|last|previous|earlier|year|quarter|month|plan\w*"
    r"|forecast|target|baseline|average|level|those|that|what|grow\w*|increas\w*|rise|more)\b",
    re.I,
)
_WHOLE = 100
_SHOWN = 4  # blanks and words: of the phase
_NO_YEAR = 2000  # the year of a day that is written without one

Day = tuple[str, int, int, int]


def ranges_in_disorder(text: str, days: Iterable[Day]) -> Iterator[str]:
    """Each range of sums, shares, times, years or days that begins beyond its end."""
    falling = () if _FALLS.search(text) else _TO.finditer(text)
    for found in (*_BETWEEN.finditer(text), *falling):
        if _is_of_one_kind(found) and _number(found["first"]) > _number(found["last"]):
            yield found[0]
    for found in _YEARS.finditer(text):
        if found[1] > found[2]:
            yield found[0]
    for (first, *start), (last, *end) in pairwise(days):
        if start > end and _NO_YEAR not in (start[0], end[0]) and _is_range(first, last, text):
            yield f"{first} … {last}"


def _is_of_one_kind(found: re.Match[str]) -> bool:
    """Whether both ends count one thing: in one currency or unit, or it is no time of the day."""
    if found["code"] or found["same"]:
        return not found["same"] or found["code"] == found["same"]
    unit, of = found["unit"] or found["of"], found["of"]
    if not of:
        return not unit and found[0][0] in "bB" and _number(found["first"]) > _CLOCK
    return unit.rstrip("s") == of.rstrip("s")


def _is_range(first: str, last: str, text: str) -> bool:
    before, _, rest = text.partition(first)
    join = rest.partition(last)[0]
    between = before.lower().endswith("between ") and join.strip() == "and"
    return between or _TO_A_DAY.fullmatch(join) is not None


def shares_above_the_whole(text: str) -> Iterator[str]:
    """Each share that is more than the whole of a thing, where that is no sum and no plan."""
    for found in _SHARE.finditer(text):
        against = found["of"] or text
        if _number(found["share"]) > _WHOLE and not _MAY_BE_PASSED.search(against):
            yield found[0] + " ".join((found["of"] or "").split(" ")[:_SHOWN])


def _number(words: str) -> Decimal:
    return Decimal(words.replace(",", ""))
