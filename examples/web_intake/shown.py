"""Questions and answers as the pages show them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from drafter import Diagnostic, Form

MONTHS = (
    "January February March April May June July August September October November December"
).split()


class Line(NamedTuple):
    """One of the lines to choose from."""

    id: str
    label: str


def lines(form: Form, question: Any) -> list[Line]:
    """The options of a question, yes and no, or the records that it may name."""
    if question.options:
        return [Line(one.id, one.label) for one in question.options]
    if question.kind.sort.value == "yes/no":
        return [Line("yes", "Yes"), Line("no", "No")]
    return [Line(id, name_of(form, question.kind.of, id)) for id in records(form, question.kind.of)]


def records(form: Form, name: str) -> dict[str, dict[str, Any]]:
    """The records of a list as they were answered."""
    value = form.data["answers"].get(name) if name else None
    return value if isinstance(value, dict) else {}


def name_of(form: Form, name: str, id: str) -> str:
    """What a record is called: by its naming field, else by its id in words."""
    called = form.library.questionnaire.questions[name].kind.called
    return str(records(form, name).get(id, {}).get(called) or id.replace("-", " ").capitalize())


def in_words(form: Form, question: Any, answer: Any) -> str:
    """An answer in words."""
    if isinstance(answer, dict):
        return ", ".join(name_of(form, question.id, id) for id in answer) or "None"
    if isinstance(answer, list):
        return ", ".join(in_words(form, question, one) for one in answer) or "None"
    labels = {one.id: one.label for one in lines(form, question)}
    return labels.get(str(answer)) or day(str(answer))


def day(text: str) -> str:
    """A date as people read it; other words as they stand."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text
    one = date.fromisoformat(text)
    return f"{one.day} {MONTHS[one.month - 1]} {one.year}"


def stands(form: Form, name: str) -> str:
    """What a question stands at, in words."""
    asked, answer = form.asked.get(name), form.data["answers"].get(name)
    if asked is not None and asked.state.value == "unknown":
        return "Not known yet"
    if answer is not None:
        how = form.data.get("given", {}).get(name, {}).get("how")
        words = in_words(form, form.library.questionnaire.questions[name], answer)
        return f"{words} (as recommended)" if how == "taken" else words
    if asked is None:
        return "Not asked"
    waits = {"answered": "Left blank", "may come": "May be asked later"}
    return waits.get(asked.state.value, "Not answered")


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


def warnings(form: Form) -> Iterator[Any]:
    """What warns in this deal."""
    return (one for one in form.findings if one.rule.severity == "warn" and not one.pending)


def settled_clashes(form: Form) -> list[Any]:
    """The clashes that no open question can settle: only these are worth an interruption."""
    return [one for one in form.clashes if not open_in(form, one.finding.questions)]


def open_in(form: Form, names: tuple[str, ...]) -> list[str]:
    """The questions among the names that wait for an answer."""
    asked = [(name, form.asked[name].state.value) for name in names if name in form.asked]
    return [name for name, state in asked if state in ("open", "optional")]


def message(fault: Diagnostic, path: str) -> str:
    """A fault in a sentence or two, without the path that an answers file would need."""
    says = fault.says.removeprefix(f"`{path}`: ")
    return ". ".join(f"{one[:1].upper()}{one[1:].rstrip('.')}" for one in (says, fault.cure) if one)


def digest(answer: Any) -> str:
    """What a page remembers of the answer that it showed."""
    spelled = json.dumps(answer, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(spelled.encode()).hexdigest()[:16]


def for_templates() -> dict[str, Any]:
    """The words that templates use."""
    return {"lines": lines, "records": records, "name_of": name_of, "in_words": in_words,
            "stands": stands, "slug": slug, "place": place, "warnings": warnings,
            "open_in": open_in}  # fmt: skip
