"""The annex of a draft: what of it nobody has confirmed, why it was taken, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.agreement.assumed import ON_PAGES, Assumption
from drafter.agreement.instructions import ASSUMPTIONS, Instructions
from drafter.agreement.model import Element, Paragraph, Role, Run, Table
from drafter.diagnostics import Diagnostic, Refused
from drafter.printed_words import AnnexWords

_BLOCK = "annex"


def annex_asked(
    asked: Instructions,
    assumptions: Iterable[Assumption],
    numbers: Mapping[str, str],
    words: AnnexWords,
) -> tuple[Element, ...]:
    """The annex of a draft that was asked for one; a file for others has none. Raises `Refused`
    where the library has no words for it."""
    if asked.annex != ASSUMPTIONS or asked.purpose != "draft":
        return ()
    if not words.heading:
        says = "the library has no words for an annex of assumptions"
        cure = "write `annex:` in its file of printed words, as the starter library does"
        raise Refused([Diagnostic("no-annex-words", says, None, cure)])
    return annex_of(assumptions, numbers, words)


def annex_of(
    assumptions: Iterable[Assumption], numbers: Mapping[str, str], words: AnnexWords
) -> tuple[Element, ...]:
    """Its heading, a line before the table, and a row for each assumption."""
    rows = tuple(
        (f"{_BLOCK}.{at}", tuple((Run(cell),) for cell in _cells(one, numbers, words)))
        for at, one in enumerate(assumptions, 1)
    )
    heading = Paragraph(_BLOCK, Role.TITLE, "", (Run(words.heading),))
    lead = Paragraph(f"{_BLOCK}.lead", Role.BODY, "", (Run(words.lead if rows else words.none),))
    columns = (words.question, words.answer, words.reason, words.where)
    table = Table(f"{_BLOCK}.table", tuple((Run(one),) for one in columns), rows)
    return (heading, lead, table) if rows else (heading, lead)


def _cells(one: Assumption, numbers: Mapping[str, str], words: AnnexWords) -> tuple[str, ...]:
    places = [*one.where(numbers), *([words.on_pages] if ON_PAGES in one.blocks else [])]
    return one.asks, one.answer, one.because, ", ".join(places) or words.nowhere
