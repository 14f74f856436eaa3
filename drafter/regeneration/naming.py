"""Names of files made from answers: safe on every system, and never two alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST = 80  # characters
LONGEST_BYTES = 180  # in UTF-8; a name of 255 bytes must hold endings too
_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
_NAMELESS = "agreement"


def safe_name(words: str) -> str:
    """Words as the stem of a file name: letters and digits of any script, and hyphens.

    >>> safe_name("../Größe & Co: S.A.")
    'größe-co-s-a'
    >>> safe_name("con"), safe_name("..")
    ('agreement-con', 'agreement')
    """
    known = unicodedata.normalize("NFKC", words).lower()
    kept = "".join(sign if sign.isalnum() else "-" for sign in known)
    name = re.sub(r"-{2,}", "-", kept)[:LONGEST]
    name = name.encode()[:LONGEST_BYTES].decode(errors="ignore").strip("-")
    if not name or _RESERVED.fullmatch(name):
        return f"{_NAMELESS}-{name}".strip("-")
    return name


def distinct(names: Iterable[str]) -> Iterator[str]:
    """The names, a later one that was given before with a number behind it.

    >>> list(distinct(["a", "b", "a", "a-2"]))
    ['a', 'b', 'a-2', 'a-2-2']
    """
    given: set[str] = set()
    for name in names:
        free, number = name, 1
        while free in given:
            number += 1
            free = f"{name}-{number}"
        given.add(free)
        yield free
