"""Names in a text that differ by one letter from the name of a party: `Terawaer` for `TeraWear`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from drafter.consistency.alike import singular

_SHORTEST = 5  # letters; shorter words have too many neighbours
_CAPITALISED = re.compile(r"(?<![\w@.])[A-Z][\w’'-]*[^\W_]")


def misspelt(text: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each word of a text that is no word of the names and nearly one, with that one."""
    words = {one for name in names for one in _CAPITALISED.findall(name)}
    known = {singular(one) for one in words}
    long = [one for one in sorted(words) if len(one) >= _SHORTEST]
    for said in dict.fromkeys(_CAPITALISED.findall(text)) if long else ():
        if singular(said) not in known and (meant := next((o for o in long if _near(said, o)), "")):
            yield said, meant


@lru_cache(maxsize=4096)
def _near(one: str, other: str) -> bool:
    """Whether one letter more, less or another, or two that changed places, make the difference.

    >>> _near("Terrawear", "TeraWear"), _near("TeraWaer", "TeraWear"), _near("Terra", "TeraWear")
    (True, True, False)
    """
    short, long = sorted((singular(one), singular(other)), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long[at:]
