"""Reads clause text: `read_prose` never raises and never stops at the first fault."""

from __future__ import annotations

from drafter.conditions.model import Names
from drafter.diagnostics import Diagnostic, Place
from drafter.prose.blocks import read_block
from drafter.prose.lines import read_groups
from drafter.prose.model import Text
from drafter.prose.reading import ProseReading


def read_prose(
    source: str, file: str, names: Names, first_line: int = 1, language: str = "en"
) -> tuple[Text, tuple[Diagnostic, ...]]:
    """The tree of a clause text, and all its faults in the order of their places.

    `first_line` is the line of the file where `source` begins (after front matter). Where a
    part is at fault the tree holds what could be read; use it only when no fault is an error.

    Example: `read_prose("{supplier} must deliver.", "topics/delivery/fixed.md", names)`.
    """
    reading = ProseReading(names, language)
    groups = read_groups(source, file, first_line, reading)
    text = Text(tuple(read_block(group, reading) for group in groups))
    if not text.blocks:
        reading.fault("empty-text", Place(file, first_line))
    return text, tuple(sorted(reading.faults, key=_position))


def _position(fault: Diagnostic) -> tuple[int, int]:
    return (fault.place.line, fault.place.column) if fault.place else (0, 0)
