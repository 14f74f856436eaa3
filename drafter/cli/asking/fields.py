"""The fields of one record: asked one after the other, or typed as a row; saved when typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from drafter.cli.asking import screens
from drafter.cli.asking.conversation import Moved, Stopped
from drafter.cli.asking.reading import TypedLine
from drafter.intake.answer_text import choices, print_answer
from drafter.intake.model import UNKNOWN, Asked, State
from drafter.intake.records import fields_in_order, lacking, named, records_of
from drafter.questionnaire.model import Question

PARTED = ";"  # between the fields of a row


class FieldAsked(NamedTuple):
    """One field of a record as it is asked; `lines` are the answers to choose from."""

    path: str
    asked: Asked
    lines: Any
    is_unknown: bool
    why: str


def fill(
    session: TypedLine, question: Question, id: str, start: dict[str, Any], names: Sequence[str]
) -> str:
    """Ask some fields; Enter keeps what stands, `:b` goes a field back, a line with `;` fills
    several. The id of the record then."""
    ids = [*records_of(session.form, question.id)]
    number = ids.index(id) + 1 if id in ids else len(ids) + 1
    session.talk.say(f"{question.kind.one.replace('_', ' ').capitalize()} {number}:")
    place = 0
    while place < len(names):
        name = names[place]
        one = field_asked(session, question, id, name, start.get(name))
        session.talk.lines(_field_lines(session, one))
        text = session.talk.line()
        if PARTED in text and not text.startswith(":") and len(names) > 1:
            order = fields_in_order(question)
            id = row(session, question, id, text, order[order.index(name) :])
            names, place = [*names[: place + 1], *_wanting(session, question, id, names)], place + 1
            continue
        step = _asked_until_answered(session, one, text, place > 0)
        id = _named(session, question, id) if step > 0 and name == question.kind.called else id
        place += step
    return id


def field_asked(
    session: TypedLine, question: Question, id: str, name: str, start: Any = None
) -> FieldAsked:
    """One field of a record as it stands; `start` is what a new record begins with."""
    field, path = question.fields[name], f"{question.id}.{id}.{name}"
    now = records_of(session.form, question.id).get(id, {}).get(name, start)
    unknown = path in session.form.data.get("unknown", ())
    why = field.why or field.help or question.why or "The agreement prints it."
    asked, lines = Asked(field, State.OPEN, now), choices(session.form, field)
    return FieldAsked(path, asked, lines, unknown, why)


# --- a row ------------------------------------------------------------------------------------


def row(session: TypedLine, question: Question, id: str, text: str, names: Sequence[str]) -> str:
    """Fill fields from the parts of a line, and echo each; an empty part fills none. The id then.

    A line with more parts than fields fills none: nobody can say which part is too much.
    """
    parts = [part.strip() for part in text.split(PARTED)]
    if len(parts) > len(names):
        session.refuse(
            f"The row has {len(parts)} parts for {len(names)} fields; nothing is taken. "
            f"A text that holds a {PARTED} is typed by itself, with :e."
        )
        return id
    given = [pair for pair in zip(names, parts, strict=False) if pair[1]]
    fields = [(field_asked(session, question, id, name), part) for name, part in given]
    values = {one.path: _read(session, one, part) for one, part in fields}
    _save(session, fields, {path: value for path, value in values.items() if value is not None})
    return _named(session, question, id)


def _read(session: TypedLine, one: FieldAsked, text: str) -> Any:
    """A part of a row as an answer; None where it is blank on purpose or cannot be read."""
    is_blank = text == "-" and one.asked.question.optional
    return None if is_blank else _typed(session, text, one.asked, one.lines)


def _save(
    session: TypedLine, fields: Sequence[tuple[FieldAsked, str]], values: dict[str, Any]
) -> None:
    """Save what was read of a row, as one step, and say of each part how it was understood."""
    after = session.answered(values)
    wrong = {path: faults[0] for path in values if (faults := after.faults_of(path))}
    good = {path: value for path, value in values.items() if path not in wrong}
    if good:
        session.move(session.answered(good) if wrong else after)
    for one, _ in fields:
        if one.path in good:
            _understood(session, one.asked.question, good[one.path], echo=True)
    for fault in wrong.values():
        session.refuse(f"{fault.says}. {fault.cure}".strip())


def _wanting(session: TypedLine, question: Question, id: str, names: Sequence[str]) -> list[str]:
    """The fields among some that still want an answer after a row."""
    left = lacking(session.form, question, id)
    return [name for name in names if name in left]


def answer_field(session: TypedLine, one: FieldAsked, text: str, echo: bool = False) -> bool:
    """Read a line as a field and save it; False after a message, and where it is a command."""
    field = one.asked.question
    if text == "-" and field.optional:
        return session.put(one.path, None)
    value = _typed(session, text, one.asked, one.lines)
    if value is None or not session.put(one.path, value):
        return False
    _understood(session, field, value, echo)
    return True


def _understood(session: TypedLine, field: Question, value: Any, echo: bool) -> None:
    """How a line was read; of a text typed at its own question nobody needs to be told."""
    if value is UNKNOWN or echo or not field.kind.sort.free:
        words = "not known yet" if value is UNKNOWN else print_answer(session.form, field, value)
        name = f"{field.id.replace('_', ' ')}: " if echo else ""
        session.talk.lines(session.look.wrapped(f"  Saved: {name}{words.rstrip('.')}.", "  "))


def _typed(session: TypedLine, text: str, asked: Asked, lines: Any) -> Any:
    """A line read as a field; turning away from two readings asks the field again."""
    if text.startswith(":") and not text.startswith("::"):
        return session.typed(text, asked, lines)
    try:
        return session.typed(text, asked, lines)
    except Moved:
        session.goal = ""
        return None


# --- one field --------------------------------------------------------------------------------


def _asked_until_answered(session: TypedLine, one: FieldAsked, text: str, can_go_back: bool) -> int:
    """Take lines until a field is answered: 1 for the next field, -1 for the one before."""
    while not (step := _step(session, one, text, can_go_back)):
        text = session.talk.line()
    return step


def _step(session: TypedLine, one: FieldAsked, text: str, can_go_back: bool) -> int:
    """What a line does: 1 for the next field, -1 for the one before, 0 asks again."""
    now = one.asked.answer
    if text == ":b" and can_go_back:
        return -1
    if text == ":q":
        raise Stopped
    if not text and (now is not None or one.is_unknown):
        return int(one.is_unknown or session.put(one.path, now))
    if text == "?":
        session.talk.lines(session.look.wrapped(one.why))
        return 0
    return int(answer_field(session, one, text))


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
        yield from look.wrapped(f"  Now: {now.rstrip('.')}. Enter keeps it.", "  ")


def _named(session: TypedLine, question: Question, id: str) -> str:
    """The record under an id made from its name, once it has one and nothing names it yet."""
    session.form, new = named(session.form, question, id)
    if new != id:
        session.keep(session.form)
    return new
