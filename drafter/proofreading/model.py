"""A remark of the proofreader, and the text that he reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import ERROR
from drafter.proofreading.english import English
from drafter.word.finished.model import BODY, FinishedParagraph, WholeFile

LONGEST = 20_000  # characters of a paragraph that is read: about eight pages
_LOW = re.compile(r"„([^„“”\"\n]*)[“”]|(?<![^\s(])”([^“”\"\n]+)”|«([^«»\n]*)»")
_SHORT = 12  # words of a title
_TITLE = 100  # characters that a heading has at most
_AROUND = 50  # characters shown before and after the words of a remark


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding: the rule, a sentence, the cure, and the words it is about.

    `at` is the paragraph, None where it is the whole file; `start` and `end` are places in its
    words, both 0 where it is the whole paragraph.

    >>> paragraph = FinishedParagraph(3, BODY, words="Pay within thirty (20) days.")
    >>> remark = Remark("figures-and-words", "30 and 20 differ", "say one", paragraph, 11, 22)
    >>> remark.words, remark.place
    ('thirty (20)', 'paragraph 3')
    """

    rule: str
    says: str
    cure: str
    at: FinishedParagraph | None = None
    start: int = 0
    end: int = 0
    severity: str = ERROR

    @property
    def words(self) -> str:
        """The words that the remark is about; the paragraph's own where it is all of it."""
        if self.at is None:
            return ""
        return self.at.words[self.start : self.end] if self.end else self.at.words

    @property
    def place(self) -> str:
        """Where it stands, as a person would look for it."""
        if self.at is None:
            return "the file"
        part = "" if self.at.part == BODY else f" of {self.at.part}"
        label = self.at.label.label.strip()
        return f"paragraph {self.at.number}{part}" + (f" ({label})" if label else "")

    @property
    def context(self) -> str:
        """The words with those around them, on one line."""
        if self.at is None:
            return ""
        whole = self.at.words
        start = max(0, self.start - _AROUND)
        end = min(len(whole), max(self.end, self.start) + _AROUND)
        before, after = "…" if start else "", "…" if end < len(whole) else ""
        return before + " ".join(whole[start:end].split()) + after

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        at = self.at
        return {
            "rule": self.rule,
            "severity": self.severity,
            "part": at.part if at else None,
            "paragraph": at.number if at else None,
            "label": at.label.label.strip() if at else None,
            "words": self.words,
            "context": self.context,
            "says": self.says,
            "help": self.cure,
        }


@dataclass(frozen=True, slots=True)
class FinishedText:
    """What every family of rules reads: the file, and the words of its language."""

    file: WholeFile
    english: English

    def paragraphs(self) -> list[FinishedParagraph]:
        """All paragraphs with words, but for those of contents pages and those beyond measure."""
        every = self.file.paragraphs
        read = (one for one in every if not one.contents and len(one.words) <= LONGEST)
        return [one for one in read if one.words.strip()]

    def sentences(self) -> Iterator[FinishedParagraph]:
        """Paragraphs of the main text that are no heading and no line in capitals; some firms set
        whole clauses in the style of a heading."""
        for one in self.paragraphs():
            heads = one.heading and len(one.words) < _TITLE
            if one.part == BODY and not heads and not one.words.isupper():
                yield one


def overlaps(start: int, end: int, places: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch has a place in common with one of others."""
    return any(start < last and first < end for first, last in places)


def english_quotes(words: str) -> str:
    """Words with quotes of other languages as English ones, sign for sign.

    >>> english_quotes("called „Employer“ and «Work»")
    'called “Employer” and “Work”'
    """
    return _LOW.sub(lambda found: "“" + "".join(filter(None, found.groups())) + "”", words)


def is_title(words: str) -> bool:
    """Whether a line is no sentence: short, without a stop."""
    return len(words.split()) < _SHORT and words.rstrip()[-1:] not in '.;:,”")'
