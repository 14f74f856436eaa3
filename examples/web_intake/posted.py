"""What a page sent, as the answer that an answers file would spell."""

from __future__ import annotations

import re
from typing import Any

from werkzeug.datastructures import MultiDict

from drafter import UNKNOWN, Form
from examples.web_intake.shown import sentences

NOT_KNOWN = "?"  # no id of an option or a record can be this
NONE = "!none"


class NotAnAnswer(Exception):
    """What was sent cannot be read; the words say what to do. `readings` are what it may mean,
    each with the words to send instead."""

    def __init__(self, says: str, readings: Any = ()) -> None:
        self.readings = readings
        super().__init__(says)


def read(sent: MultiDict[str, str], form: Form, question: Any) -> Any:
    """The answer that was sent; None where an optional question was left blank.

    Raises `NotAnAnswer`.
    """
    lines = form.words.lines(question)
    words = [one.replace("\r\n", "\n").strip() for one in sent.getlist("answer")]
    words = [one for one in words if one]
    if "unknown" in sent or NOT_KNOWN in words:
        if set(words) - {NOT_KNOWN}:
            raise NotAnAnswer("Give an answer or select “We do not know yet”, not both")
        return UNKNOWN
    if not words:
        if question.optional:
            return None
        verb = "Select" if lines else "Enter"
        raise NotAnAnswer(f"{verb} an answer, or “We do not know yet”")
    return _chosen(words, question, lines) if lines else _typed(sent, words[0], form, question)


def _chosen(words: list[str], question: Any, lines: Any) -> Any:
    if question.kind.sort.name == "several choices":
        if words == [NONE]:
            return []
        if NONE in words:
            raise NotAnAnswer("Select some of the lines or “None of these”, not both")
    elif len(words) > 1:
        raise NotAnAnswer("Select one of the lines")
    if set(words) - {one.id for one in lines}:
        raise NotAnAnswer("Select one of the lines that the page shows")
    return words if question.kind.sort.name == "several choices" else words[0]


def _typed(sent: MultiDict[str, str], text: str, form: Form, question: Any) -> Any:
    """What was typed; where it had several readings, the one that was picked."""
    if question.kind.sort.free:
        return text
    if sent.get("read_from") == text and sent.get("reading"):
        text = sent["reading"]
    reading = form.words.read(question, text)
    if reading.readings:
        says = re.sub(":$", " one of several", reading.says).rstrip(".")
        raise NotAnAnswer(sentences(says, "Select which you mean, or enter it in full"),
                          reading.readings)  # fmt: skip
    if reading.says:
        raise NotAnAnswer(sentences(reading.says, reading.cure))
    return reading.answer
