"""A file of deals read into sheets, by what it is."""

from __future__ import annotations

from drafter.diagnostics import Diagnostic
from drafter.tables.csv_sheet import read_csv
from drafter.tables.model import Sheet
from drafter.tables.workbook import read_workbook

ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm")


def read_sheets(data: bytes, file: str) -> tuple[list[Sheet], list[Diagnostic]]:
    """The sheets of a .csv or a workbook, and notes on how it was read. Raises `Refused`."""
    if file.lower().endswith((".xlsx", ".xlsm")):
        return read_workbook(data, file), []
    sheet, told = read_csv(data, file)
    return [sheet], told
