"""A table as frozen values: sheets of named columns, rows of cells, deals made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic, Place

AGREEMENTS = "agreements"
"""The sheet with one deal a row; each list of records has a sheet of its own, named as it is."""

ID, ITEM, PRECEDENT = "agreement_id", "item", "precedent"
"""Columns that are no questions: which deal, which record of a list, which precedent."""

UNKNOWN_YET, NONE = "?", "(none)"
"""What a cell says of an answer that is not known yet, and of a list without a record."""


class Cell(NamedTuple):
    """The words of a cell, or why it has none that can be read."""

    text: str
    says: str = ""
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its columns by name, and each row by its number. A file of one sheet names none."""

    file: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]

    @property
    def place(self) -> Place:
        """Where its columns are named."""
        return Place(self._called)

    def at(self, row: int, column: int) -> Place:
        """Where a cell stands; columns count from 0."""
        return Place(self._called, row, column + 1)

    def cells(self, row: tuple[Cell, ...]) -> Iterator[tuple[int, str, Cell]]:
        """The cells of a row that say something, each with its column's place and name."""
        for index, (column, cell) in enumerate(zip(self.columns, row, strict=False)):
            if column and not column.startswith("_") and (cell.text or cell.says):
                yield index, column, cell

    @property
    def _called(self) -> str:
        return f"{self.file}, {self.name}" if self.name else self.file


@dataclass(frozen=True, slots=True)
class TableDeal:
    """A deal of a table: its row and where that stands, its id, the deal record, where each answer
    stands, and what of it could not be read."""

    row: int
    place: Place
    id: str
    record: dict[str, Any]
    places: dict[tuple[str, ...], Place] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()


def cell_name(row: int, column: int) -> str:
    """What a spreadsheet calls a cell; columns count from 1.

    >>> cell_name(3, 28)
    'AB3'
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def cell_fault(says: str, place: Place | None, cure: str) -> Diagnostic:
    """A fault whose place is named as a spreadsheet names it."""
    where = cell_name(place.line, place.column) if place and place.line else ""
    return Diagnostic("table-cell", f"{where}: {says}" if where else says, place, cure)
