"""A capitalised word inside a sentence is a defined term, or a name that `words.yaml` lists.

Why: capitals promise a definition; without one the reader must guess.

Bad:

    Each Party must protect the Deliverables.   (nothing defines Deliverables)

Good:

    Each Party must protect the Results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import ERROR, WARNING, Diagnostic, Place
from drafter.library.model import ClauseLibrary
from drafter.library.terms import TermFinder
from drafter.prose.model import Choice, Inline, TermUse, Words
from drafter.prose.walk import fills, sentences
from drafter.rules.of_files.walk import texts

RULE, ENGLISH = "undefined-term", "en"
_CAPITAL = re.compile(r"[A-Z][\w’-]*")
_OPENS = re.compile(r"[.!?:]['”’]? $")


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """Capitalised words that no definition and no list of names explains, in English texts; and
    in any language periods whose unit is a term that nothing defines."""
    yield from _periods(library)
    if library.language != ENGLISH:
        return  # where every noun is written so, a capital promises nothing
    finder = TermFinder(dict.fromkeys((*library.terms, *library.words.names), "known"))
    for written in texts(library):
        opens = bool(written.topic)  # a definition's text goes on after its term
        for sentence in sentences(written.text):
            yield from _sentence(sentence.inlines, sentence.place, finder, opens)


def _periods(library: ClauseLibrary) -> Iterator[Diagnostic]:
    units = [
        (words, unit)
        for words in library.printing.values()
        for unit in words.values.units.values()
        if unit.term and not unit.uses
    ]
    for text in (written.text for written in texts(library)) if units else ():
        for fill in fills(text):
            for words, unit in units if fill.is_period else ():
                says = f"a period may read `{unit.more}`, and `{unit.term}` is defined nowhere"
                lent = "" if words.is_own else ", which is lent: copy it into the library first"
                cure = f"define it, or name no `term:` in printing/{words.language}.yaml{lent}"
                severity = ERROR if words.is_own else WARNING  # its own texts name no such term
                yield Diagnostic(RULE, says, fill.place, cure, severity=severity)
                break


def _sentence(
    inlines: tuple[Inline, ...], place: Place | None, finder: TermFinder, opens: bool
) -> Iterator[Diagnostic]:
    for index, inline in enumerate(inlines):
        first = opens and index == 0
        if isinstance(inline, Choice):
            for case in inline.cases:
                yield from _sentence(case.inlines, place, finder, first)
        elif isinstance(inline, TermUse) and not finder.uses(inline.words):
            yield _fault(inline.words, inline.place or place)
        elif isinstance(inline, Words):
            yield from _words(inline.text, place, finder, first)


def _words(text: str, place: Place | None, finder: TermFinder, opens: bool) -> Iterator[Diagnostic]:
    left = finder.masked(text)
    for match in _CAPITAL.finditer(left):
        before = _just_before(left, match.start())
        starts = (opens and not before) or (before and _OPENS.search(before))
        if not starts:
            yield _fault(match[0], place)


def _just_before(text: str, here: int) -> str:
    """The few characters before a word and its opening marks: they show whether a sentence ends
    there, however long the line is."""
    while here and text[here - 1] in "“‘(":
        here -= 1
    return text[max(0, here - 3) : here]


def _fault(word: str, place: Place | None) -> Diagnostic:
    cure = "define it, write it small, or list it under `names:` in words.yaml"
    return Diagnostic(RULE, f"`{word}` is capitalised and defined nowhere", place, cure)
