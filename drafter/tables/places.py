"""Where the answers of a table's row stand: each in its cell, the rest in the row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.diagnostics import Place


class CellPlaces(Mapping[tuple[str, ...], Place]):
    """The places of one row; what has no cell of its own stands in the row."""

    def __init__(self, cells: Mapping[tuple[str, ...], Place], row: Place) -> None:
        self._cells = {_plain(path): place for path, place in cells.items()}
        self._row = row

    def __getitem__(self, path: tuple[str, ...]) -> Place:
        return self._cells.get(_plain(path), self._row)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells) + 1  # and the row itself


def _plain(path: tuple[str, ...]) -> tuple[str, ...]:
    """The way to an answer, whether its name or its value is meant."""
    return tuple(step for step in path if step)
