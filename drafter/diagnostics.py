"""Faults and findings as values: what is wrong, where, in which words, and the cure.

Nothing in drafter stops at the first fault. A reader collects `Diagnostic` values and speaks once:

>>> place = Place("topic.yaml", 4, 3, "  joynt: ownership is joint", width=5)
>>> print(render(Diagnostic("unknown-variant", "no text for `joynt`", place, cure="write joynt.md")))
error[unknown-variant]: no text for `joynt`
  --> topic.yaml:4:3
   |
 4 |   joynt: ownership is joint
   |   ^^^^^
   |
   = help: write joynt.md
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

ERROR, WARNING, NOTE = "error", "warning", "note"


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


def refuse_errors(diagnostics: Sequence[Diagnostic]) -> None:
    """Raise `Refused` with all of them if one of them is an error."""
    if any(d.severity == ERROR for d in diagnostics):
        raise Refused(diagnostics)


def render(diagnostic: Diagnostic) -> str:
    """A diagnostic as text: headline, place, the words with a caret, notes, help."""
    lines = [f"{diagnostic.severity}[{diagnostic.rule}]: {diagnostic.says}"]
    if diagnostic.place:
        lines += _shown(diagnostic.place)
    lines += [f"   = {note}" for note in diagnostic.notes]
    if diagnostic.cure:
        lines.append(f"   = help: {diagnostic.cure}")
    return "\n".join(lines)


def _shown(place: Place) -> list[str]:
    lines = [f"  --> {place}"]
    if place.source:
        number = str(place.line)
        margin = " " * len(number)
        pointer = " " * (place.column - 1) + "^" * max(1, place.width)
        lines += [f" {margin} |", f" {number} | {place.source}", f" {margin} | {pointer}"]
        lines.append(f" {margin} |")
    return lines


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A cure that names the nearest known word, or lists a few; empty when nothing is known."""
    from difflib import get_close_matches

    names = sorted(set(known))
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    if not names:
        return ""
    return "known: " + ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
