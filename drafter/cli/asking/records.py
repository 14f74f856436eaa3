"""A list of records at the terminal: the list shows itself growing; add, edit, copy, remove.

Each field is saved when it is typed, so that nothing but the line being typed can be lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from drafter.cli.asking import screens
from drafter.cli.asking.talk import Moved, Stopped
from drafter.cli.asking.words import choices, said
from drafter.conditions.model import Sort
from drafter.intake.model import UNKNOWN, Asked, Form, State
from drafter.questionnaire.model import Question

if TYPE_CHECKING:
    from drafter.cli.asking.session import Session

KEYS = (
    "a add", "e 2 edit", "c 2 copy", "x 2 remove", "m 2 1 move", "done", ":k not known", "? why",
)  # fmt: skip
Records = dict[str, dict[str, Any]]


def ask_records(session: Session, asked: Asked) -> None:
    """The records of a list, until the person is done with it."""
    question, start = asked.question, session.form
    while True:
        session.talk.lines(_hub(session, question))
        text = session.talk.line()
        if text.casefold() == "done":
            if _is_done(session, question):
                session.tell(start, f"{len(records_of(session.form, question.id))} "
                                    f"{question.kind.one.replace('_', ' ')} records")  # fmt: skip
                return
        elif _changes(session, question, text):
            continue
        elif text and not text.startswith((":", "?", "*")):
            session.refuse(f"`{text}` changes no list. Keys: {', '.join(KEYS)}.")
        elif session.typed(text, asked, ()) is UNKNOWN and session.put(question.id, UNKNOWN):
            return


def records_of(form: Form, name: str) -> Records:
    """The records of a list as they stand in the file."""
    value = form.data["answers"].get(name)
    records = value if isinstance(value, dict) else {}
    return {id: one if isinstance(one, dict) else {} for id, one in records.items()}


def _hub(session: Session, question: Question) -> Iterator[str]:
    form, look = session.form, session.look
    for number, (id, fields) in enumerate(records_of(form, question.id).items(), 1):
        name = str(fields.get(question.kind.called, id))
        left = _left(form, question, id)
        state = f"to answer: {', '.join(left)}" if left else "complete"
        yield from look.wrapped(f"  {number:>2}  {name}   {state}", "      ")
    count = f"{len(records_of(form, question.id))} so far"
    least = f"; at least {question.at_least}" if question.at_least else ""
    yield from look.wrapped(f"{count}{least}.")
    yield from look.keys(KEYS, "Keys: ")


def _left(form: Form, question: Question, id: str) -> list[str]:
    """The fields of a record that have no answer, or one that is at fault."""
    paths = form.asked[question.id].missing if question.id in form.asked else ()
    lacking = [path.removeprefix(f"{id}.") for path in paths if path.startswith(f"{id}.")]
    wrong = [name for name in question.fields if form.faults_of(f"{question.id}.{id}.{name}")]
    return list(dict.fromkeys(lacking + wrong))


def _is_done(session: Session, question: Question) -> bool:
    records = records_of(session.form, question.id)
    if len(records) < question.at_least:
        session.refuse(f"At least {question.at_least} are needed; there are {len(records)}.")
        return False
    for number, id in enumerate(records, 1):
        left = _left(session.form, question, id)
        if left:
            session.refuse(f"{number} lacks: {', '.join(left)}. Type e {number} to answer; there "
                           ":k says that it is not known yet.")  # fmt: skip
            return False
    if not records and not session.put(question.id, "none"):
        return False
    faults = session.form.asked[question.id].faults
    if faults:
        session.refuse(f"{faults[0].says}. {faults[0].cure}".strip())
    return not faults


# --- changes ----------------------------------------------------------------------------------


def _changes(session: Session, question: Question, text: str) -> bool:
    """Carry out a change of the list; False where the line is none."""
    match = re.fullmatch(r"(a)|([ecxm]) ?(\d{1,3})(?: (\w+))?", text.casefold(), re.ASCII)
    if match is None:
        return False
    records = records_of(session.form, question.id)
    ids = list(records)
    grows = match[1] or match[2] == "c"
    if grows and question.at_most is not None and len(ids) >= question.at_most:
        session.refuse(f"At most {question.at_most} can be given.")
        return True
    if match[1]:
        _fill(session, question, _new_id(question.kind.one, records), {})
        return True
    if not 1 <= int(match[3]) <= len(ids):
        session.refuse(f"There is no line {match[3]} in the list.")
        return True
    id = ids[int(match[3]) - 1]
    match match[2]:
        case "e":
            _fill(session, question, id, records[id], match[4] or "")
        case "c":
            _fill(session, question, _new_id(question.kind.one, records), records[id])
        case "x":
            _remove(session, question, id)
        case _:
            _move(session, question, id, match[4] or "")
    return True


def _move(session: Session, question: Question, id: str, place: str) -> None:
    records = records_of(session.form, question.id)
    if not place.isdigit() or not 1 <= int(place) <= len(records):
        session.refuse("Type m, the line and its new place, such as m 2 1.")
        return
    ids = [one for one in records if one != id]
    ids.insert(int(place) - 1, id)
    session.move(session.answered({question.id: {one: records[one] for one in ids}}))


def _remove(session: Session, question: Question, id: str) -> None:
    """A record that other answers name goes only after its name is typed."""
    records = records_of(session.form, question.id)
    name = str(records[id].get(question.kind.called, id))
    named = list(_naming(session.form, question.id, id))
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


def _naming(form: Form, list_name: str, id: str) -> Iterator[str]:
    """The answers that name a record."""
    questions = form.library.questionnaire.questions
    for name, value in form.data["answers"].items():
        question = questions.get(name)
        if question is None:
            continue
        if question.kind.of == list_name and value == id:
            yield name
        for record, fields in records_of(form, name).items():
            for field_name, one in fields.items():
                field = question.fields.get(field_name)
                if field is not None and field.kind.of == list_name and one == id:
                    yield f"{name}.{record}.{field_name}"


# --- the fields of one record -----------------------------------------------------------------


def _fill(
    session: Session, question: Question, id: str, start: dict[str, Any], only: str = ""
) -> None:
    """Ask each field; Enter keeps what stands. `:b` goes a field back."""
    ids = [*records_of(session.form, question.id)]
    number = ids.index(id) + 1 if id in ids else len(ids) + 1
    if only and only not in question.fields:
        session.refuse(f"`{only}` is no field. Fields: {', '.join(question.fields)}.")
        return
    session.talk.say(f"{question.kind.one.replace('_', ' ').capitalize()} {number}:")
    names, place = [only] if only else list(question.fields), 0
    while place < len(names):
        name = names[place]
        step = _field(session, question, id, name, start.get(name), place > 0)
        if step > 0 and name == question.kind.called:
            id = _renamed(session, question, id)
        place += step


def _field(
    session: Session, question: Question, id: str, name: str, start: Any, can_go_back: bool
) -> int:
    """Ask one field until it is answered: 1 for the next field, -1 for the one before."""
    field, path = question.fields[name], f"{question.id}.{id}.{name}"
    now = records_of(session.form, question.id).get(id, {}).get(name, start)
    unknown = path in session.form.data.get("unknown", ())
    lines = choices(session.form, field)
    asked = Asked(field, State.OPEN, now)
    session.talk.lines(_field_lines(session, asked, lines, unknown))
    while True:
        text = session.talk.line()
        if text == ":b" and can_go_back:
            return -1
        if text == ":q":
            raise Stopped
        if not text and (now is not None or unknown):
            if unknown or session.put(path, now):
                return 1
        elif text == "-" and field.optional:
            session.put(path, None)
            return 1
        elif text == "?":
            session.talk.lines(session.look.wrapped(field.why or field.help or question.why or
                                                    "The agreement prints it."))  # fmt: skip
        else:
            value = _typed(session, text, asked, lines)
            if value is not None and session.put(path, value):
                _understood(session, field, text, value)
                return 1


def _understood(session: Session, field: Question, text: str, value: Any) -> None:
    """How a line was read, where that is not what was typed."""
    if value is UNKNOWN:
        session.talk.say("  Saved: not known yet.")
    elif field.kind.sort not in (Sort.TEXT, Sort.LONG_TEXT):
        session.talk.lines(session.look.wrapped(f"  Saved: {said(session.form, field, value)}.",
                                                "  "))  # fmt: skip


def _typed(session: Session, text: str, asked: Asked, lines: Any) -> Any:
    """A line read as a field; turning away from two readings asks the field again."""
    if text.startswith(":") and not text.startswith("::"):
        return session.typed(text, asked, lines)
    try:
        return session.typed(text, asked, lines)
    except Moved:
        session.goal = ""
        return None


def _field_lines(session: Session, asked: Asked, lines: Any, unknown: bool) -> Iterator[str]:
    look, field = session.look, asked.question
    yield from look.wrapped(f"  {field.asks}" + (" - leaves it blank." if field.optional else ""),
                            "  ")  # fmt: skip
    yield from screens.choice_lines(lines, None, look)
    wanted = screens.wanted(field)
    if wanted and not lines and field.kind.sort is not Sort.TEXT:
        yield from look.wrapped(f"  ({wanted})", "  ")
    if unknown:
        yield "  Now: not known yet. Enter keeps it."
    elif asked.answer is not None:
        now = said(session.form, field, asked.answer)
        yield from look.wrapped(f"  Now: {now}. Enter keeps it.", "  ")


# --- ids --------------------------------------------------------------------------------------


def _new_id(one: str, records: Records) -> str:
    """An id that stands until the record has its name."""
    base = one.replace("_", "-")
    return next(f"{base}-{n}" for n in range(1, len(records) + 2) if f"{base}-{n}" not in records)


def _renamed(session: Session, question: Question, id: str) -> str:
    """The record under an id made from its name, while nothing names it yet."""
    one = question.kind.one.replace("_", "-")
    if not re.fullmatch(rf"{re.escape(one)}-\d+", id) or any(
        _naming(session.form, question.id, id)
    ):
        return id
    records = records_of(session.form, question.id)
    name = records.get(id, {}).get(question.kind.called)
    if name is None:
        return id
    new = _id(str(name), records)
    patch: dict[str, Any] = {question.id: {new if old == id else old: fields
                                           for old, fields in records.items()}}  # fmt: skip
    start, renamed = f"{question.id}.{id}.", f"{question.id}.{new}."
    unknown = [path for path in session.form.data.get("unknown", ()) if path.startswith(start)]
    patch |= {renamed + path.removeprefix(start): UNKNOWN for path in unknown}
    session.form = session.answered(patch)
    session.keep(session.form)
    return new


def _id(words: str, taken: Records) -> str:
    """A short id made from a name, free in this list."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain))[:32].strip("-") or "record"
    base = base if base[0].isalpha() else f"r-{base}"
    number, id = 2, base
    while id in taken:
        id, number = f"{base}-{number}", number + 1
    return id
