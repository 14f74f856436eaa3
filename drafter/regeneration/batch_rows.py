"""What a batch is to draft: answers files, and tables with a deal record in each line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic, Place, Refused, note_from
from drafter.input_files import read_input
from drafter.questionnaire.answers_file import LARGEST_FILE, read_answers_file
from drafter.questionnaire.model import Questionnaire
from drafter.questionnaire.record import Places
from drafter.tables.deals import deals_of
from drafter.tables.model import Sheet
from drafter.tables.places import CellPlaces
from drafter.tables.reading import ENDINGS, read_sheets

TABLE = ".jsonl"
LARGEST_TABLE = 500_000_000  # bytes


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One deal of a batch: an answers file, or a row of a table. `line` counts from 1; 0 for a
    file. `data` are its words: those of the file or line, of a spreadsheet's row the deal record.
    `cells` say where the answers of a spreadsheet stand, `faults` what of it could not be read;
    `id` is what the table calls the deal."""

    source: str
    line: int
    data: bytes
    cells: Places | None = None
    faults: tuple[Diagnostic, ...] = ()
    id: str = ""

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.source, max(1, self.line))

    def record(self) -> tuple[dict[str, Any], Places]:
        """The deal record, and where its values stand. Raises `Refused`."""
        if not self.line:
            return read_answers_file(Path(self.source), self.data)
        if self.faults:
            raise Refused(self.faults)
        try:
            record = json.loads(self.data, object_pairs_hook=self._once, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            note = note_from("JSON parser", error)
            raise Refused([self._fault("this line is no JSON", note)]) from None
        if not isinstance(record, dict):
            raise Refused([self._fault("this line is no deal record")])
        return record, self.cells or CellPlaces({}, self.place)

    def name(self) -> str:
        """The words that its file is called by: those of the answers file, or the parties."""
        if self.id:
            return self.id
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


@dataclass(frozen=True, slots=True)
class Batch:
    """The deals of a batch, the sheets of each table that has some, and notes on how they were
    read."""

    rows: tuple[BatchRow, ...]
    sheets: Mapping[str, Sequence[Sheet]] = field(default_factory=dict)
    told: tuple[Diagnostic, ...] = ()


def read_batch(sources: Iterable[Path], questionnaire: Callable[[], Questionnaire]) -> Batch:
    """Every deal of these files; empty lines of a table are none. The questionnaire is asked for
    where a spreadsheet's columns are to be read. Raises `Refused`."""
    rows: list[BatchRow] = []
    faults: list[Diagnostic] = []
    told: list[Diagnostic] = []
    tables: dict[str, list[Sheet]] = {}
    for path in dict.fromkeys(sources):
        try:
            data = read_input(path, "answers-file", LARGEST_TABLE)
            if path.suffix.lower() in ENDINGS:
                tables[path.as_posix()], notes = read_sheets(data, path.as_posix())
                told += notes
                rows += _table_rows(path, tables[path.as_posix()], questionnaire())
            elif path.suffix == TABLE:
                rows += _lines(path, data)
            else:
                rows.append(BatchRow(path.as_posix(), 0, data))
        except Refused as refused:
            faults += refused.diagnostics
    if faults:
        raise Refused(faults)
    return Batch(tuple(rows), tables, tuple(told))


def _table_rows(
    path: Path, sheets: Sequence[Sheet], questionnaire: Questionnaire
) -> Iterator[BatchRow]:
    for deal in deals_of(sheets, questionnaire):
        record = json.dumps(deal.record, ensure_ascii=False).encode()
        places = CellPlaces(deal.places, deal.place)
        yield BatchRow(path.as_posix(), deal.row, record, places, deal.faults, deal.id)


def _lines(path: Path, data: bytes) -> Iterator[BatchRow]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if line.strip():
            yield BatchRow(path.as_posix(), number, line[: LARGEST_FILE + 1])
