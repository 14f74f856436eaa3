"""Sheets made into deals: a row a deal, and the records of its lists from its own columns
(`parties.1.name`) or from a sheet of the list's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted, refuse_errors
from drafter.questionnaire.model import Question, Questionnaire
from drafter.tables.columns import table_faults
from drafter.tables.deal_row import DealRow
from drafter.tables.model import AGREEMENTS, ID, ITEM, Sheet, TableDeal, cell_fault
from drafter.tables.special_terms import columns_of


def deals_of(
    sheets: Sequence[Sheet], questionnaire: Questionnaire, precedent: str = ""
) -> list[TableDeal]:
    """The deals of a table; `precedent` is that of rows that name none.

    What is wrong with one row stands in its deal. Raises `Refused` for what is wrong with the
    table itself: columns that are nothing, rows that belong to no deal.
    """
    main = _main(sheets)
    refuse_errors([*table_faults(sheets, main, questionnaire)])
    deals = [DealRow(main, row, cells, questionnaire, precedent) for row, cells in main.rows]
    by_id = _by_id(main, deals)
    for one in sheets:
        if one is not main:
            _put_records(one, columns_of(questionnaire)[one.name], by_id)
    return [deal.made() for deal in deals]


def _main(sheets: Sequence[Sheet]) -> Sheet:
    """The sheet with a deal a row."""
    named = [one for one in sheets if one.name.strip().lower() == AGREEMENTS]
    if named or len(sheets) == 1:
        return (named or list(sheets))[0]
    says = f"no sheet is called `{AGREEMENTS}`"
    place, cure = sheets[0].place if sheets else None, "name the sheet with a deal a row so"
    raise Refused([Diagnostic("not-a-table", says, place, cure)])


def _by_id(main: Sheet, deals: Sequence[DealRow]) -> dict[str, DealRow]:
    """The deals by their ids. Raises `Refused` where two have one."""
    by_id: dict[str, DealRow] = {}
    faults = []
    for deal in deals:
        if deal.id in by_id:
            says = f"rows {by_id[deal.id].row} and {deal.row} both are {quoted(deal.id)}"
            faults.append(cell_fault(says, main.at(deal.row, 0), f"give each row its own `{ID}`"))
        if deal.id:
            by_id[deal.id] = deal
    refuse_errors(faults)
    return by_id


def _put_records(sheet: Sheet, question: Question, by_id: Mapping[str, DealRow]) -> None:
    """The rows of a list's sheet, each put into its deal. Raises `Refused` for what has none."""
    faults = []
    for row, cells in sheet.rows:
        words = {column: cell.text for _, column, cell in sheet.cells(cells)}
        deal = by_id.get(words.get(ID, ""))
        if deal is None:
            says = f"no row of `{AGREEMENTS}` is {quoted(words.get(ID, ''))}"
            faults.append(
                cell_fault(says, sheet.at(row, 0), did_you_mean(words.get(ID, ""), by_id))
            )
            continue
        for index, column, cell in sheet.cells(cells):
            if column not in (ID, ITEM):
                path = (question.id, words.get(ITEM, ""), column)
                deal.put(path, cell, question.fields[column], sheet.at(row, index))
    refuse_errors(faults)
