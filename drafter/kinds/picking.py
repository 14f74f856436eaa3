"""Picking from lines: by number, by id, by the start of the words, or by a part of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from drafter.diagnostics import did_you_mean, quoted
from drafter.kinds.model import NotAValue

MANY = 12  # a longer list is not shown whole: a part of a name finds its lines
Answer = str | list[str]


class Candidate(NamedTuple):
    """Something that can be picked: its id, and the words it is shown with."""

    id: str
    label: str


class Ambiguous(Exception):
    """The words have several readings: each as shown, and as an answer. `answer` makes the answer
    of a picked reading, `other` reads a reply that is none of them."""

    def __init__(
        self,
        says: str,
        readings: Sequence[Candidate],
        other: Callable[[str], Answer] | None = None,
        answer: Callable[[str], Answer] = str,
    ) -> None:
        many = f"{says.rstrip(':')} one of {len(readings)}; type more of the name, or take a line:"
        self.asks, self.says = says, many if len(readings) > MANY else says
        self.all, self.readings = tuple(readings), tuple(readings[:MANY])
        self.other, self.answer = other, answer
        super().__init__(says)

    def read(self, text: str) -> Answer:
        """The reading that a reply picks, by a line's number or by more of its words.

        Raises `NotAValue` or `Ambiguous`.
        """
        try:
            id = picked(text, self.readings if text.isdigit() else self.all)
        except (NotAValue, Ambiguous) as unread:
            if self.other is not None:
                return self.other(text)
            if isinstance(unread, Ambiguous):
                raise Ambiguous(unread.asks, unread.all, answer=self.answer) from None
            cure = _a_number(self.readings)
            raise NotAValue(f"{quoted(text)} is none of the lines", cure) from None
        return self.answer(id)


def picked(text: str, choices: Sequence[Candidate]) -> str:
    """The choice that a number, an id or the start of its words names.

    Raises `Ambiguous` with the lines that a part of their words finds, else `NotAValue`.

    >>> picked("fr", [Candidate("FR", "France"), Candidate("DE", "Germany")])
    'FR'
    """
    if not choices:
        raise NotAValue("there is nothing to choose from yet", "answer the list that it names")
    if text.isdigit() and text.isascii():
        return _numbered(text, choices)
    near = begun(text, choices)
    if len(near) == 1:
        return near[0].id
    if near := found(text, choices):
        raise Ambiguous(f"{quoted(text)} could be:", near)
    cure = did_you_mean(text, [one.label for one in choices])
    raise NotAValue(
        f"{quoted(text)} is none of the lines", cure if "mean" in cure else _a_number(choices)
    )


def _numbered(text: str, choices: Sequence[Candidate]) -> str:
    if len(text) < 4 and 1 <= int(text) <= len(choices):
        return choices[int(text) - 1].id
    raise NotAValue(f"there is no line {quoted(text)}", _a_number(choices))


def _a_number(choices: Sequence[Candidate]) -> str:
    if len(choices) > MANY:
        return "type a part of its words"
    return f"type a number from 1 to {len(choices)}"


def begun(text: str, choices: Sequence[Candidate]) -> list[Candidate]:
    """The choices that the text names in full; else those whose id or words it begins."""
    small = plain(text)
    exact = [one for one in choices if small in (one.id.casefold(), plain(one.label))]
    return exact or [
        one
        for one in choices
        if small and (plain(one.label).startswith(small) or one.id.casefold().startswith(small))
    ]


def found(text: str, choices: Sequence[Candidate]) -> list[Candidate]:
    """The choices that hold the text: those that it begins first, then those with such a word."""
    small = plain(text)
    if len(small) < 2:
        return begun(text, choices)
    word = re.compile(rf"\b{re.escape(small)}")

    def how_near(one: Candidate) -> tuple[bool, bool]:
        label = plain(one.label)
        return not label.startswith(small), word.search(label) is None

    return sorted((one for one in choices if small in plain(one.label)), key=how_near)


def plain(text: str) -> str:
    """Words as they are compared: any case, no accents.

    >>> plain("Côte d’Ivoire")
    "cote d'ivoire"
    """
    apart = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(one for one in apart if not unicodedata.combining(one)).casefold().strip()


def is_one(text: str, choices: Sequence[Candidate]) -> bool:
    """Whether the text picks a choice."""
    try:
        return bool(picked(text, choices))
    except (NotAValue, Ambiguous):
        return False


def several(text: str, choices: Sequence[Candidate]) -> list[str]:
    """Some of the choices, with commas or spaces between them; or `none`."""
    if text.casefold() == "none":
        return []
    parts = (
        [text]
        if is_one(text, choices)
        else re.split(r"[,;]\s*" if re.search("[,;]", text) else r"\s+", text)
    )
    return each([part for part in parts if part], lambda part: picked(part, choices))


def each(parts: Sequence[str], read: Callable[[str], str]) -> list[str]:
    """Every part read, once. Raises `Ambiguous`, whose readings answer the whole."""
    found: list[str] = []
    for place, part in enumerate(parts):
        try:
            found.append(read(part))
        except Ambiguous as open_one:
            whole = partial(_completed, found, parts[place + 1 :], read)
            raise Ambiguous(open_one.asks, open_one.all, answer=whole) from None
    return list(dict.fromkeys(found))


def _completed(
    before: list[str], after: Sequence[str], read: Callable[[str], str], id: str
) -> list[str]:
    try:
        return list(dict.fromkeys([*before, id, *each(after, read)]))
    except Ambiguous as another:
        whole = another.answer

        def joined(other: str) -> list[str]:
            return list(dict.fromkeys([*before, id, *whole(other)]))

        raise Ambiguous(another.asks, another.all, answer=joined) from None
