"""What a sentence may not start with, and how it must end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from drafter.diagnostics import Place
from drafter.prose.lines import SourceLine
from drafter.prose.model import Choice, Inline, Words
from drafter.prose.reading import ProseReading

_TYPED_NUMBER = re.compile(
    r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})\)(?= |\Z)"
    r"|\d{1,3}(?:\.\d+)*\.(?= |\Z)|(?:[a-zA-HJ-Z]|[ivx]{2,5})\.(?= +[^ {])"
    r"|\d+(?:\.\d+)+(?= +[A-ZÄÖÜ])"
)
_MARK = re.compile(r"[#>|+<•]|\*(?!\*)|[-–—](?= |\Z)")
_ENDS = re.compile(r"[.!?:…][”’“‘)\]]*\Z")
_TYPED_STOP = re.compile(r"[.;,]\Z|\b(?:and|or|und|oder)\Z")


class Ending(Enum):
    """How a line must end: with a full stop (or a lead's colon), with none, or as it likes."""

    FULL = "full"
    NONE = "none"
    FREE = "free"


def check_line_start(line: SourceLine, start: int, reading: ProseReading) -> int:
    """No typed number and no mark of another notation opens a line; where its words start."""
    if number := _TYPED_NUMBER.match(line.source, start):
        reading.fault("typed-number", line.place(*number.span()), number=number[0])
        return number.end()
    if mark := _MARK.match(line.source, start):
        reading.fault("mark-at-line-start", line.place(*mark.span()), mark=mark[0])
        return mark.end()
    return start


def check_sentence(
    inlines: Sequence[Inline], place: Place, ending: Ending, reading: ProseReading
) -> None:
    """The words that a line must have and the way it must end."""
    if not inlines:
        if place.column <= len(place.source):  # a guard alone is noted where it is read
            reading.fault("empty-sentence", place)
    elif ending is Ending.FULL and not _ended(inlines):
        reading.fault("unfinished-sentence", place)
    elif ending is Ending.NONE and _types_stop(inlines):
        reading.fault("typed-stop", place)


def check_item(lines: list[SourceLine], reading: ProseReading) -> None:
    """Under a join, a bullet is one line."""
    if len(lines) > 1:
        reading.fault("long-item", lines[1].place(lines[1].start))


def _ended(inlines: Sequence[Inline]) -> bool:
    last = inlines[-1] if inlines else None
    if isinstance(last, Choice):
        return all(_ended(case.inlines) for case in last.cases)
    return isinstance(last, Words) and _ENDS.search(last.text[-6:]) is not None


def _types_stop(inlines: Sequence[Inline]) -> bool:
    last = inlines[-1]
    if isinstance(last, Choice):
        return any(case.inlines and _types_stop(case.inlines) for case in last.cases)
    return isinstance(last, Words) and _TYPED_STOP.search(last.text[-6:]) is not None
