"""Tables: of records, a heading line and then one column a line; written, one row a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.prose.guards import LABEL, Guarded, read_guards, read_label, read_loop
from drafter.prose.inlines import read_inlines
from drafter.prose.lines import SourceLine
from drafter.prose.model import Column, ForEach, Inline, ProseTable, WrittenRow, WrittenTable
from drafter.prose.reading import ProseReading

_HEAD = re.compile(r"\{table ([^{}]*)\}( ?\{#([^{}]*)\})?\Z")
_WRITTEN = re.compile(r"\{table\}( ?\{#([^{}]*)\})?\Z")
_CELL = re.compile(r"(?:[^|{}\\]++|\\.|\{[^{}]*\})++")
_COLUMN = re.compile(r"((?:[^:{}\\]++|\\.|\{[^{}]*\})++): (?=[^ ])")


def read_table(group: list[SourceLine], first: Guarded) -> ProseTable:
    """The table in a block whose first line opens one."""
    line, reading = group[0], first.reading
    head = _HEAD.match(line.source, first.start)
    loop, inside, label = None, reading, ""
    if head:
        loop, inside = read_loop(line, head.start(1), head[1], reading)
        label = _label(line, head.end(1), reading)
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


def _label(line: SourceLine, after: int, reading: ProseReading) -> str:
    found = LABEL.search(line.source, after)
    return read_label(line, found, reading) if found else ""


def _column(line: SourceLine, reading: ProseReading, inside: ProseReading) -> Column | None:
    column = _COLUMN.match(line.source, line.start)
    if column is None or line.indent != 2 or line.bullet:
        reading.fault("table-form", line.place(line.start))
        return None
    heading = read_inlines(line, line.start, column.end(1), reading)
    return Column(heading, read_inlines(line, column.end(), line.end, inside))


# --- written tables ---------------------------------------------------------------------------


def read_written_table(group: list[SourceLine], first: Guarded) -> WrittenTable:
    """The table in a block whose first line is `{table}`: headings, then one row a line."""
    line, reading = group[0], first.reading
    if not _WRITTEN.match(line.source, first.start) or line.start or len(group) < 3:
        reading.fault("table-form", line.place(first.start))
    rows = [_row(row, reading) for row in group[1:]]
    headings, *others = [row for row in rows if row] or [WrittenRow(())]
    for row in others:
        if len(row.cells) != len(headings.cells) and row.place is not None:
            reading.fault("table-form", row.place)
    return WrittenTable(
        headings.cells,
        tuple(others),
        first.guards,
        _label(line, first.start, reading),
        line.place(first.start),
    )


def _row(line: SourceLine, reading: ProseReading) -> WrittenRow | None:
    guarded = read_guards(line, reading)
    place = line.place(guarded.start)
    if line.indent != 2 or line.bullet or guarded.flush:
        reading.fault("table-form", place)
        return None
    cells = tuple(_cells(line, guarded))
    if not all(cells):
        reading.fault("table-form", place)
    return WrittenRow(cells, guarded.guards, place)


def _cells(line: SourceLine, guarded: Guarded) -> Iterator[tuple[Inline, ...]]:
    """Each cell between two bars; a bar inside braces belongs to a choice."""
    start = guarded.start
    while start <= line.end:
        found = _CELL.match(line.source, start, line.end)
        end = found.end() if found else start
        words = line.source[start:end]
        first, last = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        yield read_inlines(line, first, last, guarded.reading) if first < last else ()
        start = end + 1
