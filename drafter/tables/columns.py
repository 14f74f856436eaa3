"""The columns of a table held against the questionnaire: each is a question or a field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.diagnostics import Diagnostic, did_you_mean, quoted
from drafter.questionnaire.model import Question, Questionnaire
from drafter.tables.model import ID, ITEM, PRECEDENT, Sheet, cell_fault
from drafter.tables.special_terms import columns_of


def table_faults(
    sheets: Sequence[Sheet], main: Sheet, questionnaire: Questionnaire
) -> Iterator[Diagnostic]:
    """What is wrong with a table before a row is read; `main` is the sheet with a deal a row."""
    known = columns_of(questionnaire)
    yield from _column_faults(main, known)
    yield from _sheet_faults(sheets, main, known)
    for sheet in sheets:
        if sheet is not main and sheet.name in known:
            yield from _list_column_faults(sheet, known[sheet.name])


def _column_faults(sheet: Sheet, questions: Mapping[str, Question]) -> Iterator[Diagnostic]:
    known = [ID, PRECEDENT, *questions]
    seen: set[str] = set()
    for index, column in enumerate(sheet.columns):
        name, *inside = column.split(".")
        question = questions.get(name)
        place = sheet.at(1, index)
        if column in seen:
            yield cell_fault(f"two columns are called {quoted(column)}", place, "keep one of them")
        seen |= {column} if column else set()
        if not column or column.startswith("_") or column in (ID, PRECEDENT):
            continue
        if question is None:
            says = f"no question is called {quoted(name)}"
            yield cell_fault(says, place, did_you_mean(name, known))
        elif question.fields and len(inside) != 2:
            says = f"`{name}` is a list: a column holds one field of one record"
            yield cell_fault(says, place, f"write {name}.1.{next(iter(question.fields))}")
        elif inside and (not question.fields or inside[1] not in question.fields):
            says = f"`{name}` has no field {quoted(inside[-1])}"
            yield cell_fault(says, place, did_you_mean(inside[-1], question.fields))


def _sheet_faults(
    sheets: Sequence[Sheet], main: Sheet, questions: Mapping[str, Question]
) -> Iterator[Diagnostic]:
    lists = [one.id for one in questions.values() if one.fields]
    for sheet in sheets:
        if sheet is not main and sheet.name not in lists:
            says = f"no list is called {quoted(sheet.name)}"
            yield cell_fault(says, sheet.place, did_you_mean(sheet.name, lists))


def _list_column_faults(sheet: Sheet, question: Question) -> Iterator[Diagnostic]:
    for needed in (ID, ITEM):
        if needed not in sheet.columns:
            yield cell_fault(f"the sheet has no column `{needed}`", sheet.place, "put one in")
    for index, column in enumerate(sheet.columns):
        if column and not column.startswith("_") and column not in (ID, ITEM, *question.fields):
            says = f"`{question.id}` has no field {quoted(column)}"
            cure = did_you_mean(column, [ID, ITEM, *question.fields])
            yield cell_fault(says, sheet.at(1, index), cure)
