"""When two texts are one for a reader: alike but for case, space or Unicode form."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable
from functools import lru_cache

from drafter.kinds import scale
from drafter.kinds.model import Missing, Value
from drafter.library.model import ClauseLibrary


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text as readers tell it from another.

    >>> folded("  KESTREL  Ltd") == folded("Kestrel Ltd")
    True
    """
    shown = (
        one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf"
    )
    return " ".join("".join(shown).casefold().split())


def key(value: Value | Missing) -> Hashable:
    """What two values share when they say the same thing."""
    if isinstance(value, str):
        return folded(value)
    if (
        isinstance(value, tuple)
        and value
        and isinstance(value[0], str)
        and not hasattr(value, "id")
    ):
        return frozenset(str(one) for one in value)
    return scale(value)


def has_meaning(text: str, library: ClauseLibrary) -> str:
    """The term, or other word of the agreement, that a name reads like; "" if it is free.

    A determiner before it makes no difference: `Each Party` reads like `Party`.
    """
    taken = {folded(word): word for word in _taken(library)}
    words = folded(text).split(" ")
    while len(words) > 1 and words[0] in library.words.determiners:
        words = words[1:]
    return taken.get(" ".join(words), "")


def _taken(library: ClauseLibrary) -> list[str]:
    references = [words.references for words in library.printing.values()]
    nouns = [noun for one in references for noun in (one.clause, one.party, one.paragraph)]
    schedules = [one.schedule.replace("{number}", "").strip() for one in references]
    return [
        *(word for noun in nouns for word in (noun.one, noun.more)),
        *schedules,
        *sorted(library.terms),
    ]
