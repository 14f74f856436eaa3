"""The inside of a sentence: words, blanks, references, terms, uses, choices."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.diagnostics import did_you_mean
from drafter.kinds import DURATION
from drafter.prose.choices import read_choice
from drafter.prose.lines import SourceLine
from drafter.prose.model import (
    Fill,
    Inline,
    Reference,
    SurvivingClauses,
    Target,
    Term,
    TermUse,
)
from drafter.prose.pieces import TOKEN, LineStretch
from drafter.prose.reading import ProseReading
from drafter.prose.typography import set_words

FORMATS = ("date", "words")
"""The words that may follow `as` in a blank."""

_FILL = re.compile(r"([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)(?: as ([^ ]+))?")
_USE = re.compile(r"[^\W\d_a-zß-öø-ÿ][^{}]*")
_TARGET = re.compile(r"@(?:([a-z][a-z0-9-]*)(?:\.([a-z][a-z0-9-]*))?|\.([a-z][a-z0-9-]*))")
_STUCK = re.compile(r"['’]s\b|\(s\)|['’](?= \w)|[^\W\d_]+")
_QUOTATION = re.compile(r"(?:(?<=[ (])|^)['‘]")
_KEYWORDS = frozenset("if for flush and or choose place table as where in each".split())


def read_inlines(
    line: SourceLine, start: int, end: int, reading: ProseReading, opening: bool = True
) -> tuple[Inline, ...]:
    """The inlines between two columns of a line (counted from 0)."""
    return read_piece(LineStretch(line, reading, opening), start, end)


def read_piece(piece: LineStretch, start: int, end: int) -> tuple[Inline, ...]:
    """As `read_inlines`, for a piece that knows whether it stands inside a choice."""
    for token in TOKEN.finditer(piece.line.source, start, end):
        _READ[token.lastgroup](token, piece)
    return piece.finish()


def _words(token: re.Match[str], piece: LineStretch) -> None:
    words = token[0]
    if not piece.typed:
        if not piece.found:
            words = words.lstrip(" ")
        elif type(piece.found[-1]) is Fill:
            _check_stuck(token.start(), piece)
    if words:
        piece.typed.append(words)


def _check_stuck(at: int, piece: LineStretch) -> None:
    """Letters, 's or a bare apostrophe right after a blank; a quotation may end there."""
    source = piece.line.source
    stuck = _STUCK.match(source, at)
    if stuck and not (stuck[0] in "'’" and _QUOTATION.search(source, max(0, at - 200), at)):
        piece.reading.fault("stuck-to-blank", piece.line.place(*stuck.span()))


def _escape(token: re.Match[str], piece: LineStretch) -> None:
    piece.typed.append(token["escape"])


def _braces(token: re.Match[str], piece: LineStretch) -> None:
    words = token["braces"]
    fill = _FILL.fullmatch(words)
    if fill and fill[1] not in _KEYWORDS:
        _fill(token, fill, piece)
    elif _USE.fullmatch(words):
        place = piece.line.place(token.start(), token.end())
        piece.add(TermUse(set_words(words, language=piece.reading.language), place))
    elif words == "place surviving-clauses" and not piece.in_choice:
        piece.add(SurvivingClauses(piece.line.place(token.start(), token.end())))
    else:
        _misplaced(token, words, piece)


def _misplaced(token: re.Match[str], words: str, piece: LineStretch) -> None:
    first = words.split(" ")[0]
    if first.startswith("#"):
        piece.fault("label-form", token, words=token[0])
    elif first in ("and", "or"):
        piece.fault("join-form", token, join=first)
    elif first in ("if", "for", "flush"):
        piece.fault("guard-inside", token)
    elif first == "place":
        piece.fault("place-form", token, words=token[0])
    elif first == "table":
        piece.fault("table-form", token)
    elif first == "choose":
        piece.fault("choice-form", token)
    else:
        piece.fault("blank-form", token, words=token[0])


def _fill(token: re.Match[str], fill: re.Match[str], piece: LineStretch) -> None:
    place = piece.line.place(token.start(), token.end())
    subject, form = tuple(fill[1].split(".")), fill[2] or ""
    kind = piece.reading.kind(subject, place)
    if kind and not kind.sort.printable:
        piece.fault("unprintable", token, name=fill[1], sort="a yes/no")
    if form and form not in FORMATS:
        cure = did_you_mean(form, FORMATS)
        piece.fault("unknown-format", token, cure=cure, name=form)
    is_period = kind is not None and kind.sort is DURATION
    piece.add(Fill(subject, form, place, is_period))


def _reference(token: re.Match[str], piece: LineStretch) -> None:
    targets = []
    for words in token["reference"].split(", "):
        target = _TARGET.fullmatch(words)
        if target is None:
            piece.fault("reference-form", token, words=words)
        else:
            targets.append(Target(target[1] or "", target[2] or target[3] or ""))
    place = piece.line.place(token.start(), token.end())
    piece.add(Reference(tuple(targets), piece.opens(), place))


def _term(token: re.Match[str], piece: LineStretch) -> None:
    if piece.in_choice:
        piece.fault("choice-nested", token, what="a term that is defined")
    place = piece.line.place(token.start(), token.end())
    words = " ".join(token["term"].split())
    if not words:
        piece.fault("single-star", token)
    piece.add(Term(set_words(words, language=piece.reading.language), place))


def _choice(token: re.Match[str], piece: LineStretch) -> None:
    if piece.in_choice:
        piece.fault("choice-nested", token, what="a choice")
    elif choice := read_choice(token, piece, read_piece):
        piece.add(choice)


def _stray(token: re.Match[str], piece: LineStretch) -> None:
    mark, after = token[0], piece.line.source[token.end() : token.end() + 1]
    if mark == "{":
        piece.fault("unclosed", token, mark=mark)
    elif mark == "[":
        piece.fault("unclosed" if after == "@" else "single-bracket", token, mark=mark)
    elif mark == "*":
        piece.fault("single-star", token)
    else:
        piece.fault("stray-mark", token, mark=mark)
    piece.typed.append(mark)


_READ: dict[str | None, Callable[[re.Match[str], LineStretch], None]] = {
    "words": _words,
    "escape": _escape,
    "choice": _choice,
    "braces": _braces,
    "reference": _reference,
    "term": _term,
    "stray": _stray,
}
