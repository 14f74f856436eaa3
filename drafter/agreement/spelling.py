"""Library words in the spelling and terms of an edition; an answer is never respelled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

Speller = Callable[[str], str]
_VOWELS = frozenset("aeiou")


def speller(spelling: Mapping[str, str]) -> Speller:
    """Spells words as an edition does, whole words only; a capital stays a capital.

    >>> spell = speller({"licence": "license", "reasonable endeavours": "reasonable efforts"})
    >>> spell("A Licence is given; Reasonable Endeavours are due. No licences.")
    'A License is given; Reasonable Efforts are due. No licences.'
    >>> speller({"schedule": "Exhibit"})("A schedule, and a schedule.")
    'An Exhibit, and an Exhibit.'
    """
    return _speller(tuple(spelling.items())) if spelling else str


@lru_cache(maxsize=8)
def _speller(spelling: tuple[tuple[str, str], ...]) -> Speller:
    known = dict(spelling)
    longest_first = sorted(known, key=len, reverse=True)
    known_words = "|".join(map(re.escape, longest_first))
    words = re.compile(rf"\b(?:(an?) )?({known_words})\b", re.IGNORECASE)

    @lru_cache(maxsize=4096)
    def spell(text: str) -> str:
        return words.sub(lambda found: _spelled(found[1], found[2], known), text)

    return spell


def _spelled(article: str | None, typed: str, known: Mapping[str, str]) -> str:
    """A word with the article that stands before it, which its first sound decides."""
    spelled = _as_typed(typed, known[typed.lower()])
    if not article:
        return spelled
    before, after = typed[0].lower() in _VOWELS, spelled[0].lower() in _VOWELS
    fitting = article[0] + ("n" if after else "") if before is not after else article
    return f"{fitting} {spelled}"


def _as_typed(typed: str, spelled: str) -> str:
    """The capitals of what was typed: of each word, where each had one."""
    if typed.isupper() and len(typed) > 1:
        return spelled.upper()
    if typed.istitle() and " " in typed:
        return spelled.title()
    return spelled[0].upper() + spelled[1:] if typed[0].isupper() else spelled
