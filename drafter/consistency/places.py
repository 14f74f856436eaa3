"""Which countries a text names, by the names that an agreement prints and by a few others."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.consistency.alike import folded
from drafter.library.model import ClauseLibrary
from drafter.worked_out import once_for_each

_ALSO = {
    "uk": "GB", "great britain": "GB", "england and wales": "GB", "england": "GB", "wales": "GB",
    "scotland": "GB", "northern ireland": "GB", "usa": "US", "u.s.a": "US", "us": "US",
    "united states": "US", "holland": "NL", "republic of ireland": "IE", "korea": "KR",
}  # fmt: skip


def country_named(text: str, library: ClauseLibrary) -> str:
    """The country that a text is the name of; "" where it is none."""
    return _by_name(library).get(_plain(text, library.words.determiners), "")


def country_at_the_end(address: str, library: ClauseLibrary) -> str:
    """The country in the last line of an address, or behind its last comma."""
    return country_named(re.split(r"[,\n]", address)[-1], library)


@once_for_each
def _by_name(library: ClauseLibrary) -> Mapping[str, str]:
    printed = [words.values.territories for words in library.printing.values()]
    names = [(code, name) for one in printed for code, name in one.items()]
    small = library.words.determiners
    return _ALSO | {_plain(name, small): code.partition("-")[0] for code, name in names}


def _plain(text: str, small: frozenset[str]) -> str:
    first, _, rest = folded(text).rstrip(".").partition(" ")
    return rest if rest and first in small else f"{first} {rest}".strip()
