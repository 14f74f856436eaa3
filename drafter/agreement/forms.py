"""How lists count: figures, letters, Roman numerals, words of order."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CROSSED = (
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IN_ORDER = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, as Word counts.

    >>> letters(2), letters(28)
    ('b', 'bb')
    """
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """4 is iv.

    >>> roman(4), roman(1999)
    ('iv', 'mcmxcix')
    """
    text = ""
    for worth, sign in _ROMAN:
        while number >= worth:
            text, number = text + sign, number - worth
    return text


def ordinal(number: int) -> str:
    """1 is 1st.

    >>> ordinal(2), ordinal(11), ordinal(23)
    ('2nd', '11th', '23rd')
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def cardinal_words(number: int) -> str:
    """21 is Twenty-One; a number beyond 99 stays in figures.

    >>> cardinal_words(7), cardinal_words(42)
    ('Seven', 'Forty-Two')
    """
    return _words(number).title() if number < 100 else str(number)


def ordinal_words(number: int) -> str:
    """21 is Twenty-First.

    >>> ordinal_words(1), ordinal_words(20), ordinal_words(42)
    ('First', 'Twentieth', 'Forty-Second')
    """
    if number >= 100:
        return ordinal(number)
    before, dash, last = _words(number).rpartition("-")
    ordered = _IN_ORDER.get(last) or (f"{last[:-1]}ie" if last[-1:] == "y" else last) + "th"
    return (before + dash + ordered).title()


def _words(number: int) -> str:
    if number < 20:
        return _CROSSED[number] or "zero"
    return _TENS[number // 10] + (f"-{_CROSSED[number % 10]}" if number % 10 else "")


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal,
    "cardinalText": cardinal_words,
    "ordinalText": ordinal_words,
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
    "bullet": lambda number: "",
}
MOST = 32_767  # as far as Word counts
KNOWN = frozenset(_FORMS)
"""The forms that are counted as Word counts, by Word's names for them."""


@lru_cache(maxsize=4096)
def counted(number: int, form: str) -> str:
    """A number as a list counts: 4 is "4", "d", "D", "iv" or "IV"; nothing below 1 has a letter.

    >>> [counted(28, form) for form in ("decimal", "lowerLetter", "upperRoman")]
    ['28', 'bb', 'XXVIII']
    """
    if number < 1 and form in ("lowerLetter", "upperLetter"):
        return ""
    return _FORMS.get(form, str)(number) if number <= MOST else str(number)
