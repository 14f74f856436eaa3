"""Wrong answers of each kind, planted in each question and field that some deal of the library
answers: one wrong thing at a time, in a deal that says nothing of that sort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any, NamedTuple

import yaml

from drafter import Form
from drafter.questionnaire.model import Question
from support.bad_inputs import CASES
from support.command import ROOT
from support.examples import starter

_BESIDE = {"effective_date": "2027-03-01", "general_cap": "GBP 250000", "term_length": "24 months"}
_FIRST = {"money": "GBP 5000", "date": "2027-09-01", "duration": "30 days",
          "percentage": "5 percent", "whole number": "3"}  # fmt: skip


class Planted(NamedTuple):
    """A wrong answer: what is wrong with it, in which deal, where, and what it says."""

    kind: str
    deal: str
    path: tuple[str, ...]
    value: Any

    @property
    def field(self) -> str:
        """The question, or the field of a list, whichever record it stands in."""
        return ".".join((self.path[0], *self.path[2:]))

    def is_told(self) -> bool:
        """Whether the form says something of that place that it did not say before."""
        data = deepcopy(_deals()[self.deal])
        *above, last = ("answers", *self.path)
        at = data
        for part in above:
            at = at[part]
        at[last] = self.value
        new = _said(_form(self.deal).made(data)) - _said_before(self.deal)
        return any(self.path[-1] in said for said in new)


def planted() -> Iterator[Planted]:
    """Every wrong answer."""
    for (name, *field), (deal, path) in sorted(_places().items()):
        question = starter().clauses.questionnaire.questions[name]
        asked = question.fields[field[0]] if field else question
        answers = _deals()[deal]["answers"]
        for kind, value in _wrong(asked, path, answers):
            yield Planted(kind, deal, path, value)


def _wrong(asked: Question, path: tuple[str, ...], answers: Mapping[str, Any]) -> Any:
    held = answers
    for part in path:
        held = held.get(part, {})
    sort, bounds = asked.kind.sort, asked.kind.bounds
    given: Any = held or _FIRST.get(sort.name)
    if sort.free:
        return _texts(given, answers)
    if sort.name == "list":
        return _rows(asked, given)
    if sort.name == "party":
        return _both_sides(path, answers)
    return {
        "money": lambda: [("another currency", f"JPY{given[3:]}"), ("tiny", f"{given[:3]} 0.01"),
                          ("huge", f"{given[:3]} 99000000000")],
        "date": lambda: [("long ago", "2020-01-01"), ("far off", "2129-01-01")],
        "duration": lambda: [("tiny", "1 days"), ("huge", str(bounds.most))],
        "percentage": lambda: [("tiny", "0.01 percent"), ("all", "100 percent")],
        "whole number": lambda: [("tiny", str(bounds.least)), ("huge", str(bounds.most))],
        "jurisdictions": lambda: [("none such", ["ZZ"]), ("twice", [*given, given[0]]),
                                  ("elsewhere", ["BR"]), ("in itself", ["GB", "GB-ENG"])],
    }.get(sort.name, list)()  # fmt: skip


def _texts(given: str, answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    names = [one["short_name"] for one in answers.get("parties", {}).values()]
    long = max((word for name in names for word in name.split()), key=len)
    yield "figures alone", "7"
    yield "a name alone", names[0]
    yield "the project alone", answers.get("project_name", "Smart Handbag")
    yield "missing", "to be confirmed"
    yield "an address alone", "a@b.example"
    yield "more than the whole", f"{given}, 180% of the phase"
    yield "nothing", f"{given}, USD 0"
    yield "no such day", f"{given}, 31 June 2027"
    yield "another currency", f"{given}, JPY 400"
    yield "reversed", f"{given}, between 20 and 10 days"
    yield "numbers reversed", f"{given}, 500 to 100 bags"
    yield "days reversed", f"{given}, from 1 May 2028 to 1 April 2028"
    yield "a name misspelt", f"{given} of {long}{long[-1]}"


def _rows(asked: Question, given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    first = next(iter(given.values()))
    louder = {
        field: said.upper() if asked.fields[field].kind.sort.free else said
        for field, said in first.items()
    }
    yield "twice", {**given, "again": first}
    yield "twice but for case", {**given, "again": louder}


def _both_sides(path: tuple[str, ...], answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The party that another field of the record names already."""
    *above, name = path
    if above:
        fields = starter().clauses.questionnaire.questions[path[0]].fields
        for other, said in answers[path[0]][path[1]].items():
            if other != name and other in fields and fields[other].kind.sort.name == "party":
                yield f"as {other}", said


@cache
def _deals() -> Mapping[str, Any]:
    """Every example and case, with a start, a length and a cap where it has none."""
    examples = {one.parent.name: one for one in sorted(ROOT.glob("examples/*/answers.yaml"))}
    deals = {}
    for name, file in (examples | {one.stem: one for one in sorted(CASES.glob("*.yaml"))}).items():
        data = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
        if "precedent" in data and "parties" in data["answers"]:
            unknown = data.get("unknown", ())
            beside = {name: _BESIDE[name] for name in _BESIDE if name not in unknown}
            data["answers"] = beside | data["answers"]
            deals[name] = {key: data[key] for key in data if key != "expect"}
    return deals


@cache
def _form(deal: str) -> Form:
    return starter().form(_deals()[deal])


@cache
def _said_before(deal: str) -> frozenset[str]:
    return _said(_form(deal))


def _said(form: Form) -> frozenset[str]:
    found = (one.rule.message for one in form.findings if not one.pending)
    return frozenset((*found, *(fault.says for fault in form.faults)))


def _places() -> Mapping[tuple[str, ...], tuple[str, tuple[str, ...]]]:
    """A deal, and the place in it, of each question and field: where it is answered, or asked."""
    questions = starter().clauses.questionnaire.questions
    found: dict[tuple[str, ...], tuple[str, tuple[str, ...]]] = {}
    for deal, data in _deals().items():
        asked = _form(deal).asked
        for name in asked:
            value, question = data["answers"].get(name), questions[name]
            if value is not None:
                found.setdefault((name,), (deal, (name,)))
            for id, record in value.items() if question.fields and isinstance(value, dict) else ():
                for field in record:
                    found.setdefault((name, field), (deal, (name, id, field)))
    return found
