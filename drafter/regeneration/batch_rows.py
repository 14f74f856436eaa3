"""What a batch is to draft: answers files, and tables with a deal record in each line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.diagnostics import Diagnostic, Place, Refused, told_by
from drafter.input_files import read_input
from drafter.questionnaire.answers_file import LARGEST_FILE, read_answers_file
from drafter.questionnaire.record import Places

TABLE = ".jsonl"
LARGEST_TABLE = 500_000_000  # bytes


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One deal of a batch: an answers file, or a line of a table. `line` counts from 1; 0 for a
    file. `data` are the bytes as they stand."""

    source: str
    line: int
    data: bytes

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.source, max(1, self.line))

    def record(self) -> tuple[dict[str, Any], Places]:
        """The deal record, and where its values stand. Raises `Refused`."""
        if not self.line:
            return read_answers_file(Path(self.source), self.data)
        try:
            record = json.loads(self.data, object_pairs_hook=self._once, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            note = told_by("JSON parser", error)
            raise Refused([self._fault("this line is no JSON", note)]) from None
        if not isinstance(record, dict):
            raise Refused([self._fault("this line is no deal record")])
        return record, _Everywhere(self.place)

    def name(self) -> str:
        """The words that its file is called by: those of the answers file, or the parties."""
        if not self.line:
            path = Path(self.source)
            return path.stem if path.stem != "answers" else path.absolute().parent.name
        try:
            record, _ = self.record()
            parties = record["answers"]["parties"].values()
            return " ".join(str(one.get("short_name") or one["name"]) for one in parties)
        except (Refused, LookupError, AttributeError, TypeError):
            return f"row {self.line}"

    def _once(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        known: dict[str, Any] = {}
        for key, value in pairs:
            if key in known:
                raise Refused([self._fault(f"`{key}` stands twice in one record")])
            known[key] = value
        return known

    def _fault(self, says: str, *notes: str) -> Diagnostic:
        cure = 'write {"precedent": …, "answers": {…}}'
        return Diagnostic("table-row", says, self.place, cure, notes)


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


class _Everywhere(Mapping[tuple[str, ...], Place]):
    """All values of a line stand in that line."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def __getitem__(self, path: tuple[str, ...]) -> Place:
        return self._place

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(())

    def __len__(self) -> int:
        return 1


def read_rows(sources: Iterable[Path]) -> list[BatchRow]:
    """Every deal of these files; empty lines of a table are none. Raises `Refused`."""
    rows: list[BatchRow] = []
    faults: list[Diagnostic] = []
    for path in dict.fromkeys(sources):
        try:
            data = read_input(path, "answers-file", LARGEST_TABLE)
        except Refused as refused:
            faults += refused.diagnostics
            continue
        rows += _lines(path, data) if path.suffix == TABLE else [BatchRow(path.as_posix(), 0, data)]
    if faults:
        raise Refused(faults)
    return rows


def _lines(path: Path, data: bytes) -> Iterator[BatchRow]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if line.strip():
            yield BatchRow(path.as_posix(), number, line[: LARGEST_FILE + 1])
