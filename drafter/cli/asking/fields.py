"""The fields of one record, asked one after the other; each is saved when it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.cli.asking import screens
from drafter.cli.asking.conversation import Moved, Stopped
from drafter.cli.asking.reading import TypedLine
from drafter.intake.answer_text import choices, said
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
        step = _field(session, question, id, name, start.get(name), place > 0)
        if step > 0 and name == question.kind.called:
            id = _named(session, question, id)
        place += step


def _field(
    session: TypedLine, question: Question, id: str, name: str, start: Any, can_go_back: bool
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
            session.talk.lines(
                session.look.wrapped(
                    field.why or field.help or question.why or "The agreement prints it."
                )
            )
        else:
            value = _typed(session, text, asked, lines)
            if value is not None and session.put(path, value):
                _understood(session, field, text, value)
                return 1


def _understood(session: TypedLine, field: Question, text: str, value: Any) -> None:
    """How a line was read, where that is not what was typed."""
    if value is UNKNOWN:
        session.talk.say("  Saved: not known yet.")
    elif not field.kind.sort.free:
        session.talk.lines(
            session.look.wrapped(f"  Saved: {said(session.form, field, value)}.", "  ")
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


def _field_lines(session: TypedLine, asked: Asked, lines: Any, unknown: bool) -> Iterator[str]:
    look, field = session.look, asked.question
    yield from look.wrapped(
        f"  {field.asks}" + (" - leaves it blank." if field.optional else ""), "  "
    )
    yield from screens.choice_lines(lines, None, look)
    wanted = screens.wanted(field)
    if wanted and not lines and not field.kind.sort.obvious:
        yield from look.wrapped(f"  ({wanted})", "  ")
    if unknown:
        yield "  Now: not known yet. Enter keeps it."
    elif asked.answer is not None:
        now = said(session.form, field, asked.answer)
        yield from look.wrapped(f"  Now: {now}. Enter keeps it.", "  ")


def _named(session: TypedLine, question: Question, id: str) -> str:
    """The record under an id made from its name, once it has one and nothing names it yet."""
    session.form, new = named(session.form, question, id)
    if new != id:
        session.keep(session.form)
    return new
