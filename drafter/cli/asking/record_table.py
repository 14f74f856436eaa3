"""One record as a table of its fields: a number changes a field or asks it, Enter goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.cli.asking.commands import command
from drafter.cli.asking.fields import answer_field, field_asked, fill
from drafter.cli.asking.reading import TypedLine
from drafter.intake.answer_text import how_given, print_answer
from drafter.intake.records import fields_in_order, lacking, name_of
from drafter.questionnaire.model import Question

_NEXT = re.compile(r"\s*;\s*(?=\d{1,2}(?:\s|$))")


def mend(session: TypedLine, question: Question, id: str) -> str:
    """Show a record until the person goes on, or until it is complete after a line. Its id."""
    while True:
        session.talk.lines(_table(session, question, id))
        text = session.talk.line()
        if text in ("", ":b"):
            return id
        if text.startswith(":"):
            command(session, text, None)
            continue
        if not text[0].isdigit():
            session.refuse(f"`{text}` changes no field: begin with its number.")
            continue
        for part in _NEXT.split(text):
            id = _change(session, question, id, part)
        if not lacking(session.form, question, id):
            return id


def _change(session: TypedLine, question: Question, id: str, part: str) -> str:
    """`6 words` answers a field, `6` asks it."""
    number, _, words = part.partition(" ")
    order = fields_in_order(question)
    if not (number.isdigit() and 1 <= int(number) <= len(order)):
        session.refuse(f"Fields are numbered 1 to {len(order)}; there is no {number}.")
        return id
    name = order[int(number) - 1]
    if not words.strip():
        return fill(session, question, id, {}, [name])
    one = field_asked(session, question, id, name)
    answer_field(session, one, words.strip(), echo=True)
    return id


def _table(session: TypedLine, question: Question, id: str) -> Iterator[str]:
    form, look = session.form, session.look
    yield from look.wrapped(f"{name_of(form, question.id, id)}:")
    for number, name in enumerate(fields_in_order(question), 1):
        words = f"{number:>4}  {question.fields[name].asks} {_stands(session, question, id, name)}"
        yield from look.wrapped(words, "      ")
    keys = ("Enter goes on", "6 WORDS answers a field", "6 A; 7 B two of them", "6 asks it")
    yield from look.keys(keys)


def _stands(session: TypedLine, question: Question, id: str, name: str) -> str:
    one = field_asked(session, question, id, name)
    if one.is_unknown:
        return "not known yet"
    if one.asked.answer is None:
        return "[may stay blank]" if question.fields[name].optional else "[to answer]"
    how = how_given(session.form, f"{question.id}.{id}.{name}")
    words = print_answer(session.form, question.fields[name], one.asked.answer)
    return f"{words} ({how})" if how else words
