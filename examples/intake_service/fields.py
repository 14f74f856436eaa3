"""What a page sends about a question, as the answer that an answers file would spell."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from drafter import UNKNOWN, Form

NONE = "!none"  # no id of an option or a record can be these
BLANK = "!blank"
NOT_KNOWN = "?"


@dataclass(frozen=True, slots=True)
class Wrong:
    """What was sent and cannot be taken: what to do, and the readings that it may have."""

    says: str
    readings: Any = ()
    is_conflict: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A question on a page. `path` is its name, or `list.record.field`."""

    path: str
    question: Any

    @property
    def is_list(self) -> bool:
        """Whether it has records, which have a page of their own."""
        return bool(self.question.kind.sort.has_records)


def stands(form: Form, path: str) -> Any:
    """What a path stands at: an answer as a file spells it, NOT_KNOWN, BLANK, or None."""
    if path in form.data.get("unknown", ()):
        return NOT_KNOWN
    name, *inside = path.split(".")
    value = form.data["answers"].get(name)
    for part in inside:
        value = value.get(part) if isinstance(value, dict) else None
    if value is None and form.data.get("given", {}).get(name, {}).get("how") == "left blank":
        return BLANK
    return value


def read(sent: MultiDict[str, str], form: Form, field: Field) -> Any:
    """What was sent about a question, in the words of `stands`, or `Wrong`."""
    words = [one.replace("\r\n", "\n").strip() for one in sent.getlist(f"a:{field.path}")]
    words = [one for one in words if one]
    marks = {one for one in (NOT_KNOWN, BLANK) if one in words or sent.get(f"{one}:{field.path}")}
    words = [one for one in words if one not in marks]
    if len(marks) + bool(words) > 1:
        return Wrong("Give an answer, or select that it is not known or left blank; not both")
    if marks:
        return marks.pop()
    if not words:
        return None
    lines = form.words.lines(field.question)
    if lines:
        return _chosen(words, field.question, [one.id for one in lines])
    return _typed(sent, words[0], form, field)


def _chosen(words: list[str], question: Any, lines: list[str]) -> Any:
    several = question.kind.sort.name == "several choices"
    if NONE in words:
        return [] if words == [NONE] and several else Wrong("Select some lines or “None”, not both")
    if set(words) - set(lines):
        return Wrong("Select one of the lines that the page shows")
    if several:
        return words
    return words[0] if len(words) == 1 else Wrong("Select one of the lines")


def _typed(sent: MultiDict[str, str], text: str, form: Form, field: Field) -> Any:
    """What was typed; where it had several readings, the one that was picked."""
    if field.question.kind.sort.free:
        return text
    if sent.get(f"from:{field.path}") == text:
        text = sent.get(f"reading:{field.path}", text)
    found = form.words.read(field.question, text)
    if found.readings:
        says = re.sub(":$", " one of several", found.says).rstrip(".")
        return Wrong(sentences(says, "Select which you mean, or enter it in full"), found.readings)
    return Wrong(sentences(found.says, found.cure)) if found.says else found.answer


def as_patch(path: str, value: Any) -> dict[str, Any]:
    """What a form is told of a value that was sent."""
    return {path: UNKNOWN if value == NOT_KNOWN else None if value == BLANK else value}


def digest(value: Any) -> str:
    """What a page remembers of what it showed."""
    spelled = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(spelled.encode()).hexdigest()[:16]


def sentences(*parts: str) -> str:
    """What is wrong, and what to do, each as a sentence; the last without its stop."""
    told = ". ".join(one[:1].upper() + one[1:].rstrip(".") for one in parts if one)
    return re.sub("`([^`]*)`", r"“\1”", told)
