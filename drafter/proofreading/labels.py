"""What a file numbers: each label as its figures and letters, whoever wrote it.

`4.2(a)`, `4.2.(a)` and `Section 4.2 (a)` are the same label: 4, 2, a.
"""

from __future__ import annotations

import re

from drafter.data_classes import dataclass, field
from drafter.proofreading.model import FinishedText
from drafter.proofreading.numbers import typed_number
from drafter.word.finished.model import BODY, FinishedParagraph

Steps = tuple[str, ...]
_STEP = re.compile(r"\d+|[a-z]+")
_ROMAN = re.compile(r"[ivxl]+")
_ROMAN_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50}
_UNDER = 3_000  # characters of a paragraph in which items are looked for
_LONGEST_LETTER = 6  # "xxviii"; what is longer is a word


def steps(label: str) -> Steps:
    """The figures and letters of a label, without words and leading zeros.

    >>> steps("Section 1.01(a)(iv)"), steps("Article IV.")
    (('1', '1', 'a', 'iv'), ('iv',))
    """
    found = _STEP.findall(label.lower())
    return tuple(one.lstrip("0") or "0" for one in found if one.isdigit() or _is_letter(one))


def _is_letter(step: str) -> bool:
    return len(step) <= 2 or (len(step) <= _LONGEST_LETTER and bool(_ROMAN.fullmatch(step)))


def in_figures(step: str) -> str:
    """A Roman number in figures, for who refers to Article IV as Article 4.

    >>> in_figures("xiv")
    '14'
    """
    worth = [_ROMAN_WORTH[sign] for sign in step]
    return str(sum(-one if one < later else one
                   for one, later in zip(worth, [*worth[1:], 0], strict=True)))  # fmt: skip


def annex_name(name: str) -> str:
    """The number or letter of a schedule: II and 2 are one; a single letter stays one."""
    plain = name.lower().rstrip(".-")
    return in_figures(plain) if _ROMAN.fullmatch(plain) and plain not in "lx" else plain


@dataclass(slots=True)
class LabelIndex:
    """Every label of a file and its paragraph; and of schedules and the like what they are."""

    places: dict[Steps, int] = field(default_factory=dict)
    beginnings: set[Steps] = field(default_factory=set)
    annexes: set[tuple[str, str]] = field(default_factory=set)
    paragraphs: list[FinishedParagraph] = field(default_factory=list)

    def add(self, label: Steps, at: int) -> None:
        self.places.setdefault(label, at)
        self.beginnings |= {label[:length] for length in range(1, len(label) + 1)}

    def has(self, label: Steps) -> bool:
        """Whether a label stands in the file, counted or typed, or in the text under one."""
        if label in self.beginnings:
            return True
        for length in range(len(label) - 1, 0, -1):
            if label[:length] in self.places:
                rest = label[length:]
                return not any(one.isdigit() for one in rest) and self._under(label[:length], rest)
        return False

    def _under(self, label: Steps, items: Steps) -> bool:
        """Whether items such as (b) stand in the text under a label: typed in it, or in a list."""
        first = self.places[label]
        words = ""
        for one in self.paragraphs[first : first + 40]:
            own = steps(one.label.label)
            if one is not self.paragraphs[first] and own and own[0].isdigit():
                break
            words += f" {one.label.label} {one.words}"[:_UNDER]
        return all(re.search(rf"(?<!\w)\(?{item}[).]", words, re.IGNORECASE) for item in items)


def label_index(text: FinishedText) -> LabelIndex:
    """The labels of a file: those that Word counts, and those that are typed."""
    index = LabelIndex(paragraphs=[one for one in text.file.paragraphs if one.part == BODY])
    annex = re.compile(
        rf"\s*(?P<kind>{text.english.row('annexes')})\s+(?:no\.?\s*)?(?P<name>[\w.-]{{1,6}})\b"
        rf"(?=\s*(?:$|[^\w\s,;)]|(?-i:[A-Z])))",
        re.IGNORECASE,
    )
    above: Steps = ()
    for at, one in enumerate(index.paragraphs):
        above = _added(index, one, at, above)
        for words in (one.label.label, one.words):
            if (found := annex.match(words)) and not one.contents:
                index.annexes.add((found["kind"].lower(), annex_name(found["name"])))
    return index


def _added(index: LabelIndex, one: FinishedParagraph, at: int, above: Steps) -> Steps:
    """Add the labels of a paragraph; the last one that begins with a figure, for those under it."""
    if one.contents:
        return above
    own = steps(one.label.label)
    if own:
        full = steps(one.label.full) or own
        index.add(full, at)
        index.add(own, at)
        if _ROMAN.fullmatch(own[0]) and len(own) == 1:
            index.add((in_figures(own[0]),), at)
        above = full if full[0].isdigit() else above
    typed = typed_number(one.words)
    if typed and (label := steps(typed["number"])):
        index.add(label, at)
        if label[0].isdigit():
            return label
        index.add((*above, *label), at)
        if _ROMAN.fullmatch(label[0]):
            index.add((in_figures(label[0]),), at)
    return above
