"""A .csv read into a sheet, whatever program wrote it."""

from __future__ import annotations

import csv
from io import StringIO

from drafter.diagnostics import NOTE, Diagnostic, Place, Refused
from drafter.tables.model import Cell, Sheet

LONGEST_CELL = 1_000_000  # characters
_DELIMITERS = ",;\t"


def read_csv(data: bytes, file: str) -> tuple[Sheet, list[Diagnostic]]:
    """The sheet, and notes on how the file was read. Raises `Refused`."""
    text, told = _decoded(data, file)
    delimiter = _delimiter(text)
    if delimiter != ",":
        said = {";": "semicolons", "\t": "tabs"}[delimiter]
        told.append(_note(f"{file} is read with {said} between its cells", file))
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    columns: tuple[str, ...] = ()
    start = 1
    try:
        for row in reader:
            if not columns:
                columns = tuple(cell.strip() for cell in row)
            elif any(cell.strip() for cell in row):
                rows.append((start, tuple(Cell(_unquoted(cell.strip())) for cell in row)))
            start = reader.line_num + 1
    except csv.Error:
        says, place = f"{file} is no table from this line on", Place(file, reader.line_num)
        cure = "close each quotation mark, and double those within a cell"
        raise Refused([Diagnostic("not-a-table", says, place, cure)]) from None
    return Sheet(file, "", columns, tuple(rows)), told


def _decoded(data: bytes, file: str) -> tuple[str, list[Diagnostic]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), [_note(f"{file} is read as UTF-16", file)]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        says = f"{file} is no UTF-8; it is read as Windows-1252"
        cure = "look at letters with accents, or save it as CSV UTF-8"
        return data.decode("cp1252", "replace"), [_note(says, file, cure)]


def _delimiter(text: str) -> str:
    """What stands between the cells: what the first line has most of."""
    first = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=lambda sign: (first.count(sign), sign == ","))


def _unquoted(text: str) -> str:
    """Words without the mark that keeps a spreadsheet from taking them for a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text


def _note(says: str, file: str, cure: str = "") -> Diagnostic:
    return Diagnostic("table-read", says, Place(file), cure, severity=NOTE)
