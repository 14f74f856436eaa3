"""Guards at the start of a line, and the join and label at the end of a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.conditions.model import TopicStands
from drafter.prose.lines import SourceLine
from drafter.prose.model import ForEach, Guard, When
from drafter.prose.reading import ProseReading

ID = re.compile(r"[a-z][a-z0-9-]*")
NAME = re.compile(r"[a-z][a-z0-9_]*")
_GUARD = re.compile(r"\{((?:if|for|flush)\b[^{}]*)\}( *)")
_LOOP = re.compile(r"([a-z][a-z0-9_]*) in ([a-z][a-z0-9_]*)(?:\Z| where (?=[^ ]))")
_JOIN = re.compile(r": ?\{(and|or)\}\Z")
LABEL = re.compile(r" ?\{#([^{}]*)\}\Z")


class Guarded(NamedTuple):
    """The guards of a line, where its words start, and what may be named after them."""

    guards: tuple[Guard, ...]
    flush: bool
    start: int
    reading: ProseReading


def read_guards(line: SourceLine, reading: ProseReading) -> Guarded:
    """The guards at the start of a line, each read with the records of those before it."""
    if not line.source.startswith("{", line.start):
        return Guarded((), False, line.start, reading)
    guards: list[Guard] = []
    flush, start = False, line.start
    while found := _GUARD.match(line.source, start):
        _check_spacing(line, found, reading)
        start = found.end()
        if found[1] == "flush":
            flush = True
        elif reading.has_room(line.place(found.start(), found.end(1) + 1)):
            guard, reading = _guard(line, found.start(1), found[1], reading.deeper())
            guards += [guard] if guard else []
    if start >= line.end > line.start:
        reading.fault("guard-alone", line.place(line.start))
    return Guarded(tuple(guards), flush, start, reading)


def _check_spacing(line: SourceLine, found: re.Match[str], reading: ProseReading) -> None:
    if found[2] != " " and found.end() < line.end:
        reading.fault("guard-spacing", line.place(found.end(1), found.end()))


def _guard(
    line: SourceLine, at: int, words: str, reading: ProseReading
) -> tuple[Guard | None, ProseReading]:
    if words.startswith("if "):
        return _when(line, at + 3, words[3:], reading), reading
    loop = None
    if words.startswith("for each "):
        loop, reading = read_loop(line, at + 9, words[9:], reading)
    if loop is None:
        reading.fault("guard-form", line.place(at - 1, at + len(words) + 1), words=f"{{{words}}}")
    return loop, reading


def _when(line: SourceLine, at: int, words: str, reading: ProseReading) -> When | None:
    place = line.place(at, at + len(words))
    if words.startswith("@") and ID.fullmatch(words, 1):
        return When(TopicStands(words[1:], place))
    condition = reading.condition(words, place)
    return When(condition) if condition else None


def read_loop(
    line: SourceLine, at: int, words: str, reading: ProseReading
) -> tuple[ForEach | None, ProseReading]:
    """`record in list where condition`, and the names inside; None if it is not that."""
    loop = _LOOP.match(words)
    if loop is None:
        return None, reading
    place = line.place(at, at + len(words))
    spans = (line.place(at + loop.start(part), at + loop.end(part)) for part in (1, 2))
    inside = reading.looping(loop[1], loop[2], *spans)
    where = None
    if condition := words[loop.end() :]:
        where_place = line.place(at + loop.end(), at + len(words))
        where = inside.condition(condition, where_place)
    return ForEach(loop[1], (loop[2],), where, place), inside


class Tail(NamedTuple):
    """How a paragraph ends: where its words do, its join and its label."""

    end: int
    join: str
    label: str


def read_tail(line: SourceLine, start: int, reading: ProseReading) -> Tail:
    """The join and label at the end of a line; the colon stays with the words."""
    end, join, label = line.end, "", ""
    if not line.source.endswith("}"):
        return Tail(end, join, label)
    if found := LABEL.search(line.source, start, end):
        end, label = found.start(), read_label(line, found, reading)
    if found := _JOIN.search(line.source, start, end):
        end, join = found.start() + 1, found[1]
    return Tail(end, join, label)


def read_label(line: SourceLine, found: re.Match[str], reading: ProseReading) -> str:
    """The label that a match of ` {#id}` holds, in its only spelling."""
    place = line.place(found.start(1) - 2, found.end())
    if not ID.fullmatch(found[1]) or not found[0].startswith(" "):
        reading.fault("label-form", place, words=found[0].strip())
        return ""
    return reading.label(found[1], place)
