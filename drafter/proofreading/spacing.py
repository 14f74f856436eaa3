"""Blanks that are too many or too few: two between words, one before a sign, none after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import WARNING
from drafter.proofreading.model import FinishedText, Remark, overlaps
from drafter.word.finished.model import FinishedParagraph

RULE = "uneven-spacing"
_LABEL = r"(?!\w+(?: \w+)?:)"  # what a line for signatures asks next
_TWO = re.compile(r"(?<=[^\s.?!:])[ \u00a0]{2,3}(?=[^\W_])" + _LABEL)
_TWO_AFTER_STOP = re.compile(r"(?<=[.?!:])[ \u00a0]{2,3}(?=[^\W_]|[“\"(])")
_BEFORE = re.compile(r"(?<=[^\W_])[ \u00a0]+(?=[,;](?:\s|$)|[.?!](?:\s|$)|\)(?:[\s.,;]|$))")
_NONE_AFTER = re.compile(
    r"(?<=[a-z]{2})[,;](?=[A-Za-z])"
    r"|(?<=[a-z]{3})\.(?=[A-Z][a-z]+[ ,])"
    r"|(?<=[a-z]\))[,;.](?=[A-Za-z])"
)
_JOINED = re.compile(r"\S*(?:://|www\.|@|\.[a-z]{2,}/)\S*")
_PADDED = re.compile(r"\([ \u00a0]+[^()]*$")
_HABIT = 5  # more stops with two blanks after them are how the author types


def spacing(text: FinishedText) -> Iterator[Remark]:
    """Blanks too many and too few in sentences; two after a stop only where that is rare."""
    read = list(text.sentences())
    by_habit = sum(len(_TWO_AFTER_STOP.findall(one.words)) for one in read) > _HABIT
    for one in read:
        yield from _slips(one, by_habit)


def _slips(one: FinishedParagraph, by_habit: bool) -> Iterator[Remark]:
    for pattern in (_TWO,) if by_habit else (_TWO, _TWO_AFTER_STOP):
        for found in pattern.finditer(one.words):
            yield _slip("blanks stand side by side", "leave one of them", one, *found.span())
    for found in _BEFORE.finditer(one.words):
        start, end = found.span()
        sign = one.words[end]
        if sign != ")" or not _PADDED.search(one.words, 0, start):
            yield _slip(f"a blank stands before `{sign}`", "take it out", one, start, end + 1)
    joined = [found.span() for found in _JOINED.finditer(one.words)]
    for found in _NONE_AFTER.finditer(one.words):
        if not overlaps(*found.span(), joined):
            yield _slip(f"no blank stands after `{found[0]}`", "put one in", one, *found.span())


def _slip(says: str, cure: str, at: FinishedParagraph, start: int, end: int) -> Remark:
    return Remark(RULE, says, cure, at, start, end, WARNING)
