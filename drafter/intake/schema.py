"""JSON Schema (2020-12) of an answers file: labels, sections, options, records, skip logic.

The schema never refuses what the form accepts; what it cannot say (whether a reference names a
record, which of two dates is later, what is recommended) the form says. A question that is not
always asked is declared in the `then` of its condition; every `if` lists what it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from drafter.conditions.model import Kind, Sort
from drafter.conditions.say import source
from drafter.intake.skip_logic import asked_if
from drafter.library.model import Library
from drafter.questionnaire.model import Question, Questionnaire
from drafter.questionnaire.values import LONGEST, spelled

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
YES, NO = ["yes", "true", True], ["no", "false", False]
_ID = "^[a-z0-9][a-z0-9_-]*$"
_TERRITORY: Schema = {"type": "string", "pattern": "^(worldwide|[A-Z]{2}(-[A-Z0-9]{1,3})?)$"}
_WORD: Schema = {"type": "string", "minLength": 1}
_FORMS: Mapping[Sort, Schema] = {
    Sort.YES_NO: {"enum": [*YES, *NO]},
    Sort.TEXT: {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": r"^[^\t\r\n]+$"},
    Sort.LONG_TEXT: {"type": "string", "minLength": 1, "maxLength": LONGEST},
    Sort.NUMBER: {"type": ["integer", "string"], "pattern": "^-?[0-9]{1,15}$"},
    Sort.MONEY: {"type": "string", "pattern": r"^[A-Z]{3} [0-9]{1,15}(\.[0-9]{1,2})?$"},
    Sort.PERCENTAGE: {
        "type": "string", "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,6})?( ?%| ?percent)$",
    },
    Sort.DATE: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Sort.DURATION: {
        "type": "string", "pattern": "^[0-9]{1,6} (days?|working-days?|months?|years?)$",
    },
    Sort.PARTY: {"type": "string", "minLength": 1},
    Sort.REFERENCE: {"type": "string", "minLength": 1},
    Sort.JURISDICTIONS: {"anyOf": [{"type": "array", "items": _TERRITORY}, _TERRITORY]},
}  # fmt: skip
_EXAMPLES = {
    Sort.MONEY: "EUR 250000", Sort.PERCENTAGE: "12.5 percent", Sort.DATE: "2027-03-05",
    Sort.DURATION: "30 days", Sort.NUMBER: 3, Sort.JURISDICTIONS: ["GB", "US"],
}  # fmt: skip


def answers_schema(library: Library) -> Schema:
    """The schema of an answers file for this library."""
    questionnaire = library.questionnaire
    paths = _paths(questionnaire)
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
            "unknown": {"title": "Not known yet", "type": "array", "items": paths},
            "confirmed": {"title": "Confirmed", "type": "array", "items": paths},
            "given": _entries({"by": _WORD, "on": _WORD, "how": _WORD}, (), paths),
            "overrides": {"type": "array", "items": _entry(_words("what by on reason"))},
            "special_terms": _entries(
                _words("heading text reason by after replaces"), ("heading", "text", "reason"),
                {"pattern": "^[a-z][a-z0-9-]*$"}),
        },
        "$defs": {name: _question(question, library)
                  for name, question in questionnaire.questions.items()},
    }  # fmt: skip


def _answers(library: Library) -> Schema:
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
    return {"title": "Answers", "type": "object", "properties": always, "allOf": sometimes,
            "propertyNames": {"enum": list(questions)}}  # fmt: skip


# --- one question -----------------------------------------------------------------------------


def _question(question: Question, library: Library) -> Schema:
    schema: Schema = {"title": question.asks}
    if question.help:
        schema["description"] = question.help
    schema |= _form(question)
    if question.kind.sort in _EXAMPLES:
        schema["examples"] = [_EXAMPLES[question.kind.sort]]
    return schema | {"x-drafter": _beside(question, library)}


def _form(question: Question) -> Schema:
    kind = question.kind
    if kind.sort is Sort.LIST:
        return _list(question)
    if kind.sort is Sort.CHOICE:
        return {"enum": list(kind.options)}
    if kind.sort is Sort.SEVERAL:
        one: Schema = {"enum": list(kind.options)}
        return {"anyOf": [{"type": "array", "items": one}, one]}
    form = dict(_FORMS[kind.sort])
    if question.pattern:
        form["pattern"] = f"^(?:{question.pattern})$"
    return form


def _list(question: Question) -> Schema:
    fields = {name: {"title": one.asks, **({"description": one.help} if one.help else {}),
                     **_form(one), "x-drafter": _kind_beside(one)}
              for name, one in question.fields.items()}  # fmt: skip
    records: Schema = {
        "type": "object",
        "propertyNames": {"pattern": _ID},
        "additionalProperties": {
            "title": question.kind.one.replace("_", " "),
            "type": "object", "properties": fields, "additionalProperties": False,
        },
    }  # fmt: skip
    if question.at_most is not None:
        records["maxProperties"] = question.at_most
    if question.at_least:
        return records | {"minProperties": question.at_least}
    return {"anyOf": [records, {"const": "none"}, {"type": "array", "maxItems": 0}]}


def _beside(question: Question, library: Library) -> Schema:
    """What no keyword of JSON Schema says of a question."""
    asks = [id for id, one in library.precedents.items() if question.id in one.asks]
    beside: Schema = {"id": question.id, "section": question.section, "precedents": asks}
    beside |= _kind_beside(question)
    if question.ask_when is not None:
        condition = asked_if(question, library.questionnaire)
        beside["asked_when"] = {"condition": source(question.ask_when),
                                "in_schema": condition is not None and condition.exact}  # fmt: skip
    if question.recommend:
        beside["recommend"] = [_step(step) for step in question.recommend]
    told = {"why": question.why, "source": question.source, "seen_by": list(question.seen_by),
            "counsel_decides": question.counsel_decides}  # fmt: skip
    return beside | {key: value for key, value in told.items() if value}


def _kind_beside(question: Question) -> Schema:
    kind: Kind = question.kind
    beside: Schema = {"type": kind.sort.value, "optional": question.optional}
    if question.options:
        beside["options"] = {one.id: one.label for one in question.options}
    pairs = (("of", kind.of), ("one", kind.one), ("called", kind.called))
    return beside | {key: value for key, value in pairs if value}


def _step(step: Any) -> Schema:
    taken = None if step.take is None else "none" if step.take == () else spelled(step.take)
    told: Schema = {"take": taken}
    if step.when is not None:
        told["when"] = source(step.when)
    return told | ({"because": step.because} if step.because else {})


# --- what stands beside the answers -----------------------------------------------------------


def _paths(questionnaire: Questionnaire) -> Schema:
    """A question, or a field of a record: `parties.north.country`."""
    lists = [name for name, one in questionnaire.questions.items() if one.fields]
    field = rf"^({'|'.join(lists)})\.[a-z0-9][a-z0-9_-]*\.[a-z][a-z0-9_]*$"
    of_record: Schema = {"type": "string", "pattern": field}
    return {"anyOf": [{"enum": list(questionnaire.questions)}, of_record]}


def _words(names: str) -> Schema:
    return dict.fromkeys(names.split(), _WORD)


def _entry(properties: Schema, required: Iterable[str] | None = None) -> Schema:
    needed = list(properties if required is None else required)
    return {"type": "object", "properties": properties, "required": needed,
            "additionalProperties": False}  # fmt: skip


def _entries(properties: Schema, required: Iterable[str], names: Schema) -> Schema:
    return {"type": "object", "propertyNames": names,
            "additionalProperties": _entry(properties, required)}  # fmt: skip
