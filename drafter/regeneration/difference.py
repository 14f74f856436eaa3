"""The difference of two versions in words, paragraph by paragraph, as a lawyer names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from drafter.data_classes import dataclass
from drafter.regeneration.model import ChangedParagraph, Edit
from drafter.regeneration.paired_lines import LinePair, TextLine, paired

MOST_CHANGED = 0.7  # of the words: more, and both versions are quoted whole
_NUMBER = re.compile(r"(Schedule|\d+(\.\d+)*(\([a-z]+\))*)")
_WORDS_BEFORE = 4
TermWords = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """What reads differently; `renumbered` counts references that only follow new numbers."""

    changes: tuple[ChangedParagraph, ...]
    renumbered: int


def difference(old: Sequence[TextLine], new: Sequence[TextLine], terms: TermWords) -> Difference:
    """The difference of two versions. `terms`: the defined terms by id, to name definitions."""
    places = _Places(terms, old), _Places(terms, new)
    changes, renumbered = [], 0
    for pair in paired(old, new):
        change, follows = _change(pair, *places)
        renumbered += follows
        changes += [change] if change else []
    return Difference(tuple(changes), renumbered)


def _change(pair: LinePair, before: _Places, after: _Places) -> tuple[ChangedParagraph | None, int]:
    line, other = pair
    if line is not None and other is not None:
        edits, follows = _edits(line.text, other.text, other.references)
        if not edits and follows:
            return None, follows
        return ChangedParagraph(other.block, *after.of(other), edits), follows
    if other is not None:
        return ChangedParagraph(
            other.block, *after.of(other), (Edit("", other.text),), came=True
        ), 0
    assert line is not None
    return ChangedParagraph(line.block, *before.of(line), (Edit(line.text, ""),), went=True), 0


class _Places:
    """How the lines of one version are named: number and heading."""

    def __init__(self, terms: TermWords, lines: Sequence[TextLine]) -> None:
        self.terms = terms
        self.headings = {line.block: line for line in lines if "." not in line.block}

    def of(self, line: TextLine) -> tuple[str, str]:
        if line.block.startswith("definition."):
            return "", f"Definition of {self.terms.get(line.topic, line.topic)}"
        heading = self.headings.get(line.topic)
        if heading is None:
            return line.number, line.topic
        number = line.number or heading.number
        if line.topic.startswith("schedule-") and line.number not in ("", heading.number):
            number = f"{heading.number}, {line.number}"
        return number, heading.text


# --- the words of one pair ------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _edits(before: str, after: str, references: frozenset[str]) -> tuple[tuple[Edit, ...], int]:
    """The edits that lead from one text to the other, and how many references follow along."""
    old, new = before.split(), after.split()
    edits, follows, changed = [], 0, 0
    for i, j, k, m in _joined(old, new):
        if _follows(old[i:j], new[k:m], references):
            follows += 1
        else:
            changed += (j - i) + (m - k)
            ahead = " ".join(old[max(0, i - _WORDS_BEFORE) : i])
            edits.append(Edit(" ".join(old[i:j]), " ".join(new[k:m]), ahead))
    if len(edits) > 1 and changed > MOST_CHANGED * (len(old) + len(new)):
        return (Edit(before, after),), follows
    return tuple(edits), follows


def _joined(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """The ranges that differ; two with a single word between them are one."""
    last: tuple[int, int, int, int] | None = None
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if last and i - last[1] <= 1 and k - last[3] <= 1:
            last = (last[0], j, last[2], m)
            continue
        if last:
            yield last
        last = (i, j, k, m)
    if last:
        yield last


def _follows(out: list[str], into: list[str], references: frozenset[str]) -> bool:
    """Whether only the numbers of references changed."""
    return len(out) == len(into) and all(
        one == other or (_NUMBER.fullmatch(_bare(one)) and _bare(other) in references)
        for one, other in zip(out, into, strict=True)
    )


def _bare(word: str) -> str:
    word = word.strip('.,;:“”’"')
    return word if "(" in word else word.strip("()")
