"""Tables: a heading line, then one column a line."""

from __future__ import annotations

import re

from drafter.prose.guards import LABEL, Guarded, read_label, read_loop
from drafter.prose.inlines import read_inlines
from drafter.prose.lines import SourceLine
from drafter.prose.model import Column, ForEach, ProseTable
from drafter.prose.reading import ProseReading

_HEAD = re.compile(r"\{table ([^{}]*)\}( ?\{#([^{}]*)\})?\Z")
_COLUMN = re.compile(r"((?:[^:{}\\]++|\\.|\{[^{}]*\})++): (?=[^ ])")


def read_table(group: list[SourceLine], first: Guarded) -> ProseTable:
    """The table in a block whose first line opens one."""
    line, reading = group[0], first.reading
    head = _HEAD.match(line.source, first.start)
    loop, inside, label = None, reading, ""
    if head:
        loop, inside = read_loop(line, head.start(1), head[1], reading)
        label = _label(line, head, reading)
    if loop is None or line.start or len(group) == 1:
        reading.fault("table-form", line.place(first.start))
    columns = [_column(row, reading, inside) for row in group[1:]]
    loop = loop or ForEach("", ("",))
    return ProseTable(
        loop.record,
        loop.list,
        tuple(column for column in columns if column),
        loop.where,
        first.guards,
        label,
        line.place(first.start),
    )


def _label(line: SourceLine, head: re.Match[str], reading: ProseReading) -> str:
    found = LABEL.search(line.source, head.end(1))
    return read_label(line, found, reading) if found else ""


def _column(line: SourceLine, reading: ProseReading, inside: ProseReading) -> Column | None:
    column = _COLUMN.match(line.source, line.start)
    if column is None or line.indent != 2 or line.bullet:
        reading.fault("table-form", line.place(line.start))
        return None
    heading = read_inlines(line, line.start, column.end(1), reading)
    return Column(heading, read_inlines(line, column.end(), line.end, inside))
