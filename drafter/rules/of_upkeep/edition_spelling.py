"""A word of the text that an American edition would print in British spelling.

Why: one text serves both editions; a word that the spelling of the edition does not name goes out
as a reader there would never write it.

Bad, where the edition names no spelling of `honour`:

    Each Party must honour a voucher.

Good, in printing/en-us.yaml:

    spelling: {honour: honor}

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import WARNING, Diagnostic, Place
from drafter.library.model import ClauseLibrary
from drafter.printed_words import EDITION, PrintedWords
from drafter.rules.of_style.model import place_of
from drafter.rules.of_style.references import FOR_AMERICANS
from drafter.rules.of_upkeep.model import Upkeep

RULE = "edition-spelling"
AMERICAN = "en-us"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """The first place of each British word that the American edition of the library leaves."""
    library, pages = upkeep.library, upkeep.pages
    american = library.printing.get(AMERICAN)
    if american is None or not _is_printed(library, american):
        return
    found: dict[str, Place | None] = {}
    for page in pages:
        for hit in FOR_AMERICANS.hits(page):
            word = hit.line.typed[hit.start : hit.end].lower()
            if word not in american.spelling:
                found.setdefault(word, place_of(hit))
    yield from (_fault(american, word, place) for word, place in found.items())


def _fault(words: PrintedWords, word: str, place: Place | None) -> Diagnostic:
    says = f"`{word}` is British, and the edition `{words.edition}` does not spell it otherwise"
    cure = f"add `{word}:` to `spelling:` in printing/{words.id}.yaml"
    return Diagnostic(RULE, says, place, cure, severity=WARNING)


def _is_printed(library: ClauseLibrary, words: PrintedWords) -> bool:
    """Whether the question of the edition, or a precedent, can choose it."""
    asked = library.questionnaire.questions.get(EDITION)
    return (asked is not None and asked.option(words.edition) is not None) or any(
        one.edition == words.edition for one in library.precedents.values()
    )
