"""Slips inside a text, in an answer or a special term: a day that no calendar has, a currency whose
letters are in disorder."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache

from drafter.kinds.currencies import CODES, COMMON, DOLLARS
from drafter.library.model import ClauseLibrary

_FIGURE = re.compile(r"\d")
_ISO = re.compile(r"\b((?:19|20|21)\d\d)-(\d\d)-(\d\d)\b")
_MONEY = re.compile(r"\b([A-Z]{3})\s?\d")
_MEANT = {"".join(sorted(code)): code for code in (*COMMON, *DOLLARS, "CHF", "JPY", "CNY", "SEK")}
SLIPS = ("no-such-day", "no-such-currency")
_LEAP = 2000  # a year for a day that is written without one


def slips(text: str, library: ClauseLibrary) -> Iterator[tuple[str, str]]:
    """The rule and the words of each slip; they follow the name of the text."""
    if _FIGURE.search(text) is None:
        return
    for words, year, month, day in _days(text, library):
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
            yield "no-such-day", f"says `{words}`, a day that no calendar has"
    for code in dict.fromkeys(_MONEY.findall(text)):
        meant = _MEANT.get("".join(sorted(code)), "")
        if meant and code not in CODES:
            yield "no-such-currency", f"says `{code}`, which is no currency (`{meant}`?)"


def _days(text: str, library: ClauseLibrary) -> Iterator[tuple[str, int, int, int]]:
    """Each day that is written out: its words, year, month and day."""
    for found in _ISO.finditer(text):
        yield found[0], int(found[1]), int(found[2]), int(found[3])
    months = [one for words in library.printing.values() for one in words.values.months]
    for found in _written(tuple(months)).finditer(text):
        name, day = found["m1"] or found["m2"], found["d1"] or found["d2"]
        year = int(found["y1"] or found["y2"] or _LEAP)
        yield found[0], year, months.index(name) % 12 + 1, int(day)


@lru_cache(maxsize=8)
def _written(months: tuple[str, ...]) -> re.Pattern[str]:
    """`31 June 2027`, `31st of June`, `June 31, 2027`; a month before a day wants its year."""
    month = "|".join(map(re.escape, months)) or "(?!)"
    ending, year = r"(?:st|nd|rd|th|\.)?", r"(?:19|20|21)\d\d"
    day_first = rf"(?P<d1>\d{{1,2}}){ending}\s(?:of\s)?(?P<m1>{month})\b(?:,?\s(?P<y1>{year})\b)?"
    month_first = rf"(?P<m2>{month})\s(?P<d2>\d{{1,2}}){ending},?\s(?P<y2>{year})\b"
    return re.compile(rf"\b(?:{day_first}|{month_first})")
