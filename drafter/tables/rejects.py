"""The rows of a table that were refused, in the table's own columns, to be mended in place.

Behind the cells as they were stand columns that reading passes over: where, what is wrong, the
cure. The same command on the file drafts the mended rows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from drafter.diagnostics import Diagnostic
from drafter.tables.model import ID, Cell, Sheet, cell_name

TOLD = ("_row", "_where", "_says", "_cure")
Faults = Mapping[int, Sequence[Diagnostic]]
"""By the row of the sheet with a deal a row: what is wrong."""


def rejects(sheets: Sequence[Sheet], faults: Faults) -> bytes:
    """The rejected deals with all rows of their lists: a .csv for one, else a workbook."""
    if len(sheets) == 1 and not sheets[0].name:
        return _csv(list(_main_rows(sheets[0], faults)))
    main = next((one for one in sheets if any(row in faults for row, _ in one.rows)), sheets[0])
    ids = {_id(main, cells) for row, cells in main.rows if row in faults}
    return _workbook(
        {
            one.name: list(_main_rows(one, faults)) if one is main else list(_of(one, ids))
            for one in sheets
        }
    )


def _main_rows(sheet: Sheet, faults: Faults) -> Iterator[list[str]]:
    kept = [index for index, column in enumerate(sheet.columns) if column not in TOLD]
    yield [*(sheet.columns[index] for index in kept), *TOLD]
    for row, cells in sheet.rows:
        if row in faults:
            yield [*(_text(cells, index) for index in kept), *_why_rejected(row, faults[row])]


def _of(sheet: Sheet, ids: set[str]) -> Iterator[list[str]]:
    """The rows of a list that belong to rejected deals."""
    yield list(sheet.columns)
    for _, cells in sheet.rows:
        if _id(sheet, cells) in ids:
            yield [_text(cells, index) for index in range(len(sheet.columns))]


def _id(sheet: Sheet, cells: tuple[Cell, ...]) -> str:
    return _text(cells, sheet.columns.index(ID)) if ID in sheet.columns else ""


def _text(cells: tuple[Cell, ...], index: int) -> str:
    return cells[index].text if index < len(cells) else ""


def _why_rejected(row: int, faults: Sequence[Diagnostic]) -> list[str]:
    places = (one.place for one in faults)
    where = [cell_name(at.line, at.column) if at and at.line else "" for at in places]
    return [
        str(row),
        "; ".join(dict.fromkeys(filter(None, where))),
        "; ".join(one.says for one in faults),
        "; ".join(dict.fromkeys(one.cure for one in faults if one.cure)),
    ]


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([[_as_text(cell) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _as_text(cell: str) -> str:
    """Words that a spreadsheet does not take for a formula; reading takes the mark away."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell


def _workbook(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    from drafter.tables.writing import workbook

    return workbook(sheets)
