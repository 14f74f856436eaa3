"""Which countries a text names, by the names that an agreement prints and by a few others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from drafter.consistency.alike import folded
from drafter.library.model import ClauseLibrary

_ALSO = {
    "uk": "GB", "great britain": "GB", "england and wales": "GB", "england": "GB", "wales": "GB",
    "scotland": "GB", "northern ireland": "GB", "usa": "US", "u.s.a": "US", "us": "US",
    "united states": "US", "holland": "NL", "republic of ireland": "IE", "korea": "KR",
}  # fmt: skip


def country_named(text: str, library: ClauseLibrary) -> str:
    """The country that a text is the name of; "" where it is none."""
    names = [words.values.territories for words in library.printing.values()]
    known = _by_name(tuple(tuple(one.items()) for one in names), library.words.determiners)
    return known.get(_plain(text, library.words.determiners), "")


def country_at_the_end(address: str, library: ClauseLibrary) -> str:
    """The country in the last line of an address, or behind its last comma."""
    return country_named(re.split(r"[,\n]", address)[-1], library)


@lru_cache(maxsize=8)
def _by_name(
    printed: tuple[tuple[tuple[str, str], ...], ...], small: frozenset[str]
) -> Mapping[str, str]:
    names = {_plain(name, small): code.partition("-")[0] for one in printed for code, name in one}
    return _ALSO | names


def _plain(text: str, small: frozenset[str]) -> str:
    first, _, rest = folded(text).rstrip(".").partition(" ")
    return rest if rest and first in small else f"{first} {rest}".strip()
