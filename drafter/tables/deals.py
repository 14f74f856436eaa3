"""Sheets made into deals: a row a deal, and the records of its lists from its own columns
(`parties.1.name`) or from a sheet of the list's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from drafter.diagnostics import Diagnostic, Place, Refused, did_you_mean, quoted
from drafter.kinds import NotAValue, read_typed
from drafter.kinds.picking import Ambiguous, Candidate
from drafter.questionnaire.model import Question, Questionnaire
from drafter.tables.model import (
    AGREEMENTS,
    ID,
    ITEM,
    NONE,
    PRECEDENT,
    UNKNOWN_YET,
    Cell,
    Sheet,
    TableDeal,
    cell_name,
)

_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,59}")
_NUMBER = re.compile(r"\d{1,3}")


def deals_of(
    sheets: Sequence[Sheet], questionnaire: Questionnaire, precedent: str = ""
) -> list[TableDeal]:
    """The deals of a table; `precedent` is that of rows that name none.

    What is wrong with one row stands in its deal. Raises `Refused` for what is wrong with the
    table itself: columns that are nothing, rows that belong to no deal.
    """
    main = _main(sheets)
    lists = [one for one in sheets if one is not main and one.name in questionnaire.questions]
    faults = [*_column_faults(main, questionnaire), *_sheet_faults(sheets, main, questionnaire)]
    for one in lists:
        faults += _list_column_faults(one, questionnaire.questions[one.name])
    if faults:
        raise Refused(faults)
    deals = [_Row(main, row, cells, questionnaire, precedent) for row, cells in main.rows]
    by_id = _by_id(main, deals)
    for one in lists:
        _put_records(one, questionnaire.questions[one.name], by_id)
    return [deal.made() for deal in deals]


def _main(sheets: Sequence[Sheet]) -> Sheet:
    """The sheet with a deal a row."""
    named = [one for one in sheets if one.name.strip().lower() == AGREEMENTS]
    if named or len(sheets) == 1:
        return (named or list(sheets))[0]
    says = f"no sheet is called `{AGREEMENTS}`"
    raise _refused(says, sheets[0].place if sheets else None, "name the sheet with a deal a row so")


# --- the table itself -----------------------------------------------------------------------------


def _column_faults(sheet: Sheet, questionnaire: Questionnaire) -> Iterator[Diagnostic]:
    known = [ID, PRECEDENT, *questionnaire.questions]
    seen: set[str] = set()
    for index, column in enumerate(sheet.columns):
        name, *inside = column.split(".")
        question = questionnaire.questions.get(name)
        place = sheet.at(1, index)
        if column in seen:
            yield _cell_fault(f"two columns are called {quoted(column)}", place, "keep one of them")
        seen |= {column} if column else set()
        if not column or column.startswith("_") or column in (ID, PRECEDENT):
            continue
        if question is None:
            says = f"no question is called {quoted(name)}"
            yield _cell_fault(says, place, did_you_mean(name, known))
        elif question.fields and len(inside) != 2:
            says = f"`{name}` is a list: a column holds one field of one record"
            yield _cell_fault(says, place, f"write {name}.1.{next(iter(question.fields))}")
        elif inside and (not question.fields or inside[1] not in question.fields):
            says = f"`{name}` has no field {quoted(inside[-1])}"
            yield _cell_fault(says, place, did_you_mean(inside[-1], question.fields))


def _sheet_faults(
    sheets: Sequence[Sheet], main: Sheet, questionnaire: Questionnaire
) -> Iterator[Diagnostic]:
    lists = [one.id for one in questionnaire.questions.values() if one.fields]
    for sheet in sheets:
        if sheet is not main and sheet.name not in lists:
            says = f"no list is called {quoted(sheet.name)}"
            yield _cell_fault(says, sheet.place, did_you_mean(sheet.name, lists))


def _list_column_faults(sheet: Sheet, question: Question) -> Iterator[Diagnostic]:
    for needed in (ID, ITEM):
        if needed not in sheet.columns:
            yield _cell_fault(f"the sheet has no column `{needed}`", sheet.place, "put one in")
    for index, column in enumerate(sheet.columns):
        if column and not column.startswith("_") and column not in (ID, ITEM, *question.fields):
            says = f"`{question.id}` has no field {quoted(column)}"
            cure = did_you_mean(column, [ID, ITEM, *question.fields])
            yield _cell_fault(says, sheet.at(1, index), cure)


def _by_id(main: Sheet, deals: Sequence[_Row]) -> dict[str, _Row]:
    """The deals by their ids. Raises `Refused` where two have one."""
    by_id: dict[str, _Row] = {}
    faults = []
    for deal in deals:
        if deal.id in by_id:
            says = f"rows {by_id[deal.id].row} and {deal.row} both are {quoted(deal.id)}"
            faults.append(_cell_fault(says, main.at(deal.row, 0), f"give each row its own `{ID}`"))
        if deal.id:
            by_id[deal.id] = deal
    if faults:
        raise Refused(faults)
    return by_id


def _put_records(sheet: Sheet, question: Question, by_id: Mapping[str, _Row]) -> None:
    """The rows of a list's sheet, each put into its deal. Raises `Refused` for what has none."""
    faults = []
    for row, cells in sheet.rows:
        words = {column: cell.text for _, column, cell in sheet.cells(cells)}
        deal = by_id.get(words.get(ID, ""))
        if deal is None:
            says = f"no row of `{AGREEMENTS}` is {quoted(words.get(ID, ''))}"
            faults.append(
                _cell_fault(says, sheet.at(row, 0), did_you_mean(words.get(ID, ""), by_id))
            )
            continue
        for index, column, cell in sheet.cells(cells):
            if column not in (ID, ITEM):
                path = (question.id, words.get(ITEM, ""), column)
                deal.put(path, cell, question.fields[column], sheet.at(row, index))
    if faults:
        raise Refused(faults)


# --- one deal -------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Row:
    """A deal while it is put together."""

    sheet: Sheet
    row: int
    cells: Sequence[Cell]
    questionnaire: Questionnaire
    precedent: str
    id: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    places: dict[tuple[str, ...], Place] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        for index, column, cell in self.sheet.cells(tuple(self.cells)):
            place = self.sheet.at(self.row, index)
            name, *inside = column.split(".")
            question = self.questionnaire.questions.get(name)
            if column == ID:
                self._take_id(cell.text, place)
            elif column == PRECEDENT:
                self.precedent = cell.text
                self.places[PRECEDENT, ""] = place
            elif question and inside:
                self.put((name, inside[0], inside[1]), cell, question.fields[inside[1]], place)
            elif question:
                self.put((name,), cell, question, place)

    def put(self, path: tuple[str, ...], cell: Cell, question: Question, place: Place) -> None:
        """Take in what a cell says of one question or field."""
        if len(path) > 1:
            path = (path[0], self._record(path[0], path[1]), path[2])
        self.places[("answers", *path, "")] = place
        if cell.says:
            self._told(cell.says, place, cell.cure)
        elif cell.text == UNKNOWN_YET:
            self.unknown.append(".".join(path))
        else:
            try:
                self._answer(path, _typed(cell.text, question))
            except (NotAValue, Ambiguous) as fault:
                says, cure = _said(fault)
                self._told(f"`{'.'.join(path)}`: {says}", place, cure)

    def made(self) -> TableDeal:
        """The deal."""
        record = {"precedent": self.precedent, "answers": self.answers}
        if self.unknown:
            record["unknown"] = self.unknown
        return TableDeal(
            self.row, self.sheet.at(self.row, 0), self.id, record, self.places, tuple(self.faults)
        )

    def _answer(self, path: tuple[str, ...], answer: Any) -> None:
        into = self.answers
        for step in path[:-1]:
            into = into.setdefault(step, {})
        into[path[-1]] = answer

    def _record(self, name: str, item: str) -> str:
        """The id of a record: as it is written, or made of its number."""
        one = self.questionnaire.questions[name].kind.one or "record"
        return f"{one}-{int(item)}" if _NUMBER.fullmatch(item) else item

    def _take_id(self, text: str, place: Place) -> None:
        if _ID.fullmatch(text):
            self.id = text
            return
        says = (
            f"{quoted(text)} cannot name a deal: a spreadsheet changes ids that look like numbers"
        )
        self._told(says, place, "begin it with a letter: A-0012")

    def _told(self, says: str, place: Place, cure: str) -> None:
        self.faults.append(_cell_fault(says, place, cure))


def _typed(text: str, question: Question) -> Any:
    """A cell's words as an answers file would have them."""
    if text.lower() == NONE:
        return "none"
    if question.kind.of:
        return text
    choices = [Candidate(one.id, one.label) for one in question.options]
    chosen = [one.id for one in choices if text.casefold() in (one.id, one.label.casefold())]
    if chosen:
        return chosen if question.kind.sort.several else chosen[0]
    if choices and not question.kind.sort.several and text.isdigit():
        raise NotAValue(f"{quoted(text)} is no option", did_you_mean(text, question.kind.options))
    return read_typed(text, question.kind, choices or question.kind.sort.lines)


def _said(fault: NotAValue | Ambiguous) -> tuple[str, str]:
    if isinstance(fault, Ambiguous):
        readings = " or ".join(one.label for one in fault.readings)
        return fault.says, f"write which: {readings}"
    return fault.says, fault.cure


def _cell_fault(says: str, place: Place | None, cure: str) -> Diagnostic:
    """A fault whose place is named as a spreadsheet names it."""
    where = cell_name(place.line, place.column) if place and place.line else ""
    return Diagnostic("table-cell", f"{where}: {says}" if where else says, place, cure)


def _refused(says: str, place: Place | None, cure: str) -> Refused:
    return Refused([Diagnostic("not-a-table", says, place, cure)])
