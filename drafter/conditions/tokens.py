"""A condition cut into its words and marks, each with the column where it begins."""

from __future__ import annotations

import re
from typing import NamedTuple

KEYWORDS = frozenset(
    "and or not is has one of any all some every no two have same different overlapping both "
    "answered unknown if for each in where as choose place table flush".split()
)
_TOKEN = re.compile(
    r"\d[\d.\-]*|@?[A-Za-z][A-Za-z0-9_.\-]*|<=|>=|[<>=(),]",
    re.ASCII,
)
_SPACE = re.compile(r"\s*")


class Token(NamedTuple):
    """A word, an amount or a mark; `start` counts characters from 0."""

    text: str
    start: int


def cut(text: str) -> tuple[list[Token], int | None]:
    """The tokens of a text, and where a character stands that has no meaning, if one does.

    >>> cut("cap >= 3")
    ([Token(text='cap', start=0), Token(text='>=', start=4), Token(text='3', start=7)], None)
    >>> cut("a; b")
    ([Token(text='a', start=0)], 1)
    """
    tokens: list[Token] = []
    position = _after_space(text, 0)
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            return tokens, position
        tokens.append(Token(match[0], position))
        position = _after_space(text, match.end())
    return tokens, None


def _after_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position
