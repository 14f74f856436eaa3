"""Parties from the address book of the workspace, and into it when they are first typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.cli.asking.fields import fill
from drafter.cli.asking.reading import TypedLine
from drafter.diagnostics import Refused
from drafter.intake.records import lacking, records_of
from drafter.questionnaire.model import Question


def book_lines(session: TypedLine, question: Question) -> Iterator[str]:
    """The parties of the book that are not in this deal yet, each with its number."""
    if question.id != session.book.list_name or not session.book.parties:
        return
    here = records_of(session.form, question.id)
    for number, (id, fields) in enumerate(session.book.parties.items(), 1):
        if id not in here:
            name = fields.get(question.kind.called) or id
            yield from session.look.wrapped(
                f" b {number:<2} {name}, from the address book", "      "
            )


def take_from_book(session: TypedLine, question: Question, number: str) -> None:
    """A party as the book has it; then what this deal asks of it besides."""
    ids = list(session.book.parties)
    if not (number.isdigit() and 1 <= int(number) <= len(ids)):
        session.refuse(f"The address book has no party {number}.")
        return
    id = ids[int(number) - 1]
    if id in records_of(session.form, question.id):
        session.refuse(f"`{id}` is a party of this deal already.")
        return
    kept = session.book.parties[id]
    fields = {name: kept[name] for name in question.fields if name in kept}
    here = records_of(session.form, question.id)
    after = session.answered({question.id: {**here, id: fields}})
    wrong = {name for name in fields if after.faults_of(f"{question.id}.{id}.{name}")}
    good = {name: value for name, value in fields.items() if name not in wrong}
    session.move(session.answered({question.id: {**here, id: good}}))
    session.talk.say(f"From the address book: {id}.")
    for name in [*wrong, *(one for one in kept if one not in question.fields)]:
        session.talk.lines(session.look.wrapped(f"  Not taken: {name}, which is no answer here."))
    fill(session, question, id, {}, lacking(session.form, question, id))


def keep_in_book(session: TypedLine, question: Question) -> None:
    """Put each party, and each field of one, that the book lacks into it; say what stands
    otherwise there, which stays."""
    if question.id != session.book.list_name or session.book.keep is None:
        return
    for id, record in records_of(session.form, question.id).items():
        fields = {one: record[one] for one in record if one not in question.of_the_deal}
        kept = session.book.parties.get(id, {})
        if fields.keys() - kept.keys():
            _keep(session, id, {**fields, **kept})
        if other := sorted(one for one in fields if kept.get(one, fields[one]) != fields[one]):
            says = f"The address book has {id} otherwise, and keeps it so: {', '.join(other)}."
            session.talk.lines(session.look.wrapped(says))


def _keep(session: TypedLine, id: str, fields: dict[str, Any]) -> None:
    try:
        assert session.book.keep is not None
        session.talk.say(f"Kept in the address book: {session.book.keep(id, fields)}.")
        session.book.parties[id] = fields
    except Refused as refused:
        says = f"Not kept in the address book: {refused.diagnostics[0].says}."
        session.talk.lines(session.look.wrapped(says))
