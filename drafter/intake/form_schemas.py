"""The schema of the answers as two stock renderers of forms take it, with how it is laid out.

Both read draft 7 of JSON Schema. Neither schema refuses what the form accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any

from drafter.intake.schema import answers_schema
from drafter.intake.skip_logic import asked_if
from drafter.kinds.sort import Schema
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.model import Question

_DRAFT_7 = "http://json-schema.org/draft-07/schema#"


def form_schema(renderer: str, library: ClauseLibrary) -> dict[str, Schema]:
    """`schema` and `uischema` for one of `RENDERERS`: `rjsf` (react-jsonschema-form), `jsonforms`.

    >>> from drafter import load_library
    >>> form = form_schema("jsonforms", load_library().clauses)
    >>> form["uischema"]["type"], form["uischema"]["elements"][0]["label"]
    ('Categorization', 'Precedent')
    """
    return RENDERERS[renderer](library)


def _rjsf(library: ClauseLibrary) -> dict[str, Schema]:
    """A question that is not always asked comes with the `then` of its condition."""
    questions = library.questionnaire.questions
    shown: Schema = {"ui:order": [*questions, "*"]}
    shown |= {name: {"ui:help": one.why} for name, one in questions.items() if one.why}
    return {"schema": _draft_7(library), "uischema": {"answers": shown}}


def _jsonforms(library: ClauseLibrary) -> dict[str, Schema]:
    """Every question is declared, for this renderer draws no `then`; its rule shows or hides it."""
    schema = _draft_7(library)
    questions = library.questionnaire.questions
    answers = schema["properties"]["answers"]
    answers["properties"] = {name: {"$ref": f"#/$defs/{name}"} for name in questions}
    del answers["allOf"]
    precedent = _category("Precedent", [_control("#/properties/precedent")])
    sections = [
        _category(title, [_of_question(one, library) for one in asked])
        for title, asked in groupby(questions.values(), lambda one: one.section)
    ]
    pages = {"type": "Categorization", "elements": [precedent, *sections]}
    return {"schema": schema, "uischema": pages}


RENDERERS: Mapping[str, Callable[[ClauseLibrary], dict[str, Schema]]] = {
    "rjsf": _rjsf,
    "jsonforms": _jsonforms,
}
"""The renderers of forms that have a schema of their own."""


# --- schema ---------------------------------------------------------------------------------------


def _draft_7(library: ClauseLibrary) -> Schema:
    schema = answers_schema(library) | {"$schema": _DRAFT_7}
    titles = {id: one.title for id, one in library.precedents.items()}
    schema["properties"]["precedent"] = {
        "title": schema["properties"]["precedent"]["title"],
        "oneOf": [*_titled(titles)],
    }
    for name, question in library.questionnaire.questions.items():
        schema["$defs"][name] = _with_labels(schema["$defs"][name], question)
    return schema


def _with_labels(form: Schema, question: Question) -> Schema:
    """An option is shown by its label, not by its name in the files."""
    if question.options and "enum" in form:
        labels = {one.id: one.label for one in question.options}
        return {key: part for key, part in form.items() if key != "enum"} | {
            "oneOf": [*_titled(labels)]
        }
    return form


def _titled(labels: Mapping[str, str]) -> Iterator[Schema]:
    return ({"const": id, "title": label} for id, label in labels.items())


# --- layout ---------------------------------------------------------------------------------------


def _of_question(question: Question, library: ClauseLibrary) -> Schema:
    control = _control(f"#/properties/answers/properties/{question.id}")
    condition = asked_if(question, library.questionnaire)
    if condition is not None:
        asked = {"scope": "#/properties/answers", "schema": condition.schema}
        control["rule"] = {"effect": "SHOW", "condition": asked}
    return control


def _category(label: str, elements: list[Schema]) -> Schema:
    return {"type": "Category", "label": label, "elements": elements}


def _control(scope: str) -> dict[str, Any]:
    return {"type": "Control", "scope": scope}
