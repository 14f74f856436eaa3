"""Workbooks written: every cell as text, so that no spreadsheet takes an answer for a number or a
formula. The same rows give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from drafter.ooxml.workbook import dateless


def workbook(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """A workbook of these sheets, the first row of each its columns."""
    book = empty_book()
    for name, rows in sheets.items():
        put(book, name, rows)
    return saved(book)


def put(book: Any, name: str, rows: Sequence[Sequence[str]]) -> Any:
    """A sheet of text cells, its columns in bold and always in sight."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(name)
    for number, row in enumerate(rows, 1):
        for index, words in enumerate(row, 1):
            cell = sheet.cell(number, index)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", words) or None
            cell.data_type, cell.number_format = "s", "@"
            cell.alignment = Alignment(vertical="top", wrap_text=len(words) > 40)
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    return sheet


def empty_book() -> Any:
    """A workbook without a sheet."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "drafter"
    return book


def saved(book: Any) -> bytes:
    """The bytes of a workbook."""
    written = BytesIO()
    book.save(written)
    return dateless(written.getvalue())
