"""Questions and answers as the pages show them; the words themselves are the library's."""

from __future__ import annotations

import re
import time
from typing import Any

from drafter import Form
from examples.intake_service.fields import BLANK, NOT_KNOWN, digest, sentences, stands
from examples.intake_service.seen import View
from examples.intake_service.told import told

MANY = 12  # more lines than these are a list to open, not a page of buttons


def question_at(form: Form, path: str) -> Any:
    """The question of a path; of `list.record.field`, that of the field."""
    name, *inside = path.split(".")
    question = form.library.questionnaire.questions[name]
    return question.fields[inside[-1]] if inside else question


def said(form: Form, path: str) -> str:
    """What a path stands at, in words."""
    value = stands(form, path)
    if value == NOT_KNOWN:
        return "not known yet"
    if value == BLANK:
        return "left blank"
    if value is None:
        return "not answered"
    return form.words.print_answer(question_at(form, path), value)


def stands_as(view: View, path: str) -> str:
    """What a path stands at, as this person may know it."""
    if path.partition(".")[0] in view.withheld:
        return "Withheld: only its own side and counsel see this answer"
    words, how = _said_to(view, path), how_given(view, path)
    return capital(f"{words} ({how})" if how else words)


def _said_to(view: View, path: str) -> str:
    """What a path stands at; of a list that each side fills, the records that this person has."""
    if "." in path or not view.is_filled_by_each(path) or view.person.is_of_the_firm:
        return said(view.form, path)
    names = [called(view.form, path, id) for id in view.records(path)]
    return ", ".join(names) or "not answered"


def how_given(view: View, path: str) -> str:
    """How an answer came to be, where it was not typed: proposed, accepted, as recommended."""
    there = stands(view.form, path) is not None
    return view.form.words.how_given(path) if there else ""


def capital(words: str) -> str:
    """A sentence that begins as sentences do."""
    return words[:1].upper() + words[1:]


def called(form: Form, name: str, id: str) -> str:
    """What a record is called, also while it has no name."""
    name_of = form.words.name_of(name, id)
    return capital(name_of.replace("-", " ")) if name_of == id else name_of


def slug(section: str) -> str:
    """A section as an address has it."""
    return re.sub(r"[^a-z0-9]+", "-", section.lower()).strip("-")


def asks(view: View, name: str) -> str:
    """What a question asks, by its name; a name of none as it is."""
    question = view.form.library.questionnaire.questions.get(name)
    return question.asks if question else name


def moment(seconds: int) -> str:
    """A moment as a person reads it, in UTC."""
    return time.strftime("%d %b %Y %H:%M UTC", time.gmtime(seconds)).lstrip("0")


def message(fault: Any) -> str:
    """A fault in a sentence or two."""
    return sentences(re.sub(r"^`[^`]*`: ", "", fault.says), fault.cure)


def counts(view: View, names: Any) -> dict[str, int]:
    """How the questions of this person stand: answered, to answer, and those that may come."""
    states = [_state(view, name) for name in names]
    done = states.count("answered") + states.count("unknown")
    return {"answered": done, "open": states.count("open"),
            "may": states.count("optional") + states.count("may come")}  # fmt: skip


def _state(view: View, name: str) -> str:
    """How a question stands for this person: of a list that each side fills, as its own part."""
    state = view.form.asked[name].state.value
    is_done = state == "open" and view.records(name) and not view.missing(name)
    return "answered" if is_done and view.is_filled_by_each(name) else state


def for_templates() -> dict[str, Any]:
    """The words that templates use."""
    words = (said, stands, stands_as, called, slug, capital, asks, moment, message, counts, digest,
             told, question_at, how_given)  # fmt: skip
    named = {one.__name__: one for one in words}
    return {**named, "MANY": MANY, "NOT_KNOWN": NOT_KNOWN, "BLANK": BLANK}
