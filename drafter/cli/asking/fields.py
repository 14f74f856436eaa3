"""The fields of one record, asked one after the other; each is saved when it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from drafter.cli.asking import screens
from drafter.cli.asking.conversation import Moved, Stopped
from drafter.cli.asking.reading import TypedLine
from drafter.intake.answer_text import choices, print_answer
from drafter.intake.model import UNKNOWN, Asked, State
from drafter.intake.records import named, records_of
from drafter.questionnaire.model import Question


def fill(
    session: TypedLine, question: Question, id: str, start: dict[str, Any], only: str = ""
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
        step = _ask(session, _field_asked(session, question, id, name, start.get(name)), place > 0)
        if step > 0 and name == question.kind.called:
            id = _named(session, question, id)
        place += step


class FieldAsked(NamedTuple):
    """One field of a record as it is asked; `lines` are the answers to choose from."""

    path: str
    asked: Asked
    lines: Any
    is_unknown: bool
    why: str


def _field_asked(
    session: TypedLine, question: Question, id: str, name: str, start: Any
) -> FieldAsked:
    field, path = question.fields[name], f"{question.id}.{id}.{name}"
    now = records_of(session.form, question.id).get(id, {}).get(name, start)
    unknown = path in session.form.data.get("unknown", ())
    why = field.why or field.help or question.why or "The agreement prints it."
    asked, lines = Asked(field, State.OPEN, now), choices(session.form, field)
    return FieldAsked(path, asked, lines, unknown, why)


def _ask(session: TypedLine, one: FieldAsked, can_go_back: bool) -> int:
    """Ask one field until it is answered: 1 for the next field, -1 for the one before."""
    session.talk.lines(_field_lines(session, one))
    step = 0
    while not step:
        step = _step(session, one, session.talk.line(), can_go_back)
    return step


def _step(session: TypedLine, one: FieldAsked, text: str, can_go_back: bool) -> int:
    """What a line does: 1 for the next field, -1 for the one before, 0 asks again."""
    now, field = one.asked.answer, one.asked.question
    if text == ":b" and can_go_back:
        return -1
    if text == ":q":
        raise Stopped
    if not text and (now is not None or one.is_unknown):
        return int(one.is_unknown or session.put(one.path, now))
    if text == "-" and field.optional:
        session.put(one.path, None)
        return 1
    if text == "?":
        session.talk.lines(session.look.wrapped(one.why))
        return 0
    value = _typed(session, text, one.asked, one.lines)
    if value is None or not session.put(one.path, value):
        return 0
    _understood(session, field, text, value)
    return 1


def _understood(session: TypedLine, field: Question, text: str, value: Any) -> None:
    """How a line was read, where that is not what was typed."""
    if value is UNKNOWN:
        session.talk.say("  Saved: not known yet.")
    elif not field.kind.sort.free:
        session.talk.lines(
            session.look.wrapped(f"  Saved: {print_answer(session.form, field, value)}.", "  ")
        )


def _typed(session: TypedLine, text: str, asked: Asked, lines: Any) -> Any:
    """A line read as a field; turning away from two readings asks the field again."""
    if text.startswith(":") and not text.startswith("::"):
        return session.typed(text, asked, lines)
    try:
        return session.typed(text, asked, lines)
    except Moved:
        session.goal = ""
        return None


def _field_lines(session: TypedLine, one: FieldAsked) -> Iterator[str]:
    look, field, lines = session.look, one.asked.question, one.lines
    yield from look.wrapped(
        f"  {field.asks}" + (" - leaves it blank." if field.optional else ""), "  "
    )
    yield from screens.choice_lines(lines, None, look)
    wanted = screens.wanted(field)
    if wanted and not lines and not field.kind.sort.obvious:
        yield from look.wrapped(f"  ({wanted})", "  ")
    if one.is_unknown:
        yield "  Now: not known yet. Enter keeps it."
    elif one.asked.answer is not None:
        now = print_answer(session.form, field, one.asked.answer)
        yield from look.wrapped(f"  Now: {now}. Enter keeps it.", "  ")


def _named(session: TypedLine, question: Question, id: str) -> str:
    """The record under an id made from its name, once it has one and nothing names it yet."""
    session.form, new = named(session.form, question, id)
    if new != id:
        session.keep(session.form)
    return new
