"""The English that proofreading reads by, and whether a file is written in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from drafter.data_classes import dataclass
from drafter.word.finished.model import WholeFile

_DATA = Path(__file__).parent / "words" / "en.toml"
_WORD = re.compile(r"[^\W\d_]+")
_FEW = 60  # words from which on a text tells its own language
_SHARE = 0.1  # of the commonest words, in any English text that long


@dataclass(frozen=True, slots=True)
class English:
    """The lists of `words/en.toml`, each in its order and as a set."""

    sets: Mapping[str, frozenset[str]]
    lists: Mapping[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]

    def row(self, name: str) -> str:
        """The words of a list as alternatives of a pattern, the longest first."""
        return alternatives(self.lists[name])


@cache
def english() -> English:
    """The words, read once."""
    data: dict[str, Any] = tomllib.loads(_DATA.read_text("utf-8"))
    lists = {
        name: tuple(each.split() if isinstance(each, str) else each) for name, each in data.items()
    }
    return English({name: frozenset(each) for name, each in lists.items()}, lists)


def alternatives(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, the longest first.

    >>> alternatives(["in", "into", "U.S."])
    'into|U\\\\.S\\\\.|in'
    """
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def language_of(file: WholeFile) -> tuple[str, str]:
    """The language of a file and how it is known: by its words, or as the file declares it."""
    words = [word for one in file.paragraphs for word in _WORD.findall(one.words.lower())]
    declared = max(file.languages, key=lambda name: file.languages[name], default="")
    english_declared = declared.lower().startswith("en")
    if len(words) < _FEW:
        return (declared, "as the file declares") if declared else ("en", "for want of words")
    if sum(word in english()["common"] for word in words) >= _SHARE * len(words):
        return (declared, "") if english_declared else ("en", "by its words")
    if declared and not english_declared:
        return declared, "as the file declares"
    return "unknown", "for its words are not English ones"
