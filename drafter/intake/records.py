"""The records of a list: how they are called, what names them, what they still lack.

A record's id is its short name: `maison-v`. Answers refer to it, and so does each paragraph that
the record brings, so that the same deal gives the same document wherever it was answered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from drafter.intake.model import UNKNOWN, Snapshot
from drafter.intake.patch import patched
from drafter.questionnaire.model import Question

F = TypeVar("F", bound=Snapshot)
RecordAnswers = dict[str, dict[str, Any]]
_LONGEST = 32  # characters of an id that is made from a name
SHORT_NAME = re.compile(r"[a-z][a-z0-9-]{0,59}")


def records_of(form: Snapshot, name: str) -> RecordAnswers:
    """The records of a list as they stand in the file."""
    value = form.data["answers"].get(name)
    records = value if isinstance(value, Mapping) else {}
    return {id: dict(one) if isinstance(one, Mapping) else {} for id, one in records.items()}


def name_of(form: Snapshot, name: str, id: str) -> str:
    """What a record is called: by its naming field, else by its id."""
    called = form.library.questionnaire.questions[name].kind.called
    return str(records_of(form, name).get(id, {}).get(called) or id)


def lacking(form: Snapshot, question: Question, id: str) -> list[str]:
    """The fields of a record that have no answer, or one that is at fault."""
    paths = form.asked[question.id].missing if question.id in form.asked else ()
    missing = [path.removeprefix(f"{id}.") for path in paths if path.startswith(f"{id}.")]
    wrong = [name for name in question.fields if form.faults_of(f"{question.id}.{id}.{name}")]
    return list(dict.fromkeys(missing + wrong))


def fields_in_order(question: Question) -> list[str]:
    """The fields as they are asked and numbered: those asked first before the others."""
    return [
        *question.asked_first,
        *(one for one in question.fields if one not in question.asked_first),
    ]


def naming(form: Snapshot, list_name: str, id: str) -> Iterator[str]:
    """The answers that name a record, as `question` or `list.record.field`."""
    questions = form.library.questionnaire.questions
    for name, value in form.data["answers"].items():
        question = questions.get(name)
        if question is None:
            continue
        if question.kind.of == list_name and value == id:
            yield name
        for record, fields in records_of(form, name).items():
            for field_name, one in fields.items():
                field = question.fields.get(field_name)
                if field is not None and field.kind.of == list_name and one == id:
                    yield f"{name}.{record}.{field_name}"


# --- short names ------------------------------------------------------------------------------


def new_id(form: Snapshot, question: Question) -> str:
    """An id that stands until the record has its name: `party-1`."""
    one, records = question.kind.one.replace("_", "-"), records_of(form, question.id)
    free = (f"{one}-{number}" for number in range(1, len(records) + 2))
    return next(id for id in free if id not in records)


def is_new(question: Question, id: str) -> bool:
    """Whether a record still has the id that it began with."""
    return bool(re.fullmatch(rf"{re.escape(question.kind.one.replace('_', '-'))}-\d+", id))


def id_from(words: str, taken: RecordAnswers) -> str:
    """A short id made from a name, whole words of it, free in this list.

    >>> id_from("Maison V S.A.", {}), id_from("10 prototypes that pass the test", {})
    ('maison-v-s-a', 'r-10-prototypes-that-pass-the')
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain)) or "record"
    base = base if base[0].isalpha() else f"r-{base}"
    if len(base) > _LONGEST:
        base = base[:_LONGEST].rpartition("-")[0] or base[:_LONGEST]
    number, id = 2, base
    while id in taken:
        id, number = f"{base}-{number}", number + 1
    return id


def named(form: F, question: Question, id: str) -> tuple[F, str]:
    """The form with a new record under an id made from its name, once it has one and while
    nothing names it; else as it was. And the record's id."""
    records = records_of(form, question.id)
    name = records.get(id, {}).get(question.kind.called)
    if name is None or not is_new(question, id) or any(naming(form, question.id, id)):
        return form, id
    new = id_from(str(name), records)
    return renamed(form, question, id, new), new


def rename(form: F, name: str, id: str, short_name: str) -> F:
    """The form with a record under a short name that somebody chose. Raises `ValueError`."""
    records = records_of(form, name)
    if not SHORT_NAME.fullmatch(short_name):
        raise ValueError("a short name is lower case letters, digits and hyphens, a letter first")
    if short_name in records and short_name != id:
        raise ValueError(f"`{short_name}` is another record of the list")
    return renamed(form, form.library.questionnaire.questions[name], id, short_name)


def renamed(form: F, question: Question, id: str, new: str) -> F:
    """The form with a record under another id, in its place; what names it names it still.

    A short name is no answer: who gave the answers, and how, stays beside them.
    """
    records, start, now = records_of(form, question.id), f"{question.id}.{id}.", question.id
    patch: dict[str, Any] = {}
    for path in naming(form, question.id, id):
        if path.startswith(f"{now}."):  # a record of this very list names it
            record, field = path.removeprefix(f"{now}.").rsplit(".", 1)
            records[record][field] = new
        else:
            patch[path] = new
    patch[now] = {new if old == id else old: one for old, one in records.items()}
    patch |= {
        _moved(path, start, f"{now}.{new}."): UNKNOWN
        for path in form.data.get("unknown", ())
        if path.startswith(start)
    }
    data = patched(form.data, patch, {}, form.library.questionnaire)
    for key in ("given", "confirmed"):
        if key in form.data:
            data[key] = form.data[key]
    if "given" in form.data:
        marks = form.data["given"].items()
        data["given"] = {_moved(path, start, f"{now}.{new}."): mark for path, mark in marks}
    if "confirmed" in data:
        data["confirmed"] = [_moved(one, start, f"{now}.{new}.") for one in data["confirmed"]]
    return form.made(data)


def _moved(path: str, old: str, new: str) -> str:
    return new + path.removeprefix(old) if path.startswith(old) else path
