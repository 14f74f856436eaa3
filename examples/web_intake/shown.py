"""Questions and answers as the pages show them; the words themselves are the library's."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from drafter import Diagnostic, Form

MANY = 12  # more lines than these are a list to open, not a page of buttons


def stands(form: Form, name: str) -> str:
    """What a question stands at, in words."""
    if name in form.data["answers"] and name not in form.data.get("unknown", ()):
        how = form.words.how_given(name)
        words = said(form, form.library.questionnaire.questions[name], form.data["answers"][name])
        return f"{words} ({how})" if how else words
    asked = form.asked.get(name)
    if asked is not None and asked.state.value == "may come":
        return "May be asked later"
    return capital(form.words.stands_at(name))


def field_stands(form: Form, name: str, id: str, field: str) -> str:
    """What one field of a record stands at, in words."""
    question = form.library.questionnaire.questions[name].fields[field]
    if f"{name}.{id}.{field}" in form.data.get("unknown", ()):
        return "Not known yet"
    given = form.words.records(name).get(id, {})
    if field in given:
        how = form.words.how_given(f"{name}.{id}.{field}")
        words = said(form, question, given[field])
        return f"{words} ({how})" if how else words
    return "Left blank" if question.optional else "Not answered"


def said(form: Form, question: Any, answer: Any) -> str:
    """An answer in words; what somebody typed stays as it was typed."""
    words = form.words.print_answer(question, answer)
    return words if question.kind.sort.free else capital(words)


def capital(words: str) -> str:
    """A sentence that begins as sentences do."""
    return words[:1].upper() + words[1:]


def called(form: Form, name: str, id: str) -> str:
    """What a record is called, also while it has no name."""
    name = form.words.name_of(name, id)
    return capital(name.replace("-", " ")) if name == id else name


def slug(section: str) -> str:
    """A section as an address has it."""
    return re.sub(r"[^a-z0-9]+", "-", section.lower()).strip("-")


def place(form: Form, name: str) -> str:
    """Where a question stands: `Money: question 2 of 7 to 9`."""
    section = form.asked[name].question.section
    inside = form.inside(section)
    sure = [one.question.id for one in inside if one.state.value != "may come"]
    if name not in sure:
        return section
    most = f" to {len(inside)}" if len(sure) < len(inside) else ""
    return f"{section}: question {sure.index(name) + 1} of {len(sure)}{most}"


def settled_clashes(form: Form) -> list[Any]:
    """The clashes that no open question can settle: only these are worth an interruption."""
    return [one for one in form.clashes if not form.words.settling(one)]


def about(form: Form, name: str) -> list[Any]:
    """The warnings that rest on a question and that nobody keeps."""
    return [one for one in form.words.standing if name in one.questions]


def clauses(form: Form) -> Iterator[tuple[str, str]]:
    """The clauses of the agreement that have a heading, in order: id and heading."""
    for id in form.precedent.topics if form.precedent else ():
        if heading := form.library.topics[id].heading:
            yield id, heading


def message(fault: Diagnostic, path: str) -> str:
    """A fault in a sentence or two, without the path that an answers file would need."""
    return sentences(fault.says.removeprefix(f"`{path}`: "), fault.cure)


def sentences(*parts: str) -> str:
    """What is wrong, and what to do, each as a sentence; the last without its stop."""
    told = ". ".join(capital(one.rstrip(".")) for one in parts if one)
    return re.sub("`([^`]*)`", r"“\1”", told)


def digest(answer: Any) -> str:
    """What a page remembers of the answer that it showed."""
    spelled = json.dumps(answer, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(spelled.encode()).hexdigest()[:16]


def for_templates() -> dict[str, Any]:
    """The words that templates use."""
    return {"stands": stands, "field_stands": field_stands, "called": called, "slug": slug,
            "place": place, "capital": capital, "clauses": clauses, "MANY": MANY}  # fmt: skip
