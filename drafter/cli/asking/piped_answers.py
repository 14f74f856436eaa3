"""Piped lines `id = value`, in any order: each named, so that a library may change its questions.

`id` is `precedent`, a question, or one field of a record (`parties.north.name`); `value` is what a
person would type: also `*` for the recommendation, `:k` for not known yet and `-` for blank.
"""

from __future__ import annotations

import re
from typing import Any

from drafter.cli.asking import reports
from drafter.cli.asking.conversation import BadLine, InputEnded
from drafter.cli.asking.interview import PRECEDENT, Session
from drafter.diagnostics import did_you_mean
from drafter.intake.answer_text import choices
from drafter.intake.form import Form
from drafter.intake.interview_text import notes, standing
from drafter.intake.model import LEFT_BLANK, TAKEN, UNKNOWN
from drafter.kinds import NotAValue, read_typed
from drafter.kinds.picking import Ambiguous, Candidate, picked
from drafter.questionnaire.model import Question

_NAMED = re.compile(r"([a-z][a-z0-9_]*(?:\.[a-z0-9_-]+\.[a-z0-9_]+)?)\s*=\s*(.*)")
_Given = tuple[str, Any, str]


def names_a_question(line: str, form: Form) -> bool:
    """Whether a line is `id = value`, which makes all of them so."""
    match = _NAMED.fullmatch(line.strip())
    known = form.library.questionnaire.questions
    return match is not None and (match[1] == PRECEDENT or match[1].partition(".")[0] in known)


def answer_named(session: Session) -> None:
    """Take every line to the end. Raises `BadLine` at the first bad one; the good ones are saved.

    References may name a record that a later line gives; they are judged at the end.
    """
    lines: dict[str, int] = {}
    while True:
        try:
            text = session.talk.line()
        except InputEnded:
            break
        if text:
            path, value, how = _read(session, text)
            _save(session, path, value, how)
            lines[path] = session.talk.number
    _judge(session, lines)
    session.talk.lines(f"Missing: {name}" for name in session.form.missing)
    if session.form.clashes or standing(session.form) or notes(session.form):
        session.talk.lines(reports.warning_lines(session.form, session.look))


def _read(session: Session, text: str) -> _Given:
    match = _NAMED.fullmatch(text)
    if match is None:
        raise _bad(session, "this is no `id = value`")
    path, words = match[1], match[2].strip()
    if path == PRECEDENT:
        kinds = session.form.library.precedents.items()
        lines = [Candidate(id, one.title) for id, one in kinds]
        return path, _value(session, lambda: picked(words, lines)), ""
    question = _question(session, path)
    if words == ":k":
        return path, UNKNOWN, ""
    if words == "-" and question.optional:
        return path, None, LEFT_BLANK
    if words == "*":
        return path, _offered(session, path), TAKEN
    return path, _value(session, lambda: _typed(session.form, question, words)), ""


def _question(session: Session, path: str) -> Question:
    questions = session.form.library.questionnaire.questions
    name, *inside = path.split(".")
    question = questions.get(name)
    if question is None:
        raise _bad(session, f"no question is called `{name}`: {did_you_mean(name, questions)}")
    if not inside:
        if question.fields:
            raise _bad(session, f"`{name}` is a list: write {name}.{question.kind.one}-1.FIELD")
        return question
    if inside[1] not in question.fields:
        cure = did_you_mean(inside[1], question.fields)
        raise _bad(session, f"`{name}` has no field `{inside[1]}`: {cure}")
    return question.fields[inside[1]]


def _typed(form: Form, question: Question, words: str) -> Any:
    lines = choices(form, question)
    if question.kind.of:  # by name or id; a record may come later
        exact = [one.id for one in lines if words in (one.id, one.label)]
        return exact[0] if exact else words
    if question.fields:
        return words
    return read_typed(words, question.kind, lines)


def _offered(session: Session, path: str) -> Any:
    asked = session.form.asked.get(path)
    if asked is None or asked.offer is None:
        raise _bad(session, f"`{path}` has no recommendation here")
    return asked.offer.answer


def _value(session: Session, read: Any) -> Any:
    try:
        return read()
    except Ambiguous as ambiguous:
        readings = ", ".join(one.label for one in ambiguous.readings)
        raise _bad(session, f"{ambiguous.says} ({readings})") from None
    except NotAValue as fault:
        raise _bad(session, f"{fault.says}: {fault.cure}" if fault.cure else fault.says) from None


def _save(session: Session, path: str, value: Any, how: str) -> None:
    if path == PRECEDENT:
        session.move(session.form.choose(value))
        return
    after = session.answered({path: value}, how)
    for fault in after.faults_of(path):
        if fault.rule != "unknown-record":
            raise _bad(session, f"{fault.says}. {fault.cure}")
    session.move(after)


def _judge(session: Session, lines: dict[str, int]) -> None:
    """A reference that names no record is taken back and told."""
    wrong = [
        (path, fault)
        for path in lines
        for fault in session.form.faults_of(path)
        if fault.rule == "unknown-record"
    ]
    if wrong:
        session.move(session.answered(dict.fromkeys(path for path, _ in wrong)))
        path, fault = wrong[0]
        session.talk.number = lines[path]
        raise _bad(session, f"{fault.says}. {fault.cure}")


def _bad(session: Session, says: str) -> BadLine:
    session.talk.lines(session.look.wrapped(f"Line {session.talk.number}: {says}"))
    return BadLine()
