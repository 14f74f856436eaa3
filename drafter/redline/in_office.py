"""What LibreOffice settles otherwise than the changes say, told so that nobody relies on it.

It takes a paragraph for gone only where nothing but words stood in it, and cannot join one with a
table. Word settles both as they are marked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeGuard

from drafter.diagnostics import NOTE, Diagnostic, Place
from drafter.ooxml.namespaces import W
from drafter.redline.units import ComparedUnit, UnitPair

HELD = (
    "new paragraphs hold a comment or a blank to fill in; LibreOffice, where they are rejected, "
    "gives the paragraph behind them their style, and may keep the words of the blank"
)
EMPTY = (
    "paragraphs came or went together with the table behind them; LibreOffice, where they go, "
    "leaves an empty paragraph in their place, with its number"
)
_HELD = (f"{W}sdt", f"{W}commentReference")


def settled_otherwise(pairs: Sequence[UnitPair]) -> Counter[str]:
    """How often each stands in a stretch."""
    held = sum(_holds(other) for one, other in pairs if one is None)
    empty = sum(_leaves_empty(*two) for two in pairwise(pairs))
    return +Counter({HELD: held, EMPTY: empty})


def in_word_only(says: str, file: str) -> Diagnostic:
    """Something that LibreOffice settles otherwise."""
    cure = "settle the changes in Word, or look at these places after LibreOffice has settled them"
    return Diagnostic("not-in-redline", says, Place(file), cure, (), NOTE)


def _holds(one: ComparedUnit | None) -> bool:
    return _is_paragraph(one) and next(one.element.iter(*_HELD), None) is not None


def _leaves_empty(first: UnitPair, second: UnitPair) -> bool:
    """Whether a paragraph and the table behind it came, or went, together."""
    (old, new), (next_old, next_new) = first, second
    if new is None and next_new is None:
        return _is_paragraph(old) and not _is_paragraph(next_old)
    if old is None and next_old is None:
        return _is_paragraph(new) and not _is_paragraph(next_new)
    return False


def _is_paragraph(one: ComparedUnit | None) -> TypeGuard[ComparedUnit]:
    return one is not None and one.element.tag == f"{W}p"
