"""Records typed as rows: `;` parts the fields of a record, `|` one record from the next."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.cli.asking.fields import row
from drafter.cli.asking.reading import TypedLine
from drafter.diagnostics import so_many
from drafter.intake.form import Form
from drafter.intake.records import fields_in_order, lacking, new_id, records_of
from drafter.questionnaire.model import Question

ROWS_PARTED = "|"
PARTIES = "parties"


def add_rows(session: TypedLine, question: Question, text: str) -> None:
    """A new record for each row of a line."""
    for one in text.split(ROWS_PARTED):
        if one.strip() and not is_full(session, question):
            row(session, question, new_id(session.form, question), one, fields_in_order(question))


def row_lines(session: TypedLine, question: Question) -> Iterator[str]:
    """What a row holds, in its order."""
    fields = [name.replace("_", " ") for name in fields_in_order(question)]
    yield from session.look.wrapped(f"A row: {'; '.join(fields)}", "  ")


def is_full(session: TypedLine, question: Question) -> bool:
    """Whether no record can be added, which is told."""
    count = len(records_of(session.form, question.id))
    if question.at_most is not None and count >= question.at_most:
        session.refuse(f"At most {question.at_most} can be given.")
        return True
    return False


def holds_all(session: TypedLine, question: Question) -> bool:
    """Whether these are all the parties that the agreement takes."""
    precedent, records = session.form.precedent, records_of(session.form, question.id)
    most = precedent.most_parties if precedent and question.id == PARTIES else None
    left = any(first_lacking(session, question, id) for id in records)
    return len(records) == most and not left and not session.form.faults_of(question.id)


def first_lacking(session: TypedLine, question: Question, id: str) -> list[str]:
    """What a record lacks of what no list goes on without."""
    left = lacking(session.form, question, id)
    return [name for name in left if name in (question.asked_first or left)]


def tell_records(session: TypedLine, question: Question, start: Form) -> None:
    """What a list did, and what of it is left for later."""
    records = records_of(session.form, question.id)
    one = question.kind.one.replace("_", " ")
    session.tell(start, so_many(len(records), f"{one} record"))
    for number, id in enumerate(records, 1):
        if left := lacking(session.form, question, id):
            session.left.add(question.id)
            says = f"Of {number}, to answer later and blank until then: {', '.join(left)}."
            session.talk.lines(session.look.wrapped(says))
