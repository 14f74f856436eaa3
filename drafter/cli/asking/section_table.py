"""A section as one table: Enter takes what is recommended, a number changes or opens a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.cli.asking.commands import TABLE, command
from drafter.cli.asking.conversation import Moved
from drafter.cli.asking.reading import TypedLine
from drafter.cli.asking.rows import add_rows, tell_records
from drafter.cli.asking.screens import ScreenLook, rule_line
from drafter.intake.answer_text import choices
from drafter.intake.model import LEFT_BLANK, TAKEN, State
from drafter.intake.short_form import TableRow, rows

_NEXT = re.compile(r"\s*;\s*(?=\d+\.\d+(?:\s|$))")


def ask_section(session: TypedLine, section: str) -> None:
    """Show a section until its table is taken. Raises `Moved` where a row is opened."""
    if not session.shown or session.shown[-1] != TABLE + section:
        session.shown.append(TABLE + section)
    answered = _answered(session, section)
    while table := _table(session, section, answered):
        session.talk.lines(_table_lines(table, section, session.look))
        is_ahead = session.talk.is_ahead()
        text = session.talk.line()
        if not text and is_ahead:
            session.talk.say("Enter was typed before the table was shown: it takes nothing.")
        elif text in ("", "*", ":n"):
            _leave(session, table, is_taken=text != ":n")
            return
        else:
            _do(session, table, text)


def _table(session: TypedLine, section: str, answered: set[str]) -> list[TableRow]:
    """The rows to show; none where nothing in them waits."""
    table = [one for one in rows(session.form, section) if one.asked.question.id not in answered]
    is_open = any(one.offer is not None or one.asked.state is State.OPEN for one in table)
    return table if is_open else []


def _answered(session: TypedLine, section: str) -> set[str]:
    """What was answered before the table was shown: it stands, and need not be read again."""
    inside = session.form.inside(section)
    return {one.question.id for one in inside if one.state is State.ANSWERED}


def _do(session: TypedLine, table: Sequence[TableRow], text: str) -> None:
    """What a line does to a table."""
    if text == "?":
        session.talk.lines(_reasons(table, session.look))
    elif text.startswith(":"):
        command(session, text, table[0].asked if table else None)
    elif text[0].isdigit():
        for part in [text] if _is_of_a_list(table, text) else _NEXT.split(text):
            _change(session, table, part)
    else:
        session.refuse(f"`{text}` changes nothing here: begin with the number of a row.")


def _leave(session: TypedLine, table: Sequence[TableRow], is_taken: bool) -> None:
    """Take what is recommended, and leave what waits without a recommendation in this sitting; or
    leave all of it for later, which is kept."""
    form, offers = session.form, [row for row in table if row.offer is not None]
    if not is_taken:
        session.leave_for_later([row.asked.question.id for row in table])
        return
    session.left |= {row.asked.question.id for row in table}
    if offers:
        answers = {row.asked.question.id: row.offer.answer for row in offers if row.offer}
        session.move(session.answered(answers, TAKEN))
        many = "answer" if len(offers) == 1 else "answers"
        session.tell(form, f"{len(offers)} {many} as recommended")


# --- a row changed ----------------------------------------------------------------------------


def _is_of_a_list(table: Sequence[TableRow], text: str) -> bool:
    """Whether a line gives the rows of a list, in which `;` parts the fields."""
    row = _row(table, text.partition(" ")[0])
    return row is not None and row.asked.question.kind.sort.has_records


def _row(table: Sequence[TableRow], number: str) -> TableRow | None:
    return next(
        (row for row in table if number in (row.number, row.number.partition(".")[2])), None
    )


def _change(session: TypedLine, table: Sequence[TableRow], part: str) -> None:
    """`8.2` opens a row; `8.2 words` answers it. The number of the section may be left away."""
    number, _, words = part.partition(" ")
    row = _row(table, number)
    if row is None:
        session.refuse(f"No row here has the number {number}.")
        return
    name, words = row.asked.question.id, words.strip()
    if not words:
        session.goal = name
        raise Moved
    _answer(session, row, words)


def _answer(session: TypedLine, row: TableRow, words: str) -> None:
    name, question = row.asked.question.id, row.asked.question
    if words == "*" and row.offer is not None:
        session.put(name, row.offer.answer, TAKEN)
    elif words == "-" and question.optional:
        session.put(name, None, LEFT_BLANK)
    elif question.kind.sort.has_records:
        before = session.form
        add_rows(session, question, words)
        tell_records(session, question, before)
    else:
        try:
            answer = session.typed(words, row.asked, choices(session.form, question))
        except Moved:  # neither of two readings: the table comes again
            session.goal = ""
            return
        if answer is not None:
            session.put(name, answer)


# --- on the screen ----------------------------------------------------------------------------


def _table_lines(table: Sequence[TableRow], section: str, look: ScreenLook) -> Iterator[str]:
    number = table[0].number.partition(".")[0] if table else ""
    yield from rule_line(f"Section {number}, {section}.", f"{number} {section}", look)
    for row in table:
        mark = "*" if row.offer is not None and not look.plain else " "
        start = f"{row.number:>5} {mark} "
        yield from look.wrapped(f"{start}{row.asked.question.asks} {_stands(row, look)}", " " * 8)
    waits = [row for row in table if row.asked.state is State.OPEN]
    offers = [row for row in table if row.offer is not None]
    says = f"Enter takes the {len(offers)} recommended" if offers else "Enter goes on"
    says += f", and leaves {len(waits)} to answer later" if waits else ""
    first = table[0].number if table else "1"
    keys = (f"{first} WORDS answers a row", f"{first} opens it", ":n takes none", "? why")
    yield from look.keys((says, *keys))


def _stands(row: TableRow, look: ScreenLook) -> str:
    if row.offer is not None and look.plain:
        return f"Recommended: {row.words}."
    if row.asked.state is State.OPEN:
        given = f"{row.words} " if row.asked.missing else ""
        lacks = f": {', '.join(row.asked.missing)}" if row.asked.missing else ""
        return f"{given}[to answer{lacks}]"
    return "[may stay blank]" if row.asked.state is State.OPTIONAL else row.words


def _reasons(table: Sequence[TableRow], look: ScreenLook) -> Iterator[str]:
    """Why each recommendation is one, and what else is asked for."""
    for row in table:
        question = row.asked.question
        says = f"because {row.offer.because}" if row.offer else question.why or question.help
        if says:
            yield from look.wrapped(f"{row.number:>5}   {row.words}: {says}", " " * 8)
