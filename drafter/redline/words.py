"""Words as Unicode sees them (UAX 29, word boundaries), with the marks and spaces between them.

The rules for letters and digits are here: an apostrophe, full stop or colon between two letters
and a comma, full stop or apostrophe between two digits belong to the word. Scripts that write
without spaces are not cut by a dictionary: a stretch of them is one word.
"""

from __future__ import annotations

import re

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u200d\ufe00-\ufe0f"  # rule WB4
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_BETWEEN_LETTERS = r"[:·.․‧'’‘＇]"  # WB6, WB7
_BETWEEN_DIGITS = r"[,;.․'’‘＇]"  # WB11, WB12
_WORD = rf"(?:{_LETTER}(?:{_BETWEEN_LETTERS}(?=[^\W\d_]))?|\d(?:{_BETWEEN_DIGITS}(?=\d))?|_)+"
_PIECES = re.compile(rf"{_WORD}|\s+|[^\w\s][{_MARKS}]*")


def pieces(text: str) -> list[str]:
    """A text cut into words, marks and stretches of space; joined they are the text again.

    >>> pieces("A Party’s share: 3.5 of U.S. law")
    ['A', ' ', 'Party’s', ' ', 'share', ':', ' ', '3.5', ' ', 'of', ' ', 'U.S', '.', ' ', 'law']
    """
    return _PIECES.findall(text)


def is_word(piece: str) -> bool:
    """Whether a reader would count it as a word."""
    return piece.isalnum() or any(map(str.isalnum, piece))
