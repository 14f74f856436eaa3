"""A workbook to be filled in: a column a question, explained, with its options to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafter.conditions.source import source
from drafter.library.model import ClauseLibrary, Precedent
from drafter.questionnaire.model import Question
from drafter.tables.model import AGREEMENTS, ID, ITEM, NONE, PRECEDENT, UNKNOWN_YET
from drafter.tables.special_terms import SPECIAL_TERMS, columns_of
from drafter.tables.writing import empty_book, put, saved

ROWS = 500  # that have drop-down lists
_NARROW, _WIDE = 18, 34  # characters


def header(library: ClauseLibrary, precedent: Precedent) -> bytes:
    """The workbook for deals of a precedent: what to do, a sheet for the deals, one for each list,
    what each question asks, and the options."""
    known = library.questionnaire.questions
    questions = [question for name, question in known.items() if name in precedent.asks]
    plain = [one for one in questions if not one.fields]
    lists = [
        *(one for one in questions if one.fields),
        columns_of(library.questionnaire)[SPECIAL_TERMS],
    ]
    columns = {AGREEMENTS: ([ID, PRECEDENT], plain)}
    columns |= {one.id: ([ID, ITEM], list(one.fields.values())) for one in lists}
    book = empty_book()
    put(book, "read me", [[line] for line in _read_me(precedent, lists)])
    book["read me"].column_dimensions["A"].width = 100
    options = _Options([one for _, fields in columns.values() for one in fields])
    for name, (own, fields) in columns.items():
        sheet = put(book, name, [[*own, *(one.id for one in fields)]])
        _explain(sheet, own, fields, options)
    put(book, "questions", list(_explained(columns)))
    options.put_into(book)
    return saved(book)


def _read_me(precedent: Precedent, lists: Sequence[Question]) -> Iterator[str]:
    yield f"{precedent.title}: a deal a row"
    yield f"Give each row of `{AGREEMENTS}` an id of its own that begins with a letter: A-0012."
    yield f"The column {PRECEDENT} says which agreement it is: {precedent.id}."
    if lists:
        named = ", ".join(one.id for one in lists)
        yield f"Parties and other lists have sheets of their own ({named}): a record a row, with "
        yield f"the id of its deal and, in {ITEM}, a short name of its own: north."
    yield f"An empty cell is no answer. {UNKNOWN_YET} says that it is not known yet, {NONE} that "
    yield "there is none. Several options stand in one cell with commas between them."
    yield "A question is asked only in some deals; what is not asked is set aside, and told."
    yield "Columns whose name begins with _ are passed over."
    yield "Then: drafter batch THIS-FILE.xlsx -o FOLDER"


class _Options:
    """The options of every choice, a column each in a sheet of their own: a drop-down list that
    names them there is not cut off, however many there are."""

    def __init__(self, questions: Sequence[Question]) -> None:
        chosen = (one for one in questions if one.options and not one.kind.sort.several)
        self._of = {one.id: [option.label for option in one.options] for one in chosen}
        yes_no = (one for one in questions if one.kind.sort.lines and not one.options)
        self._of |= {one.id: [line.label for line in one.kind.sort.lines] for one in yes_no}

    def range(self, question: str) -> str:
        """Where the options of a question stand; empty where it has none to choose from."""
        from openpyxl.utils import get_column_letter

        if question not in self._of:
            return ""
        letter = get_column_letter(list(self._of).index(question) + 1)
        return f"lists!${letter}$2:${letter}${len(self._of[question]) + 1}"

    def put_into(self, book: Any) -> None:
        """The sheet of options."""
        longest = max(map(len, self._of.values()), default=0)
        columns = [[name, *options] + [""] * (longest - len(options))
                   for name, options in self._of.items()]  # fmt: skip
        put(book, "lists", list(zip(*columns, strict=True)))


def _explain(sheet: Any, own: Sequence[str], fields: Sequence[Question], options: _Options) -> None:
    """Notes on the columns, their width, and what may be chosen in them."""
    from openpyxl.comments import Comment
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for index, one in enumerate(fields, len(own) + 1):
        letter = get_column_letter(index)
        sheet.cell(1, index).comment = Comment(_note(one), "drafter", width=340, height=140)
        sheet.column_dimensions[letter].width = _WIDE if one.kind.sort.free else _NARROW
        if found := options.range(one.id):
            choice = DataValidation(type="list", formula1=found, allow_blank=True)
            choice.showErrorMessage = False  # ? and (none) may stand too
            choice.add(f"{letter}2:{letter}{ROWS}")
            sheet.add_data_validation(choice)
        for row in range(2, ROWS + 1):
            sheet.cell(row, index).number_format = "@"


def _note(question: Question) -> str:
    return "\n".join(filter(None, (question.asks, question.help, _wanted(question))))


def _wanted(question: Question) -> str:
    several = "several, with commas between them: " if question.kind.sort.several else ""
    if question.options:
        return several + ", ".join(one.id for one in question.options)
    return several + (question.kind.sort.wanted_typed or question.kind.sort.wanted)


def _explained(
    columns: Mapping[str, tuple[Sequence[str], Sequence[Question]]],
) -> Iterator[list[str]]:
    """What each column asks, what may stand in it, and when it is asked."""
    yield ["sheet", "column", "asks", "what may stand there", "asked when", "help"]
    for name, (_, fields) in columns.items():
        for one in fields:
            when = source(one.ask_when) if one.ask_when else "always"
            yield [name, one.id, one.asks, _wanted(one), when, one.help]
