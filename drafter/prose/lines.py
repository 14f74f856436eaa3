"""Source text as lines and blocks of lines, with the places they stand at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.diagnostics import Place
from drafter.prose.reading import ProseReading

_INDENT = re.compile(r" *")
_BULLET = re.compile(r"-(?: +|\Z)")
_LONGEST = 2_000  # characters of a line, which holds a sentence
_ANY_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\uffff\t]"
)


class SourceLine(NamedTuple):
    """One line: `indent` counts its spaces, `start` is where its words begin (from 0)."""

    file: str
    number: int
    source: str
    indent: int
    start: int

    @property
    def bullet(self) -> bool:
        """Whether the line opens a bullet."""
        return self.start > self.indent

    @property
    def end(self) -> int:
        """Where its words end."""
        return len(self.source)

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of a stretch of the line, counted from 0."""
        width = (len(self.source) if end is None else end) - start
        return Place(self.file, self.number, start + 1, self.source, width if width > 0 else 1)


def read_groups(
    source: str, file: str, first_line: int, reading: ProseReading
) -> Iterator[list[SourceLine]]:
    """The lines between blank lines; unseen characters are reported and read as spaces."""
    group: list[SourceLine] = []
    lines = source.replace("\r\n", "\n").split("\n")
    for number, words in enumerate(lines, first_line):
        line = _line(words.rstrip(), file, number, reading)
        if group and (not line.source or _leaves_list(group[-1], line, reading)):
            yield group
            group = []
        if line.source:
            group.append(line)
    if group:
        yield group


def _line(source: str, file: str, number: int, reading: ProseReading) -> SourceLine:
    if len(source) > _LONGEST:
        place = Place(file, number, _LONGEST + 1, source)
        reading.fault("long-line", place, length=f"{len(source):,}", most=f"{_LONGEST:,}")
        source = source[:_LONGEST]
    if not source.isprintable():
        source = _seen(source, file, number, reading)
    matched = _INDENT.match(source)
    indent = matched.end() if matched else 0
    bullet = _BULLET.match(source, indent)
    return SourceLine(file, number, source, indent, bullet.end() if bullet else indent)


def _seen(source: str, file: str, number: int, reading: ProseReading) -> str:
    for unseen in _ANY_UNSEEN.finditer(source):
        place = Place(file, number, unseen.start() + 1, source)
        rule = "tab" if unseen.group() == "\t" else "invisible-character"
        reading.fault(rule, place, code=f"U+{ord(unseen.group()):04X}")
    return _ANY_UNSEEN.sub(" ", source).rstrip()


def _leaves_list(before: SourceLine, line: SourceLine, reading: ProseReading) -> bool:
    leaves = before.indent > 0 and line.indent == 0
    if leaves:
        reading.fault("no-blank-line", line.place(0))
    return leaves
