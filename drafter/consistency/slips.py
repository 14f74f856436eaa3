"""Slips inside a text, in an answer or a special term: a day that no calendar has, a currency whose
letters are in disorder, a sum or a time of nothing, a number whose words and figures differ, a year
in which no rules of that name came out, a sum whose stop or comma can be read in two ways, a term
of trade that its rules have not or that names no place, more of a number than there are, a range
that begins beyond its end, a share of more than the whole."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.consistency.measures import (
    Day,
    numbers_that_fall,
    parts_above_the_whole,
    ranges_in_disorder,
    shares_above_the_whole,
)
from drafter.consistency.trade_terms import strange_terms, terms_alone, wrong_editions
from drafter.kinds.currencies import CODES, COMMON, DOLLARS
from drafter.kinds.number_words import numbers_at_odds
from drafter.library.model import ClauseLibrary
from drafter.worked_out import once_for_each

_FIGURE = re.compile(r"\d")
_ISO = re.compile(r"\b((?:19|20|21)\d\d)-(\d\d)-(\d\d)\b")
_MONEY = re.compile(r"\b([A-Z]{3})\s?\d")
_TIME = r"0+\s(?:working |business |calendar )?(?:day|week|month|year)s?\b"
_NOTHING = re.compile(rf"(?<![\d.,])\b(?:[A-Z]{{3}}\s?0+(?:[.,]0+)?(?![.,]?\d)|{_TIME})")
_TWO_WAYS = re.compile(
    r"(?:\b[A-Z]{3}\s?|[£$€]\s?)(?:\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d+,\d{1,2})(?![\d.,]*\d)"
)
_MEANT = {"".join(sorted(code)): code for code in (*COMMON, *DOLLARS, "CHF", "JPY", "CNY", "SEK")}
SLIPS = (
    "no-such-day",
    "no-such-currency",
    "nothing-at-all",
    "figures-and-words",
    "no-such-edition",
    "no-such-trade-term",
    "trade-term-alone",
    "sum-read-two-ways",
    "more-than-all",
    "range-in-disorder",
    "more-than-whole",
)
_SHORT = 3  # letters of the name of a month: Feb
_LEAP = 2000  # a year for a day that is written without one


class Slip(NamedTuple):
    """A slip of a text: its rule, words that follow the name of the text, and how it weighs."""

    rule: str
    says: str
    severity: str = "warn"


def slips(text: str, library: ClauseLibrary) -> Iterator[Slip]:
    """Every slip of a text."""
    for term in terms_alone(text, library):
        yield Slip("trade-term-alone", f"names no place behind `{term}`", "inform")
    if _FIGURE.search(text) is None:
        return
    rest = text
    days = tuple(written_days(text, library))
    for words, year, month, day in days:
        rest = rest.replace(words, "")
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
            yield Slip("no-such-day", f"says `{words}`, a day that no calendar has")
    for code in dict.fromkeys(_MONEY.findall(text)):
        meant = _MEANT.get("".join(sorted(code)), "")
        if meant and code not in CODES:
            yield Slip("no-such-currency", f"says `{code}`, which is no currency (`{meant}`?)")
    for amount in dict.fromkeys(_NOTHING.findall(text)):
        if not amount[0].isalpha() or amount[:3] in CODES:
            yield Slip("nothing-at-all", f"says `{amount}`, which is nothing")
    for amount in dict.fromkeys(_TWO_WAYS.findall(text)):
        yield Slip("sum-read-two-ways", f"says `{amount}`: does its mark part thousands or cents?")
    for odd in numbers_at_odds(text):
        yield Slip("figures-and-words", f"says a number twice: {odd.says}")
    for words, years in wrong_editions(text, library):
        yield Slip("no-such-edition", f"says `{words}`; editions are of {', '.join(years)}")
    for name, term in strange_terms(text, library):
        yield Slip("no-such-trade-term", f"says `{term}`, which is no term of {name}")
    for words, severity in parts_above_the_whole(rest, library):
        yield Slip("more-than-all", f"says `{words}`, which is more than there are", severity)
    yield from _measures(text, days, library)


def _measures(text: str, days: Sequence[Day], library: ClauseLibrary) -> Iterator[Slip]:
    ranges = dict.fromkeys(ranges_in_disorder(text, days, library))
    for words in ranges:
        yield Slip("range-in-disorder", f"says `{words}`, which begins beyond its end")
    for words in dict.fromkeys(numbers_that_fall(text, library)):
        if words not in ranges:
            says = f"says `{words}`, which begins beyond its end if it is a range"
            yield Slip("range-in-disorder", says, "inform")
    for words in dict.fromkeys(shares_above_the_whole(text, library)):
        says = f"says `{words}`, which is more than the whole if it is a share"
        yield Slip("more-than-whole", says, "inform")


def written_days(text: str, library: ClauseLibrary) -> Iterator[Day]:
    """Each day that is written out: its words, year, month and day."""
    for found in _ISO.finditer(text):
        yield found[0], int(found[1]), int(found[2]), int(found[3])
    months, written = _written(library)
    for found in written.finditer(text):
        name, day = found["m1"] or found["m2"], found["d1"] or found["d2"]
        year = int(found["y1"] or found["y2"] or _LEAP)
        yield found[0], year, months.index(name) % 12 + 1, int(day)


@once_for_each
def _written(library: ClauseLibrary) -> tuple[list[str], re.Pattern[str]]:
    """`31 June 2027`, `31st of Jun.`, `June 31, 2027`; a month before a day wants its year. The
    names of the months, whole and short, stand before."""
    months = [one for words in library.printing.values() for one in words.values.months]
    months += [one[:_SHORT] for one in months]
    month = "|".join(map(re.escape, months)) or "(?!)"
    ending, year = r"(?:st|nd|rd|th|\.)?", r"(?:19|20|21)\d\d"
    of_month = rf"(?:of\s)?(?P<m1>{month})\b\.?(?:,?\s(?P<y1>{year})\b)?"
    day_first = rf"(?P<d1>\d{{1,2}}){ending}\s{of_month}"
    month_first = rf"(?P<m2>{month})\.?\s(?P<d2>\d{{1,2}}){ending},?\s(?P<y2>{year})\b"
    return months, re.compile(rf"\b(?:{day_first}|{month_first})")
