"""The classes in which marks are registered: 1 to 45 of the Nice Classification."""

from __future__ import annotations

import re

_LAST = 45
_AND = r"(?:\s|,|;|&|and|or|to|-|–)+"
_CLASSES = re.compile(rf"\b(?:class|classes|cl\.)\s*(\d+(?:{_AND}\d+\b)*)", re.IGNORECASE)


def odd_class(text: str) -> str:
    """What is odd about the classes that a text names, or nothing.

    >>> odd_class("EU 018 000 111, classes 9, 18 and 81")
    'names class 81; the Nice Classification ends with class 45'
    >>> odd_class("UK00003123456 in class 9")
    ''
    """
    named = (int(one) for some in _CLASSES.findall(text) for one in re.findall(r"\d+", some))
    odd = [f"{one}" for one in dict.fromkeys(named) if not 1 <= one <= _LAST]
    said = f"names class {' and '.join(odd)}; the Nice Classification ends with class {_LAST}"
    return said if odd else ""
