"""`{choose subject: value -> words | value, value -> words}`: its cases, and their coverage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from drafter.diagnostics import Place, did_you_mean
from drafter.prose.model import Choice, ChoiceCase, Inline
from drafter.prose.pieces import LineStretch
from drafter.prose.reading import one_of

COUNTS = ("1", "2", "more")
"""The values of a choice by a whole number; `more` is every number without a case."""

ReadInlines: TypeAlias = Callable[[LineStretch, int, int], tuple[Inline, ...]]

_SUBJECT = re.compile(r"([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*): *")
_CASE = re.compile(r"((?:[^{}\\|]++|\\.|\{[^{}]*\})*+)(?:\||\Z)")
_VALUES = re.compile(r" *([^\W_][\w-]*(?:, *[^\W_][\w-]*)*) *-> *(?=[^ ])")


def read_choice(token: re.Match[str], piece: LineStretch, read: ReadInlines) -> Choice | None:
    """The choice that a token holds, or None with its faults noted; `read` reads its words."""
    start, end = token.span("choice")
    subject = _SUBJECT.match(piece.line.source, start, end)
    if subject is None:
        piece.fault("choice-form", token)
        return None
    cases = tuple(_cases(piece, subject.end(), end, read))
    choice = Choice(
        tuple(subject[1].split(".")), cases, piece.line.place(token.start(), token.end())
    )
    _check(choice, piece, piece.line.place(*subject.span(1)))
    return choice


def _cases(piece: LineStretch, start: int, end: int, read: ReadInlines) -> Iterator[ChoiceCase]:
    while (case := _CASE.match(piece.line.source, start, end)) is not None:
        values = _VALUES.match(piece.line.source, case.start(1), case.end(1))
        if values is None:
            piece.reading.fault("choice-form", piece.line.place(case.start(1), case.end(1)))
        else:
            inlines = read(piece.case(), values.end(), case.end(1))
            yield ChoiceCase(tuple(re.split(", *", values[1])), inlines)
        start = case.end()
        if not case[0].endswith("|"):
            return


def _check(choice: Choice, piece: LineStretch, place: Place) -> None:
    kind = piece.reading.kind(choice.subject, place)
    if kind is None or not choice.cases:
        return
    name = ".".join(choice.subject)
    values, needed = kind.sort.chosen_by(kind)
    if not values:
        piece.reading.fault("choice-subject", place, name=name, sort=f"of type {kind.sort.name}")
        return
    given = [value for case in choice.cases for value in case.values]
    for value in dict.fromkeys(given):
        if value not in values:
            cure = did_you_mean(value, values)
            piece.reading.fault("choice-unknown-value", place, cure=cure, value=value, name=name)
        elif given.count(value) > 1:
            piece.reading.fault("choice-value-twice", place, value=value)
    missing = [value for value in needed if value not in given]
    if missing:
        piece.reading.fault("choice-gap", place, values=one_of(missing))
