"""Numbers written in words and in figures, side by side: "thirty (30)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from drafter.proofreading.english import English, alternatives, english
from drafter.proofreading.model import FinishedText, Remark

_UNIT = r"(?:\s+(?:percent|per\s+cent|dollars|pounds|euros?|[A-Z]{3}))?"
_FIGURES = r"(?:[A-Z]{3}\s?)?[£$€]?\s?(?P<figures>\d[\d,]*(?:\.\d+)?)\s?(?:%|st|nd|rd|th)?"


@cache
def _pattern() -> re.Pattern[str]:
    word = f"(?:{alternatives(english().numbers)})"
    words = rf"(?P<words>{word}(?:(?:\s*-\s*|\s+and\s+|\s+|,\s*){word})*)"
    return re.compile(rf"(?<![\w-]){words}{_UNIT}\s*\(\s*{_FIGURES}\s*\)", re.IGNORECASE)


def figures(text: FinishedText) -> Iterator[Remark]:
    """Words and figures that differ."""
    for one in text.paragraphs():
        for found in _pattern().finditer(one.words):
            said = counted_words(found["words"], text.english)
            shown = float(found["figures"].replace(",", ""))
            if said is not None and said != shown:
                says = f"`{found['words']}` is {said:,}, the figures say {found['figures']}"
                yield Remark("figures-and-words", says, "find out which is meant, and say it twice",
                             one, found.start(), found.end())  # fmt: skip


def counted_words(words: str, by: English) -> int | None:
    """The number that words say; None where they say none.

    >>> counted_words("one hundred and twenty-five thousand", english())
    125000
    """
    return _sum(re.findall(r"[a-z]+", words.lower()), by.numbers)


def _sum(words: list[str], numbers: Mapping[str, int]) -> int | None:
    whole, part = 0, 0
    for word in words:
        worth = numbers.get(word)
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
