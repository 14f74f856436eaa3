"""How lists count: figures, letters, Roman numerals."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def counted(number: int, form: str) -> str:
    """A number as a list counts: 4 is "4", "d", "D", "iv" or "IV".

    >>> [counted(28, form) for form in ("decimal", "lowerLetter", "upperRoman")]
    ['28', 'bb', 'XXVIII']
    """
    if form in ("none", "bullet"):
        return ""
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        while number >= worth:
            text, number = text + sign, number - worth
    return text
