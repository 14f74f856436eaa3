"""A party or term that counsel renamed throughout: the library's words follow, or every clause with
the name would be a conflict.

A name counts as renamed where the same words gave way to the same words in several paragraphs and
stand nowhere any more. A small word, or one that only begins sentences, is no name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from drafter.merging.sides import Sides
from drafter.merging.wording import CELL, FIELD, text_of, words_of
from drafter.ooxml.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST = 6  # words of a name
CONTEXT = 2  # words before the changed ones that may belong to the name: "Alpha" before "S.A."
LEAST = 2  # paragraphs
BEGINS = (".", ":", CELL)  # what a sentence begins after
NameWords = tuple[str, ...]


class Rename(NamedTuple):
    """A name, the name that took its place, and in how many paragraphs."""

    old: str
    new: str
    paragraphs: int


class Both(NamedTuple):
    """A paragraph as it went out and as it came back: words, and text."""

    issued: NameWords
    marked: NameWords
    before: str
    after: str


def follow_renames(sides: Sides) -> list[Rename]:
    """Find what counsel renamed, and let the issued and fresh words say it so too."""
    pairs = [
        Both(
            words_of(issued.element),
            words_of(marked.element),
            text_of(issued.element),
            text_of(marked.element),
        )
        for issued, marked in sides.counsel.to.items()
        if not marked.pending
    ]
    standing = [words_of(each.element) for each in sides.marked.blocks if not each.gone]
    found = list(_renames(pairs, standing))
    for rename in found:
        for body in (sides.issued.body, sides.fresh.body):
            _replace(body, rename)
    return found


def _renames(pairs: Sequence[Both], standing: Sequence[NameWords]) -> Iterator[Rename]:
    seen: Counter[tuple[NameWords, NameWords]] = Counter()
    for one in pairs:
        if one.issued != one.marked:
            seen.update(set(_replaced(one.issued, one.marked)))
    taken: list[NameWords] = []
    for (old, new), count in sorted(seen.items(), key=lambda each: (len(each[0][0]), each[0])):
        known = count < LEAST or any(_holds(old, each) for each in taken)
        if known or any(_holds(words, old) for words in standing) or not _is_name(old, pairs):
            continue
        taken.append(old)
        before, after = (one.before for one in pairs), (one.after for one in pairs)
        yield Rename(_written(old, before), _written(new, after), count)


def _replaced(issued: NameWords, marked: NameWords) -> Iterator[tuple[NameWords, NameWords]]:
    """Words that gave way to others, alone and with the words before them."""
    for tag, i, j, k, m in SequenceMatcher(None, issued, marked, autojunk=False).get_opcodes():
        for more in range(CONTEXT + 1):
            old, new = issued[max(0, i - more) : j], marked[max(0, k - more) : m]
            if tag == "replace" and i >= more and max(len(old), len(new)) <= LONGEST:
                yield old, new


def _is_name(words: NameWords, pairs: Iterable[Both]) -> bool:
    """Whether it is written as a name, also within sentences."""
    if not words[0][:1].isupper() or any(word.startswith(FIELD) for word in words):
        return False
    return any(
        one.issued[at : at + len(words)] == words and one.issued[at - 1] not in BEGINS
        for one in pairs
        for at in range(1, len(one.issued) - len(words) + 1)
    )


def _holds(row: NameWords, words: NameWords) -> bool:
    return any(row[at : at + len(words)] == words for at in range(len(row) - len(words) + 1))


def _written(words: NameWords, texts: Iterable[str]) -> str:
    """The words as they are spaced where they stand."""
    pattern = re.compile(r"\s*".join(map(re.escape, words)))
    found = (pattern.search(text) for text in texts)
    return next((one[0] for one in found if one), " ".join(words))


def _replace(body: _Element, rename: Rename) -> None:
    name = re.compile(rf"(?<!\w){re.escape(rename.old)}(?!\w)")
    for node in body.iter(f"{W}t"):
        node.text = name.sub(lambda _: rename.new, node.text or "")
