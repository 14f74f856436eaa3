"""When two texts are one for a reader: alike but for case, space or Unicode form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from drafter.kinds import scale
from drafter.kinds.model import Missing, Value
from drafter.library.model import ClauseLibrary
from drafter.worked_out import once_for_each

# Letters of other scripts, and marks, that a hurried reader takes for the plain ones.
_LOOK = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеіјорсухѕԁһкԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορυχινκγ‐‑‒–—−_’‘ʼ´`",
    "ABESIJKMHOPCTYXaeijopcyxsdhkqwABEZHIKMNOPTYXaopuxivky-------" + "'" * 5,
)
_NUMBERED = re.compile(r"(\D+?) ?([0-9]+|[a-z])")
_STOPS = re.compile(r"[.,;:!?]+(?=\s|$)")


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text but for case, space and Unicode form.

    >>> folded("  KESTREL  Ltd") == folded("Kestrel Ltd")
    True
    """
    shown = (
        one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf"
    )
    return " ".join("".join(shown).casefold().split())


@lru_cache(maxsize=4096)
def read(text: str) -> str:
    """A text as a hurried reader takes it: stops, hyphens and letters that look alike are one.

    >>> read("Cup & Co.") == read("CUP AND CO"), read("P\u0430cer") == read("Pacer")
    (True, True)
    """
    looks = folded(unicodedata.normalize("NFKC", text).translate(_LOOK))
    looks = looks.replace("-", " ").replace("&", " and ")
    return " ".join(_STOPS.sub("", looks).split()) or folded(text)


@lru_cache(maxsize=4096)
def singular(text: str) -> str:
    """An English name as it reads without the ending of a plural or a possessive.

    >>> singular("Corner Cups") == singular("corner cup's") == "corner cup"
    True
    """
    return re.sub(r"(?<=\w\w\w)('s|s'|s)$", "", read(text))


@lru_cache(maxsize=4096)
def blurred(
    text: str, endings: frozenset[str] = frozenset(), small: frozenset[str] = frozenset()
) -> str:
    """A name as it is remembered: without accents, spaces and a form of company at its end; the
    figures 0 and 1 are letters. `endings` are the forms, each folded and without stops; `small`
    are words that nobody remembers, such as an article.

    >>> blurred("Caf\u00e9 Nord Ltd", frozenset({"ltd"})) == blurred("CafeNord")
    True
    """
    words = singular(text).split()
    words = [one for one in words if one not in small] or words
    while len(words) > 1 and words[-1].replace(".", "") in endings:
        words.pop()
    apart = unicodedata.normalize("NFKD", "".join(words).replace("0", "o").replace("1", "l"))
    return "".join(one for one in apart if one.isalnum()) or read(text)


def key(value: Value | Missing, reads: Callable[[str], str] = folded) -> Hashable:
    """What two values share when they say the same thing, texts as somebody reads them."""
    if isinstance(value, str):
        return reads(value)
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

    A determiner before it and the ending of a plural make no difference: `Each Party` reads like
    `Party`, `Net Receipt` like `Net Receipts`. A determiner alone (`The`) is no name.
    """
    words = read(text).split(" ")
    while len(words) > 1 and words[0] in library.words.determiners:
        words = words[1:]
    name = reading(library)(" ".join(words))
    if name in library.words.determiners or not any(one.isalpha() for one in name):
        return name
    numbered, taken = _NUMBERED.fullmatch(name), _taken(library)
    return taken.words.get(name, "") or (taken.labels.get(numbered[1], "") if numbered else "")


def reading(library: ClauseLibrary) -> Callable[[str], str]:
    """How terms are read in the language of a library."""
    return singular if library.language == "en" else read


@once_for_each
def remembering(library: ClauseLibrary) -> Callable[[str], str]:
    """How names of one deal are remembered, with the forms of companies and the articles that a
    library knows."""
    endings = frozenset(folded(one).replace(".", "") for one in library.words.forms_of_companies)
    return partial(blurred, endings=endings, small=library.words.determiners)


class Taken(NamedTuple):
    """Each word that has a meaning of its own, and each noun that a number follows, by how it
    reads."""

    words: Mapping[str, str]
    labels: Mapping[str, str]


@once_for_each
def _taken(library: ClauseLibrary) -> Taken:
    fold = reading(library)
    words = {fold(word): word for word in (*_nouns(library), *sorted(library.terms))}
    return Taken(words, {read(word): word for word in _labels(library)})


def _nouns(library: ClauseLibrary) -> list[str]:
    parties = (words.references.party for words in library.printing.values())
    return [*(word for noun in parties for word in (noun.one, noun.more)), *_labels(library)]


def _labels(library: ClauseLibrary) -> list[str]:
    """The nouns that a number follows: clause, paragraph, schedule."""
    references = [words.references for words in library.printing.values()]
    nouns = [noun for one in references for noun in (one.clause, one.paragraph)]
    schedules = [one.schedule.replace("{number}", "").strip() for one in references]
    return [*(word for noun in nouns for word in (noun.one, noun.more)), *schedules]
