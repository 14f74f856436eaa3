"""Numbers in English words, and those that are written in words and in figures, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {
    **{word: worth for worth, word in enumerate(_TO_NINETEEN.split())},
    **{word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)},
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}
_WORD = f"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_WORDS = rf"(?P<words>{_WORD}(?:(?:\s*-\s*|\s+and\s+|\s+|,\s*){_WORD})*)"
_UNIT = r"(?:\s+(?:percent|per\s+cent|dollars|pounds|euros?|[A-Z]{3}))?"
_FIGURES = r"(?:[A-Z]{3}\s?)?[£$€]?\s?(?P<figures>\d[\d,]*(?:\.\d+)?)\s?(?:%|st|nd|rd|th)?"
_TWICE = re.compile(rf"(?<![\w-]){_WORDS}{_UNIT}\s*\(\s*{_FIGURES}\s*\)", re.IGNORECASE)


class AtOdds(NamedTuple):
    """Words and figures that differ: what of it is said, and where in the text it stands."""

    says: str
    start: int
    end: int


def numbers_at_odds(text: str) -> Iterator[AtOdds]:
    """Each number that is said twice, and not alike.

    >>> [one.says for one in numbers_at_odds("within thirty (13) days, at most ten (10)")]
    ['`thirty` is 30, the figures say 13']
    """
    for found in _TWICE.finditer(text) if "(" in text else ():
        said, shown = counted_words(found["words"]), float(found["figures"].replace(",", ""))
        if said is not None and said != shown:
            says = f"`{found['words']}` is {said:,}, the figures say {found['figures']}"
            yield AtOdds(says, found.start(), found.end())


def counted_words(words: str) -> int | None:
    """The number that words say; None where they say none.

    >>> counted_words("one hundred and twenty-five thousand")
    125000
    """
    return _sum(re.findall(r"[a-z]+", words.lower()))


def _sum(words: list[str]) -> int | None:
    whole, part = 0, 0
    for word in words:
        worth = _NUMBERS.get(word)
        if worth is None and word != "and":
            return None
        if worth is None:
            continue
        if worth >= 1000:
            whole, part = whole + max(part, 1) * worth, 0
        elif worth == 100:
            part = max(part, 1) * worth
        elif part % 10 and worth < 10:
            return None  # figures said one by one: "one two three"
        else:
            part += worth
    return whole + part
