"""Rules of trade that have editions: a year in which none came out, a term that an edition has not,
a term without its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.library.model import ClauseLibrary
from drafter.worked_out import once_for_each

_TERM = re.compile(r"\b[A-Z]{3}\b")
_YEAR = r"(?:19|20)\d\d"


def wrong_editions(text: str, library: ClauseLibrary) -> Iterator[tuple[str, Sequence[str]]]:
    """Each set of rules that is named with a year in which it did not come out."""
    for name, years in _of_editions(library).items():
        for found in name.finditer(text):
            if found[1] not in years:
                yield found[0], years


@once_for_each
def _of_editions(library: ClauseLibrary) -> dict[re.Pattern[str], Sequence[str]]:
    return {
        re.compile(rf"\b{re.escape(name)}\W{{0,3}}((?:19|20)\d\d)\b", re.I): years
        for name, years in library.words.editions.items()
    }


def strange_terms(text: str, library: ClauseLibrary) -> Iterator[tuple[str, str]]:
    """A word of three capitals beside an edition of terms of trade of which no term is named."""
    for edition, (name, terms) in _of_trade(library).items():
        said = dict.fromkeys(_TERM.findall(text)) if edition.search(text) else {}
        if said and not set(said) & set(terms):
            yield name, next(iter(said))


@once_for_each
def _of_trade(library: ClauseLibrary) -> dict[re.Pattern[str], tuple[str, Sequence[str]]]:
    return {
        re.compile(r"\b" + r"\W{0,3}".join(map(re.escape, name.split())) + r"\b", re.I): (
            name,
            terms,
        )
        for name, terms in library.words.trade_terms.items()
    }


def terms_alone(text: str, library: ClauseLibrary) -> list[str]:
    """Each term of trade with no place behind it."""
    return _alone(library).findall(text)


@once_for_each
def _alone(library: ClauseLibrary) -> re.Pattern[str]:
    """A term of trade with an edition behind it, or a year, and no place."""
    names = {one.rpartition(" ")[0] for one in library.words.trade_terms}
    terms = {term for some in library.words.trade_terms.values() for term in some}
    either, rules = ("|".join(sorted(map(re.escape, some))) or "(?!)" for some in (terms, names))
    edition = rf"\W+(?:(?:{rules})\W*(?:{_YEAR})?|{_YEAR})"
    return re.compile(rf"\b({either})(?:{edition}|(?<=^\w\w\w))\W*$")
