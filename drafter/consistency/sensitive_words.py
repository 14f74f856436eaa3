"""Words of a special term that competition law, the rule on results or the rest of the agreement
may have something to say about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NOT = r"(?:must not|may not|shall not|will not|cannot|agrees? not to)"


class Sensitive(NamedTuple):
    """Words that are found (a pattern, compiled when a term is read), and what a lawyer asks."""

    words: str
    asks: str


def _pattern(*alternatives: str) -> str:
    return r"\b(?:" + "|".join(alternatives) + r")\b"


def _then(first: str, second: str) -> str:
    """Words that follow others in one clause of a sentence."""
    return rf"(?:{first})\b[^.;]{{0,60}}\b(?:{second})"


_GROUNDS = r"customers?|markets?|territor\w+|countr\w+|channels?"
_RIGHTS = r"rights|results|works|inventions|improvements|intellectual property"
_SENSITIVE = (
    Sensitive(
        _pattern(
            r"(?:minimum|floor|fixed|lowest|uniform|same|resale|retail|selling|sale) prices?",
            r"price (?:floors?|fixing|maintenance)",
            _then(
                r"(?:re)?sells?|(?:re)?sold|offer(?:s|ed)?|advertise[ds]?", "below|for less than"
            ),
            r"(?:no|limit(?:s|ed)?|agree\w*(?: on)?) discounts?",
        ),
        "is a term on price, which competition law forbids on resale and between competitors",
    ),
    Sensitive(
        _pattern(
            r"passive sales?",
            _then(r"(?:allocat|divid|split|shar|reserv)\w*", _GROUNDS),
            _then(_GROUNDS, "allocated|divided|split|reserved"),
            _then(rf"{_NOT} (?:sell|supply|market|solicit)", rf"{_GROUNDS}|outside"),
        ),
        "parts customers or territories, which competition law forbids between competitors",
    ),
    Sensitive(
        _pattern(
            r"exclusiv\w*",
            r"non-?compet\w*",
            rf"{_NOT} compete",
            r"compet(?:e|es|ing) (?:with|product|business|offer)\w*",
            r"sole (?:supplier|distributor|source|provider|partner)",
            _then("buys?|purchases?|obtains?|orders?", "only from"),
            r"first refusal",
            r"most[- ]favou?red",
        ),
        "is a promise of exclusivity, which the clauses on exclusivity and fields do not limit in "
        "time and reach",
    ),
    Sensitive(
        _pattern(rf"{_NOT} (?:hire|employ|recruit|solicit|poach)", r"no-?(?:poach|hire)\w*"),
        "keeps people from being hired, which competition law treats as buying together",
    ),
    Sensitive(
        _pattern(
            _then("assign(?:s|ed|ment)?", rf"(?:future|later|all|any) (?:{_RIGHTS})"),
            rf"(?:future|later) (?:{_RIGHTS})",
            r"works? (?:made )?for hire",
            _then("waives?", "moral rights"),
        ),
        "moves rights that do not exist yet, beside the clause that says who owns results",
    ),
    Sensitive(
        _pattern(
            r"notwithstanding",
            r"prevails?",
            r"supersedes?",
            r"takes? precedence",
            r"in the event of (?:any |a )?conflict",
            r"despite anything",
        ),
        "sets itself above the rest of the agreement; say which clause it changes",
    ),
)


def sensitive(text: str) -> Iterator[tuple[str, str]]:
    """The first words of each kind that stand in a text, and what a lawyer asks of them.

    >>> [words for words, asks in sensitive("The licensee sells at the minimum price of EUR 90.")]
    ['minimum price']
    >>> list(sensitive("The licensee sells what it makes."))
    []
    """
    for one in _SENSITIVE:
        found = re.search(one.words, text, re.IGNORECASE)
        if found is not None:
            yield found[0], one.asks
