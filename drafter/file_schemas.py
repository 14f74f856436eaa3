"""JSON Schema of each kind of YAML file that lawyers write, for editors that help while one types.

A schema is made for one library, so that an editor offers its topics, questions and options. It
refuses no file that drafter reads; what it cannot say (whether a condition can be judged, whether a
table is whole) `drafter check` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from drafter.casework.read import EXPECT
from drafter.intake.schema import DIALECT, answers_schema
from drafter.kinds import KINDS
from drafter.kinds.sort import Schema
from drafter.library.load import MOVED, RENAMED
from drafter.library.model import ClauseLibrary
from drafter.library.precedents import PARTIES, SEVERITIES
from drafter.library.word_list import KEYS as WORD_LIST
from drafter.questionnaire.facts import FORMS
from drafter.questionnaire.model import Nature
from drafter.questionnaire.questions import KEYS as QUESTION
from drafter.questionnaire.questions import NOT_IN_RECORDS
from drafter.questionnaire.relation import RELATIONS
from drafter.questionnaire.relations import BESIDE

_WORDS: Schema = {"type": ["string", "number", "boolean"]}  # a number or `true` is words here too
_LIST: Schema = {"anyOf": [_WORDS, {"type": "array", "items": _WORDS}]}
_YES_NO: Schema = {"enum": ["yes", "no"]}


def file_schema(kind: str, library: ClauseLibrary) -> Schema:
    """The schema of one kind of file (`SCHEMAS` names them), for the names of this library.

    >>> from drafter import load_library
    >>> topic = file_schema("topic", load_library().clauses)
    >>> sorted(topic["properties"])
    ['choose', 'covers', 'heading', 'settles', 'within']
    """
    return {"$schema": DIALECT, "title": kind} | SCHEMAS[kind](library)


# --- one kind each --------------------------------------------------------------------------------


def _topic(library: ClauseLibrary) -> Schema:
    hosts = {"enum": [*library.topics]}
    return _keys(
        {"heading": _WORDS, "settles": _WORDS, "covers": _LIST, "within": hosts, "choose": _TABLE}
    )


def _definition(library: ClauseLibrary) -> Schema:
    return _keys({"term": _WORDS, "forms": _LIST, "choose": _TABLE}, ("term", "choose"))


def _precedent(library: ClauseLibrary) -> Schema:
    topics = _list_of(library.topics)
    part = _keys({"heading": _WORDS, "topics": topics}, ("heading", "topics"))
    properties = {
        "title": _WORDS,
        "language": _WORDS,
        "edition": {"enum": [*library.printing]},
        "parties": {"type": ["string", "integer"], "pattern": f"^{PARTIES.pattern}$"},
        "opening": topics,
        "parts": {"type": "array", "items": part},
        "schedules": topics,
        "closing": topics,
        "essential": _list_of(library.questionnaire.questions),
        "contents": _YES_NO,
        "key terms": topics,
    }
    return _keys(properties, ("title", "parts"))


def _rule(library: ClauseLibrary) -> Schema:
    law = _keys({"from": _WORDS, "until": _WORDS})
    said = dict.fromkeys(("when", "message", "reason", "source"), _WORDS)
    severity: Schema = {"enum": [*SEVERITIES]}
    return _keys({"severity": severity, **said, "law": law}, ("severity", "when", "message"))


def _questions(library: ClauseLibrary) -> Schema:
    return _keys(
        {"section": _WORDS, "questions": _named(_question(library))}, ("section", "questions")
    )


def _question(library: ClauseLibrary) -> Schema:
    keys = _keys_of_a_question(library)
    field = {name: form for name, form in keys.items() if name not in NOT_IN_RECORDS}
    keys["fields"] = _named(_keys(field, ("asks", "type")))
    return _keys(keys, ("asks", "type"))


def _keys_of_a_question(library: ClauseLibrary) -> Schema:
    lists = [id for id, one in library.questionnaire.questions.items() if one.fields]
    relation = _keys({**dict.fromkeys(RELATIONS, _LIST), **dict.fromkeys(BESIDE, _WORDS)})
    step = _keys({"take": _LIST, "when": _WORDS, "because": _WORDS})
    own: Schema = {
        "type": {"enum": [*KINDS]},
        "nature": {"enum": [one.value for one in Nature]},
        "options": _named({"anyOf": [_WORDS, _keys({"label": _WORDS, "prints": _WORDS})]}),
        "of": {"enum": lists},
        "optional": _YES_NO,
        "can wait": _YES_NO,
        "figures will do": _YES_NO,
        "recommend": {"type": "array", "items": {"anyOf": [{"const": "no-opinion"}, step]}},
        "relations": {"type": "array", "items": relation},
        **dict.fromkeys(("seen by", "period", "asked first", "of the deal"), _LIST),
        "fields": {"type": "object"},
    }
    return dict.fromkeys(QUESTION, _WORDS) | own


def _facts(library: ClauseLibrary) -> Schema:
    complete = _keys({"list": _WORDS, "each": _LIST}, ("list", "each"))
    own: Schema = {"classify": _named(_WORDS), "compare": _LIST, "same": _LIST}
    forms = dict.fromkeys((*FORMS, "where"), _WORDS) | own | {"complete": complete}
    return _named(_keys(forms) | {"minProperties": 1})


def _case(library: ClauseLibrary) -> Schema:
    whole = answers_schema(library)["properties"]
    beside = {name: form for name, form in whole.items() if name != "answers"}
    known = {"enum": [*library.questionnaire.questions]}
    answers: Schema = {"type": "object", "propertyNames": known}
    topics: Schema = {"type": "object", "propertyNames": {"enum": [*library.topics]}}
    expected = _keys(dict.fromkeys(EXPECT, _LIST) | {"variants": topics})
    return _keys(
        {**beside, "answers": answers, "expect": expected}, ("precedent", "answers", "expect")
    )


def _words(library: ClauseLibrary) -> Schema:
    by_fact = {"propertyNames": {"enum": [*library.questionnaire.facts]}}
    lists = dict.fromkeys(("editions", "trade terms", "measures"), _named(_LIST))
    by_name = {**lists, "bends": _named(_WORDS)}
    maps = {"statutes": _named(_LIST) | by_fact, **by_name}
    return _keys(dict.fromkeys(WORD_LIST, _LIST) | maps)


def _renamed(library: ClauseLibrary) -> Schema:
    moved = _named(_named(_named(_WORDS)))
    return _keys({**dict.fromkeys(RENAMED, _named(_WORDS)), **dict.fromkeys(MOVED, moved)})


SCHEMAS: Mapping[str, Callable[[ClauseLibrary], Schema]] = {
    "answers": answers_schema,
    "case": _case,
    "definition": _definition,
    "facts": _facts,
    "precedent": _precedent,
    "questions": _questions,
    "renamed": _renamed,
    "rule": _rule,
    "topic": _topic,
    "words": _words,
}
"""The kinds of files by name, each with what makes its schema."""


# --- forms ----------------------------------------------------------------------------------------


def _keys(properties: Schema, required: Iterable[str] = ()) -> Schema:
    needed = {"required": [*required]} if required else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


def _named(form: Schema) -> Schema:
    return {"type": "object", "additionalProperties": form}


def _list_of(names: Iterable[str]) -> Schema:
    one: Schema = {"enum": [*names]}
    return {"anyOf": [one, {"type": "array", "items": one}]}


_TABLE = _named(_WORDS)
