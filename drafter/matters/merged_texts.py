"""Texts merged line by line: what two people made of one text, put together where they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


class TextClash(NamedTuple):
    """One place for which two wrote different lines."""

    mine: str
    theirs: str


class MergedText(NamedTuple):
    """A text that both had a hand in, as far as they agree, and the places where they do not."""

    text: str
    clashes: tuple[TextClash, ...] = ()


def merged(base: str, mine: str, theirs: str) -> MergedText:
    """What two made of a text; where they clash it reads as mine does.

    >>> merged("a\\nb\\nc\\n", "a\\nB\\nc\\n", "a\\nb\\nc\\nd\\n").text
    'a\\nB\\nc\\nd\\n'
    >>> merged("a\\n", "b\\n", "c\\n").clashes
    (TextClash(mine='b\\n', theirs='c\\n'),)
    """
    lines = base.splitlines(True), mine.splitlines(True), theirs.splitlines(True)
    found: list[str] = []
    clashes: list[TextClash] = []
    for old, own, new in _stretches(*lines):
        found += new if old == own else own
        if own != new and old not in (own, new):
            clashes.append(TextClash("".join(own), "".join(new)))
    return MergedText("".join(found), tuple(clashes))


Stretch = tuple[Sequence[str], Sequence[str], Sequence[str]]


def _stretches(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[Stretch]:
    """The three texts in stretches: lines that all have, and what lies between them."""
    own, new = _kept(base, mine), _kept(base, theirs)
    at = (0, 0, 0)
    for line in sorted(own.keys() & new.keys()):
        here = (line, own[line], new[line])
        yield _between(at, here, base, mine, theirs)
        yield [base[line]], [base[line]], [base[line]]
        at = (here[0] + 1, here[1] + 1, here[2] + 1)
    yield _between(at, (len(base), len(mine), len(theirs)), base, mine, theirs)


def _kept(base: list[str], other: list[str]) -> dict[int, int]:
    """Where each line of the base stands in the other text, if it does."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {one.a + n: one.b + n for one in blocks for n in range(one.size)}


def _between(
    start: tuple[int, int, int],
    end: tuple[int, int, int],
    base: list[str],
    mine: list[str],
    theirs: list[str],
) -> Stretch:
    return base[start[0] : end[0]], mine[start[1] : end[1]], theirs[start[2] : end[2]]
