"""Where a text uses its terms, in whatever letters, found in one walk through its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.data_classes import dataclass
from drafter.proofreading.definitions import term_key
from drafter.proofreading.model import FinishedText
from drafter.word.finished.model import FinishedParagraph

_WORD = re.compile(r"[^\W_]+(?:[’'&/.-]+[^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s$")
_ENDINGS = 4  # letters that a form may have more than the term: services, processing


class UsedTerm(NamedTuple):
    """A term where it stands: its key, the paragraph, the place."""

    key: str
    one: FinishedParagraph
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.one.words[self.start : self.end]


@dataclass(frozen=True, slots=True)
class TermUses:
    """Every use of every term of a text, by the key of the term."""

    of: dict[str, list[UsedTerm]]

    def count(self, key: str) -> int:
        return len(self.of.get(key, ()))


class _Known:
    """Terms by their words, and by the first of several, so that few places are tried."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.terms = {tuple(_WORD.findall(key)): key for key in keys}
        self.terms.pop((), None)
        self._lengths: dict[str, set[int]] = {}
        for words in self.terms:
            if len(words) > 1:
                self._lengths.setdefault(words[0], set()).add(len(words))

    def lengths(self, first: str) -> Iterable[int]:
        """How many words a term may have that begins with a word; one word in any form."""
        return (1, *self._lengths.get(first, ()))


def term_uses(text: FinishedText, keys: Iterable[str]) -> TermUses:
    """The uses of terms, given by their keys; one term may stand in another one."""
    known = _Known(keys)
    found: dict[str, list[UsedTerm]] = {}
    for one in text.paragraphs():
        for use in _uses(one, known):
            found.setdefault(use.key, []).append(use)
    return TermUses(found)


def _uses(one: FinishedParagraph, known: _Known) -> Iterator[UsedTerm]:
    words = list(_WORD.finditer(one.words))
    small = [_POSSESSIVE.sub("", found[0].lower()) for found in words]
    forms = [_forms(word) for word in small]
    for at, word in enumerate(small):
        for length in known.lengths(word):
            end = at + length - 1
            if end < len(small):
                before = tuple(small[at:end])
                tried = ((*before, form) for form in forms[end])
                key = next((known.terms[whole] for whole in tried if whole in known.terms), None)
                if key is not None:
                    yield UsedTerm(key, one, words[at].start(), words[end].end())


def _forms(word: str) -> list[str]:
    """What a word may be a form of, the nearest first."""
    shorter = [word[:-cut] for cut in range(1, _ENDINGS + 1) if len(word) - cut > 2]
    return [word, term_key(word), *shorter]
