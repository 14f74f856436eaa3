"""Brackets and quotes without their other half, words that stand twice, two kinds of quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import WARNING
from drafter.proofreading.model import FinishedText, Remark, english_quotes
from drafter.word.finished.model import BODY, FinishedParagraph

_PAIRS = {")": "(", "]": "["}
_LABEL = re.compile(r"(?:(?<=\s)|^)(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3})$")
_FACE = re.compile(r"[:;=]-?$")
_LOOK_BACK = 6  # characters
_LOOSE = 20  # brackets of one paragraph that are told
_TOGETHER = 12  # paragraphs that one pair of brackets may run over
_DOUBLED = re.compile(r"(?<![\w'’.-])([^\W\d_]+)[ \u00a0]+(\1)(?![\w'’-])", re.IGNORECASE)
_QUOTES = re.compile(r'["“”]')
_NO_QUOTE = re.compile(r'\d"|(?<=[א-ת])"(?=[א-ת])')  # inches; the sign in a Hebrew short form


def brackets(text: FinishedText) -> Iterator[Remark]:
    """Brackets that open or close nothing, within a paragraph or over a few."""
    loose: list[tuple[int, FinishedParagraph, int, str]] = []
    for order, one in enumerate(text.paragraphs()):
        for at, sign in _loose_in(one.words):
            opened = _PAIRS.get(sign)
            back = next((each for each in reversed(loose) if each[3] == opened
                         and order - each[0] <= _TOGETHER), None)  # fmt: skip
            if back is not None:
                loose.remove(back)
            else:
                loose.append((order, one, at, sign))
    for _, one, at, sign in loose:
        says = f"`{sign}` has no other half"
        yield Remark("unmatched-bracket", says, "add the other half, or take this one out",
                     one, at, at + 1)  # fmt: skip


def _loose_in(words: str) -> list[tuple[int, str]]:
    """The brackets of a paragraph without their other half; `a)` is a label, no bracket."""
    opened: list[tuple[int, str]] = []
    loose: list[tuple[int, str]] = []
    for at, sign in enumerate(words):
        if sign in "([":
            opened.append((at, sign))
        elif sign in _PAIRS:
            if opened and opened[-1][1] == _PAIRS[sign]:
                opened.pop()
            elif not _is_label(words, at):
                loose.append((at, sign))
    return sorted(loose + opened)[:_LOOSE]


def _is_label(words: str, at: int) -> bool:
    """Whether the bracket at a place closes a label such as `a)`, or a face."""
    start = max(0, at - _LOOK_BACK)
    return words[at] == ")" and any(pattern.search(words, start, at) for pattern in (_LABEL, _FACE))


def quotes(text: FinishedText) -> Iterator[Remark]:
    """Double quotes that open or close nothing."""
    for one in text.paragraphs():
        words = english_quotes(one.words)
        marks = _unpaired(words) and _unpaired(_NO_QUOTE.sub(_blanks, words))
        if marks:
            at = _first_odd(marks)
            yield Remark("unmatched-quote", f"`{one.words[at]}` has no other half",
                         "add the other half, or take this one out", one, at, at + 1)  # fmt: skip


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _unpaired(words: str) -> list[tuple[int, str]]:
    """The double quotes of a text where one of them has no other half; else none."""
    marks = [(found.start(), found[0]) for found in _QUOTES.finditer(words)]
    open, close = (sum(sign == which for _, sign in marks) for which in "“”")
    swedish = not open and close == len(marks)  # ”so” is how some languages quote
    curly = open + close == len(marks) and open != close and not swedish
    return marks if len(marks) % 2 or curly else []


def _first_odd(marks: list[tuple[int, str]]) -> int:
    """The quote that breaks the row of one opening and one closing."""
    for place, (at, sign) in enumerate(marks):
        wanted = '“"' if place % 2 == 0 else '”"'
        if sign not in wanted:
            return at if place % 2 == 0 else marks[place - 1][0]
    return marks[-1][0]


def doubled(text: FinishedText) -> Iterator[Remark]:
    """A word that stands twice in a row."""
    for one in text.paragraphs():
        for found in _DOUBLED.finditer(one.words):
            good = found[1].lower() in text.english["doubled"] or _initials(found[1])
            headed = found[2][0].isupper() and not found[1][0].isupper()  # "Testing" begins anew
            if not good and not headed:
                yield Remark("doubled-word", f"`{found[1]}` stands twice", "take one out",
                             one, found.start(), found.end())  # fmt: skip


def _initials(word: str) -> bool:
    return len(word) == 1 and word.lower() != "a"


def mixed(text: FinishedText) -> Iterator[Remark]:
    """Straight quotes in a file that has curly ones, or the other way round."""
    places: dict[bool, list[tuple[FinishedParagraph, int]]] = {True: [], False: []}
    for one in text.paragraphs():
        for found in _QUOTES.finditer(_NO_QUOTE.sub(_blanks, english_quotes(one.words))):
            if one.part == BODY:
                places[found[0] == '"'].append((one, found.start()))
    few, many = sorted(places.values(), key=len)
    if few and many:
        one, at = few[0]
        kinds = ("straight", "curly") if few is places[True] else ("curly", "straight")
        says = f"{len(few)} of the {len(few) + len(many)} double quotes are {kinds[0]}"
        yield Remark("mixed-quotes", f"{says}, the others {kinds[1]}", f"make them {kinds[1]}",
                     one, at, at + 1, WARNING)  # fmt: skip
