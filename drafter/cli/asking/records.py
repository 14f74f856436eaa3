"""A list of records at the terminal: the list shows itself growing; add, edit, copy, remove.

Each field is saved when it is typed, so that nothing but the line being typed can be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.cli.asking.address_book import book_lines, keep_in_book, take_from_book
from drafter.cli.asking.fields import PARTED, fill
from drafter.cli.asking.reading import TypedLine
from drafter.cli.asking.record_table import mend
from drafter.cli.asking.rows import (
    add_rows,
    first_lacking,
    holds_all,
    is_full,
    row_lines,
    tell_records,
)
from drafter.intake.form import Form
from drafter.intake.model import UNKNOWN, Asked
from drafter.intake.records import (
    fields_in_order,
    lacking,
    name_of,
    naming,
    new_id,
    records_of,
    rename,
)
from drafter.questionnaire.model import Question

KEYS = (
    "a add",
    "e 2 edit",
    "c 2 copy",
    "x 2 remove",
    "m 2 1 move",
    "n 2 short-name",
    "done",
    ":k not known",
    "? why",
)


def ask_records(session: TypedLine, asked: Asked) -> None:
    """The records of a list, until the person is done with it."""
    question, start = asked.question, session.form
    while True:
        session.talk.lines(_hub(session, question))
        text = session.talk.line()
        if text.casefold() == "done":
            if _is_done(session, question):
                _leave(session, question, start)
                return
        elif PARTED in text and not text.startswith(":"):
            add_rows(session, question, text)
            if holds_all(session, question):
                _leave(session, question, start)
                return
        elif _changes(session, question, text):
            if text.startswith("b") and holds_all(session, question):
                _leave(session, question, start)
                return
        elif text and not text.startswith((":", "?", "*")):
            session.refuse(f"`{text}` changes no list. Keys: {', '.join(KEYS)}.")
        elif session.typed(text, asked, ()) is UNKNOWN and _is_unknown(session, question):
            return


def _is_unknown(session: TypedLine, question: Question) -> bool:
    """Whether a list is said to be not known, which takes no record away and no draft."""
    precedent, held = session.form.precedent, len(records_of(session.form, question.id))
    if held:
        session.refuse(f"The list holds {held}: x 1 removes one, done leaves the list as it is.")
        return False
    if precedent and question.id in precedent.essential:
        session.refuse("No draft is made without it; :q stops here, and all of it is saved.")
        return False
    return session.put(question.id, UNKNOWN)


def _leave(session: TypedLine, question: Question, start: Form) -> None:
    tell_records(session, question, start)
    keep_in_book(session, question)


def _add(session: TypedLine, question: Question) -> None:
    """A new record: its fields asked, then what a table of it still mends."""
    if is_full(session, question):
        return
    first = [*question.asked_first] or fields_in_order(question)
    id = fill(session, question, new_id(session.form, question), {}, first)
    if question.asked_first and lacking(session.form, question, id):
        mend(session, question, id)


def _hub(session: TypedLine, question: Question) -> Iterator[str]:
    form, look = session.form, session.look
    for number, id in enumerate(records_of(form, question.id), 1):
        name = name_of(form, question.id, id)
        left = lacking(form, question, id)
        state = f"to answer: {', '.join(left)}" if left else "complete"
        yield from look.wrapped(f"  {number:>2}  {name}   {state}", "      ")
    yield from book_lines(session, question)
    yield from row_lines(session, question)
    count = f"{len(records_of(form, question.id))} so far"
    least = f"; at least {question.at_least}" if question.at_least else ""
    yield from look.wrapped(f"{count}{least}.")
    yield from look.keys(KEYS, "Keys: ")


def _is_done(session: TypedLine, question: Question) -> bool:
    records = records_of(session.form, question.id)
    if len(records) < question.at_least:
        session.refuse(f"At least {question.at_least} are needed; there are {len(records)}.")
        return False
    for number, id in enumerate(records, 1):
        if first := first_lacking(session, question, id):
            session.refuse(
                f"{number} lacks: {', '.join(first)}. Type e {number} to answer; there "
                ":k says that it is not known yet."
            )
            return False
    if not records and not session.put(question.id, "none"):
        return False
    faults = session.form.asked[question.id].faults
    if faults:
        session.refuse(f"{faults[0].says}. {faults[0].cure}".strip())
    return not faults


# --- changes ----------------------------------------------------------------------------------


def _changes(session: TypedLine, question: Question, text: str) -> bool:
    """Carry out a change of the list; False where the line is none."""
    match = re.fullmatch(r"(a)|([becxmn]) ?(\d{1,3})(?: (.*))?", text.casefold(), re.ASCII)
    if match is None:
        return False
    ids = list(records_of(session.form, question.id))
    if match[1]:
        _add(session, question)
    elif match[2] == "b":
        take_from_book(session, question, match[3])
    elif match[2] == "c" and is_full(session, question):
        pass
    elif not 1 <= int(match[3]) <= len(ids):
        session.refuse(f"There is no line {match[3]} in the list.")
    else:
        _change(session, question, match[2], ids[int(match[3]) - 1], match[4] or "")
    return True


def _change(session: TypedLine, question: Question, key: str, id: str, rest: str) -> None:
    """Edit, copy, remove, call or move one record."""
    record = records_of(session.form, question.id)[id]
    match key:
        case "e":
            _edit(session, question, id, rest)
        case "c":
            order = fields_in_order(question)
            fill(session, question, new_id(session.form, question), record, order)
        case "x":
            _remove(session, question, id)
        case "n":
            _call(session, question, id, rest)
        case _:
            _move(session, question, id, rest)


def _edit(session: TypedLine, question: Question, id: str, rest: str) -> None:
    """All fields of a record as a table, or one of them."""
    if not rest:
        mend(session, question, id)
    elif rest in question.fields:
        fill(session, question, id, {}, [rest])
    else:
        session.refuse(f"`{rest}` is no field. Fields: {', '.join(question.fields)}.")


def _call(session: TypedLine, question: Question, id: str, short_name: str) -> None:
    """Another short name; what names the record names it still."""
    try:
        session.move(rename(session.form, question.id, id, short_name))
        session.talk.say(f"Its short name is {short_name}.")
    except ValueError as fault:
        session.refuse(f"{fault}. Type n, the line and the name, such as n 2 maison-v.")


def _move(session: TypedLine, question: Question, id: str, place: str) -> None:
    records = records_of(session.form, question.id)
    if not place.isdigit() or not 1 <= int(place) <= len(records):
        session.refuse("Type m, the line and its new place, such as m 2 1.")
        return
    ids = [one for one in records if one != id]
    ids.insert(int(place) - 1, id)
    session.move(session.answered({question.id: {one: records[one] for one in ids}}))


def _remove(session: TypedLine, question: Question, id: str) -> None:
    """A record that other answers name goes only after its name is typed."""
    records = records_of(session.form, question.id)
    name = name_of(session.form, question.id, id)
    named = list(naming(session.form, question.id, id))
    if named:
        more = f" and {len(named) - 5} more" if len(named) > 5 else ""
        many = "answer names" if len(named) == 1 else "answers name"
        session.talk.lines(
            session.look.wrapped(
                f"{len(named)} {many} {name}: {', '.join(named[:5])}{more}. To remove it, type its "
                "name; then they wait for a new answer. Enter keeps it."
            )
        )
        if session.talk.line() not in (name, id):
            session.talk.say("Kept.")
            return
    del records[id]
    session.move(session.answered({question.id: records or None}))
    session.talk.lines(session.look.wrapped(f"Removed: {name}. :u takes it back."))
