"""Strikes out what is not the drafter's own running text, so that each word keeps its column.

>>> masked('{licensor} must pay "shall" under [@exit].')
'{········} must pay "·····" under [@····].'
"""

from __future__ import annotations

import re

from drafter.library.terms import TermFinder

_MARKED = re.compile(
    r"""
      \\.
    | (?P<choose> \{choose\ [^:{}]*:\ [^{}|]*?->\  )
    | (?P<case>   \|\ *[\w,\ -]*->\  )
    | (?P<blank>  \{[^{}A-Z][^{}]*\} )
    | (?P<refer>  \[@[^\]]*\] )
    | (?P<quoted> "[^"]*" | “[^”]*” )
    | (?P<end>    \} )
    | (?P<use>    \{[A-Z][^{}]*\} )
    """,
    re.VERBOSE,
)
_LAW = re.compile(r"Act|Code|Regulation|Directive|Convention|Ordinance")
_STATUTE = re.compile(
    r"\b(?:[A-Z][\w()’'-]*,? (?:and |of (?:the )?|for |in |on )?)*"
    r"(?:Act|Code|Regulation|Directive|Convention|Ordinance)\b"
    r"(?: \(?(?:EU|EC)\)?)?(?: \d{4}(?:/\d+)?)?"
)


def masked(typed: str, names: TermFinder | None = None) -> str:
    """A line as long as it was, without blanks, references, quotations, statutes and names."""
    plain = _MARKED.sub(_struck, typed)
    if _LAW.search(plain):  # titles are rare, and slow to look for
        plain = _STATUTE.sub(lambda found: "_" * len(found[0]), plain)
    return names.masked(plain) if names else plain


def _struck(found: re.Match[str]) -> str:
    words = found[0]
    match found.lastgroup:
        case "blank" | "quoted":
            return words[0] + "·" * (len(words) - 2) + words[-1]
        case "refer":
            return "[@" + "·" * (len(words) - 3) + "]"
        case "use":
            return words
        case _:
            return "|" * len(words)
