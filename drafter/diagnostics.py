"""Faults and findings as values: what is wrong, where, in which words, and the cure.

Nothing in drafter stops at the first fault. A reader collects `Diagnostic` values and speaks once:

>>> place = Place("topic.yaml", 4, 3, "  joynt: ownership is joint", width=5)
>>> fault = Diagnostic("missing-text", "no text for `joynt`", place, "write joynt.md")
>>> print(print_diagnostic(fault))
error[missing-text]: no text for `joynt`
  --> topic.yaml:4:3
   |
 4 |   joynt: ownership is joint
   |   ^^^^^
   |
   = help: write joynt.md
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from typing import Any

from drafter.data_classes import dataclass

ERROR, WARNING, NOTE = "error", "warning", "note"
_LONGEST_LINE, _LONGEST_WORD = 160, 60  # characters of a message
_MANY_WORDS = 1_000
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file: line and column count from 1; `source` is the line as it stands."""

    file: str
    line: int = 1
    column: int = 1
    source: str = ""
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault or finding: the rule it breaks, a sentence, the place, notes and a cure."""

    rule: str
    says: str
    place: Place | None = None
    cure: str = ""
    notes: tuple[str, ...] = ()
    severity: str = ERROR
    questions: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The same as plain data, for `--json` and the web form."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "place": str(self.place) if self.place else None,
            "says": self.says,
            "notes": list(self.notes),
            "help": self.cure,
            "questions": list(self.questions),
        }


class Refused(Exception):
    """The input is at fault. Carries every diagnostic of the run, not only the first."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(f"{d.rule}: {d.says}" for d in self.diagnostics))


class Unfinished(Refused):
    """Something was done before the fault arose; the words of the fault say what."""


def refuse_errors(diagnostics: Sequence[Diagnostic]) -> None:
    """Raise `Refused` with all of them if one of them is an error."""
    if any(d.severity == ERROR for d in diagnostics):
        raise Refused(diagnostics)


def print_diagnostic(diagnostic: Diagnostic) -> str:
    """A diagnostic as text: headline, place, the words with a caret, notes, help.

    Characters that steer a terminal or turn its lines round are shown as `�`.
    """
    lines = [f"{diagnostic.severity}[{diagnostic.rule}]: {diagnostic.says}"]
    if diagnostic.place:
        lines += _print_place(diagnostic.place)
    lines += [f"   = {note}" for note in diagnostic.notes]
    if diagnostic.cure:
        lines.append(f"   = help: {diagnostic.cure}")
    return "\n".join(_UNSEEN.sub("�", line) for line in lines)


def _print_place(place: Place) -> list[str]:
    lines = [f"  --> {place}"]
    if place.source:
        number = str(place.line)
        margin = " " * len(number)
        source, column = _cut_out(place)
        width = max(1, min(place.width, len(source) - column + 1))
        pointer = " " * (column - 1) + "^" * width
        lines += [f" {margin} |", f" {number} | {source}", f" {margin} | {pointer}"]
        lines.append(f" {margin} |")
    return lines


def _cut_out(place: Place) -> tuple[str, int]:
    """The line, or of a very long one the stretch round the fault; and the column in it."""
    if len(place.source) <= _LONGEST_LINE:
        return place.source, place.column
    start = max(0, min(place.column - 1 - _LONGEST_LINE // 2, len(place.source) - _LONGEST_LINE))
    end = start + _LONGEST_LINE
    before, after = "…" if start else "", "…" if end < len(place.source) else ""
    return before + place.source[start:end] + after, place.column - start + len(before)


def quoted(word: object) -> str:
    """Someone's words inside a message: in backticks, and a very long one shortened.

    >>> quoted("joynt")
    '`joynt`'
    """
    text = str(word)
    return f"`{text}`" if len(text) <= _LONGEST_WORD else f"`{text[:_LONGEST_WORD]}…`"


def so_many(number: int, one: str, many: str = "") -> str:
    """So many things, in the singular for one; `many` where the plural has more than an `s`.

    >>> so_many(1, "clause"), so_many(1200, "clause"), so_many(0, "reply", "replies")
    ('1 clause', '1,200 clauses', '0 replies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def note_from(who: str, words: object) -> str:
    """A note in the words of a program beneath ours, on one line.

    They change with its releases, so they never stand in a message.

    >>> note_from("YAML parser", "found a tab\\nwhere none may stand")
    'the YAML parser says: found a tab where none may stand'
    """
    return f"the {who} says: {' '.join(str(words).split())}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A cure that names the nearest known word, or lists a few; empty when nothing is known.

    Of very many known words it looks at those that stand nearest in the alphabet.
    """
    from difflib import get_close_matches

    names = sorted(set(known))
    start = max(0, min(bisect(names, word) - _MANY_WORDS // 2, len(names) - _MANY_WORDS))
    nearest = names[start : start + _MANY_WORDS]
    near = get_close_matches(word[:_LONGEST_WORD], nearest, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    if not names:
        return ""
    return "known: " + ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
