"""An .xlsx read into sheets: each cell as the words that an answers file would have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from drafter.diagnostics import Diagnostic, Place, Refused, note_from, refuse_errors
from drafter.ooxml.workbook import has_formulas, workbook_faults
from drafter.tables.model import Cell, Sheet

MOST_CELLS = 2_000_000
_EMPTY = Cell("")
_FOR_PEOPLE = ("read me", "questions", "lists")  # sheets that hold no deal


def read_workbook(data: bytes, file: str) -> list[Sheet]:
    """The sheets with deals. Raises `Refused` for what is no safe workbook."""
    refuse_errors(workbook_faults(data, file))
    try:
        return list(_sheets(data, file))
    except Refused:
        raise
    except ImportError:
        cure = "install drafter with its extra `excel`, or save the sheets as .csv"
        says, note = "a workbook needs the package openpyxl", ""
    except Exception as error:  # whatever a broken workbook makes of that package
        cure, note = "save it again as .xlsx", note_from("openpyxl", error)
        says = f"{file} is no .xlsx that can be read"
    raise Refused([Diagnostic("not-a-table", says, Place(file), cure, (note,) if note else ())])


def _sheets(data: bytes, file: str) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    values = load_workbook(BytesIO(data), read_only=True, data_only=True)
    formulas = load_workbook(BytesIO(data), read_only=True) if has_formulas(data) else None
    for sheet in values.worksheets:
        if sheet.title.strip().lower() not in _FOR_PEOPLE:
            rows = list(_rows(sheet, formulas[sheet.title] if formulas else None, file))
            columns = tuple(cell.text.strip() for cell in rows[0][1]) if rows else ()
            yield Sheet(file, sheet.title, columns, tuple(rows[1:]))


def _rows(sheet: Any, formulas: Any, file: str) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """The header and each row that says something."""
    beside = formulas.iter_rows() if formulas else None
    seen = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        seen += len(row)
        if seen > MOST_CELLS:
            says = f"{file}, {sheet.title} has more than {MOST_CELLS:,} cells"
            cure = "delete empty rows and columns behind the table, or make several files"
            raise Refused([Diagnostic("not-a-table", says, Place(file), cure)])
        written = next(beside) if beside else row
        cells = tuple(_cell(one, other) for one, other in zip(row, written, strict=False))
        if number == 1 or any(cell.text or cell.says for cell in cells):
            yield number, cells


def _cell(cell: Any, written: Any) -> Cell:
    """The words of a cell; of a formula its last value."""
    value = cell.value
    if value is None:
        if isinstance(written.value, str) and written.value.startswith("="):
            says = "the cell holds a formula whose value was not saved"
            return Cell("", says, "open and save it in the spreadsheet, or write the value")
        return _EMPTY
    if getattr(cell, "data_type", "") == "e":
        return Cell("", f"the cell shows {value}", "write the value")
    return Cell(_words(value, getattr(cell, "number_format", "") or ""))


def _words(value: object, form: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date | datetime | time | timedelta):
        return value.isoformat() if not isinstance(value, timedelta) else str(value)
    if isinstance(value, float | int):
        number = round(float(value) * 100, 10) if form.rstrip().endswith("%") else value
        plain = f"{number:.15g}"
        return f"{plain} %" if form.rstrip().endswith("%") else plain
    return str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()
