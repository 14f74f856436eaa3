"""A deal while it is put together from the cells of its row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic, Place, did_you_mean, quoted
from drafter.kinds import NotAValue, read_typed
from drafter.kinds.picking import Ambiguous, Candidate
from drafter.questionnaire.model import Question, Questionnaire
from drafter.tables.model import (
    ID,
    NONE,
    PRECEDENT,
    UNKNOWN_YET,
    Cell,
    Sheet,
    TableDeal,
    cell_fault,
)
from drafter.tables.special_terms import SPECIAL_TERMS, columns_of

_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,59}")
_NUMBER = re.compile(r"\d{1,3}")


@dataclass(slots=True)
class DealRow:
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
            question = columns_of(self.questionnaire).get(name)
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
        is_term = path[0] == SPECIAL_TERMS  # which stands beside the answers
        self.places[(*path,) if is_term else ("answers", *path, "")] = place
        if cell.says:
            self._note(cell.says, place, cell.cure)
        elif cell.text == UNKNOWN_YET:
            self.unknown.append(".".join(path))
        else:
            try:
                self._answer(path, _typed(cell.text, question))
            except (NotAValue, Ambiguous) as fault:
                self._note(f"`{'.'.join(path)}`: {fault.says}", place, _cure(fault))

    def made(self) -> TableDeal:
        """The deal."""
        answers = {name: one for name, one in self.answers.items() if name != SPECIAL_TERMS}
        record: dict[str, Any] = {"precedent": self.precedent, "answers": answers}
        if SPECIAL_TERMS in self.answers:
            record[SPECIAL_TERMS] = self.answers[SPECIAL_TERMS]
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
        one = columns_of(self.questionnaire)[name].kind.one or "record"
        return f"{one}-{int(item)}" if _NUMBER.fullmatch(item) else item

    def _take_id(self, text: str, place: Place) -> None:
        if _ID.fullmatch(text):
            self.id = text
            return
        says = (
            f"{quoted(text)} cannot name a deal: a spreadsheet changes ids that look like numbers"
        )
        self._note(says, place, "begin it with a letter: A-0012")

    def _note(self, says: str, place: Place, cure: str) -> None:
        self.faults.append(cell_fault(says, place, cure))


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


def _cure(fault: NotAValue | Ambiguous) -> str:
    if isinstance(fault, Ambiguous):
        return f"write which: {' or '.join(one.label for one in fault.readings)}"
    return fault.cure
