"""JSON Schema (2020-12) of an answers file: labels, sections, options, records, skip logic.

The schema never refuses what the form accepts; what it cannot say (whether a reference names a
record, which of two dates is later, what is recommended) the form says. A question that is not
always asked is declared in the `then` of its condition; every `if` lists what it reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drafter.conditions.source import source
from drafter.intake.skip_logic import asked_if
from drafter.kinds import Kind, spelled
from drafter.kinds.lists import RECORD_ID, list_schema
from drafter.kinds.sort import Schema
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.model import Nature, Question, Questionnaire

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WORD: Schema = {"type": "string", "minLength": 1}


def answers_schema(library: ClauseLibrary) -> Schema:
    """The schema of an answers file for this library."""
    questions = library.questionnaire.questions
    return {
        "$schema": DIALECT,
        "title": "Answers",
        "description": "The deal record: which agreement, the answers, and what stands beside.",
        "type": "object",
        "required": ["precedent", "answers"],
        "additionalProperties": False,
        "properties": {
            "precedent": {
                "title": "Which agreement is it?",
                "enum": list(library.precedents),
                "x-drafter": {"titles": {id: p.title for id, p in library.precedents.items()}},
            },
            "answers": _answers(library),
            **_beside_answers(_paths(library.questionnaire)),
        },
        "$defs": {name: _question(question, library) for name, question in questions.items()},
    }


def _answers(library: ClauseLibrary) -> Schema:
    questions = library.questionnaire.questions
    always: Schema = {}
    sometimes: list[Schema] = []
    for name, question in questions.items():
        declared = {name: {"$ref": f"#/$defs/{name}"}}
        condition = asked_if(question, library.questionnaire)
        if condition is None:
            always |= declared
        else:
            sometimes.append({"if": condition.schema, "then": {"properties": declared}})
    return {
        "title": "Answers",
        "type": "object",
        "properties": always,
        "allOf": sometimes,
        "propertyNames": {"enum": list(questions)},
    }


# --- one question -----------------------------------------------------------------------------


def _question(question: Question, library: ClauseLibrary) -> Schema:
    schema: Schema = {"title": question.asks}
    if question.help:
        schema["description"] = question.help
    schema |= _form(question)
    if question.kind.sort.example is not None:
        schema["examples"] = [question.kind.sort.example]
    return schema | {"x-drafter": _x_drafter(question, library)}


def _form(question: Question) -> Schema:
    kind = question.kind
    if kind.sort.has_records:
        fields = {name: _field(one) for name, one in question.fields.items()}
        return list_schema(fields, kind, question.at_least, question.at_most)
    form = kind.sort.schema(kind)
    if question.pattern:
        form["pattern"] = f"^(?:{question.pattern})$"
    for key, count in (("minItems", question.at_least or None), ("maxItems", question.at_most)):
        if count is not None and "anyOf" in form:
            form["anyOf"][0][key] = count
    return form


def _field(field: Question) -> Schema:
    described: Schema = {"description": field.help} if field.help else {}
    return {"title": field.asks, **described, **_form(field), "x-drafter": _kind_beside(field)}


def _x_drafter(question: Question, library: ClauseLibrary) -> Schema:
    """What no keyword of JSON Schema says of a question."""
    asks = [id for id, one in library.precedents.items() if question.id in one.asks]
    beside: Schema = {"id": question.id, "section": question.section, "precedents": asks}
    beside |= _kind_beside(question)
    if question.ask_when is not None:
        condition = asked_if(question, library.questionnaire)
        beside["asked_when"] = {
            "condition": source(question.ask_when),
            "in_schema": condition is not None and condition.exact,
        }
    if question.recommend:
        beside["recommend"] = [_step(step) for step in question.recommend]
    told = {
        "why": question.why,
        "source": question.source,
        "seen_by": list(question.seen_by),
        "nature": question.nature or Nature.CHOICE,
    }
    return beside | {key: value for key, value in told.items() if value}


def _kind_beside(question: Question) -> Schema:
    kind: Kind = question.kind
    beside: Schema = {"type": kind.sort.name, "optional": question.optional}
    if question.options:
        beside["options"] = {one.id: one.label for one in question.options}
    pairs: tuple[tuple[str, Any], ...] = (
        ("of", kind.of),
        ("one", kind.one),
        ("called", kind.called),
        ("bounds", kind.sort.range(kind.bounds)),
        ("relations", [one.id for one in question.relations]),
    )
    return beside | {key: value for key, value in pairs if value}


def _step(step: Any) -> Schema:
    taken = None if step.take is None else "none" if step.take == () else spelled(step.take)
    told: Schema = {"take": taken}
    if step.when is not None:
        told["when"] = source(step.when)
    return told | ({"because": step.because} if step.because else {})


# --- what stands beside the answers -----------------------------------------------------------


def _beside_answers(paths: Schema) -> Schema:
    special_terms = _entries(
        _words("heading text reason by after replaces"),
        ("heading", "text", "reason"),
        {"pattern": "^[a-z][a-z0-9-]*$"},
    )
    return {
        "unknown": {"title": "Not known yet", "type": "array", "items": paths},
        "confirmed": {"title": "Confirmed", "type": "array", "items": paths},
        "given": _entries(_words("by on how proposed_by proposed_on"), (), paths),
        "overrides": {"type": "array", "items": _entry(_words("what by on reason"))},
        "special_terms": special_terms,
        "checked": {"type": "array", "items": _entry(_words("variant point by on"))},
    }


def _paths(questionnaire: Questionnaire) -> Schema:
    """A question, or a field of a record: `parties.north.country`."""
    lists = [name for name, one in questionnaire.questions.items() if one.fields]
    field = rf"^({'|'.join(lists)})\.{RECORD_ID}\.[a-z][a-z0-9_]*$"
    of_record: Schema = {"type": "string", "pattern": field}
    return {"anyOf": [{"enum": list(questionnaire.questions)}, of_record]}


def _words(names: str) -> Schema:
    return dict.fromkeys(names.split(), _WORD)


def _entry(properties: Schema, required: Iterable[str] | None = None) -> Schema:
    needed = list(properties if required is None else required)
    return {
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }


def _entries(properties: Schema, required: Iterable[str], names: Schema) -> Schema:
    return {
        "type": "object",
        "propertyNames": names,
        "additionalProperties": _entry(properties, required),
    }
