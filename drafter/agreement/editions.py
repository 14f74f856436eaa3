"""Which edition of the printed words an agreement takes, and why."""

from __future__ import annotations

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Refused
from drafter.printed_words import EDITION, PrintedWords, language_of
from drafter.selection.model import Selection

USUAL = "uk"


@dataclass(frozen=True, slots=True)
class Edition:
    """The words that an agreement prints, and what chose them; `is_assumed` where nobody did."""

    words: PrintedWords
    because: str
    is_assumed: bool = False

    def as_data(self) -> dict[str, object]:
        """The choice as a report tells it."""
        lent = "" if self.words.is_own else "; the library has none, so they are those of drafter"
        return {"words": self.words.id, "because": f"{self.because}{lent}"}


def edition_of(selection: Selection, house: str = "") -> Edition:
    """The answer to the question `edition`, which the law recommends; else the precedent's own;
    else that of the house style; else the usual one."""
    language = language_of(selection.precedent.language)
    known = {
        words.edition: words
        for words in selection.library.printing.values()
        if words.language == language
    }
    answer = selection.deal.value(EDITION)
    if isinstance(answer, str) and answer in known:
        return Edition(known[answer], f"`{EDITION}` is answered")
    own = selection.precedent.edition
    if own in known and own:
        return Edition(known[own], f"the precedent `{selection.precedent.id}` says so")
    country = selection.precedent.language.partition("-")[2].lower()
    if country in known and country:
        return Edition(known[country], f"the precedent is in `{selection.precedent.language}`")
    first = next(iter(known), None)
    if first is None:
        says = f"no whole file of printed words in `{language}`"
        raise Refused([Diagnostic("missing-file", says, None, f"see printing/{language}.yaml")])
    if len(known) == 1:
        return Edition(known[first], f"it is the only one in `{language}`")
    neither = "neither an answer nor the precedent names an edition"
    if house in known:
        return Edition(known[house], f"{neither}, and the house style names `{house}`", True)
    usual = USUAL if USUAL in known else first
    lacks = f"; the house style names `{house}`, which the library has not" if house else ""
    return Edition(known[usual], f"{neither}{lacks}", True)
