"""Deals made from the questionnaire: any answers that its types admit, references that hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from drafter import kinds
from drafter.kinds import Kind, NotAValue, read_value
from drafter.library.model import ClauseLibrary, Precedent
from drafter.questionnaire.model import Question
from drafter.questionnaire.relation import DISTINCT

_WORDS = ["Alder", "Birch & Co", "a <tag>", "S.A.", "{{ 7*7 }}", "[@exit]", "Größe", "née", "**x**"]
_TERRITORIES = ["GB", "US", "FR", "DE", "EU", "worldwide", "JP"]
_SIMPLE = {
    kinds.YES_NO: st.sampled_from(["yes", "no"]),
    kinds.TEXT: st.sampled_from(_WORDS),
    kinds.EMAIL: st.sampled_from(["legal@example.com", "a.b@mail.example"]),
    kinds.LANGUAGE: st.sampled_from(["English", "German and French"]),
    kinds.LONG_TEXT: st.sampled_from([*_WORDS, "two\nlines"]),
    kinds.NUMBER: st.integers(0, 12).map(str),
    kinds.MONEY: st.sampled_from(["EUR 0.01", "EUR 250000", "GBP 1000000", "USD 12.50"]),
    kinds.PERCENTAGE: st.sampled_from(["0 percent", "12.5 percent", "50 percent", "100 percent"]),
    kinds.DATE: st.dates(date(2000, 1, 1), date(2199, 12, 31)).map(str),
    kinds.DURATION: st.sampled_from(
        ["1 days", "10 working-days", "30 days", "6 months", "2 years"]
    ),
    kinds.JURISDICTIONS: st.lists(st.sampled_from(_TERRITORIES), min_size=1, unique=True),
}


def deals(library: ClauseLibrary, precedent: Precedent | None = None) -> st.SearchStrategy[Any]:
    """Answers data for any precedent: most questions answered, some absent, some unknown."""
    ids = [precedent.id] if precedent else sorted(library.precedents)
    return st.composite(_deal)(library, ids)


def _deal(draw: Any, library: ClauseLibrary, precedents: list[str]) -> dict[str, Any]:
    precedent = library.precedents[draw(st.sampled_from(precedents))]
    questions = library.questionnaire.questions
    records = {name: _ids(draw, question, precedent) for name, question in questions.items()
               if question.kind.sort is kinds.LIST}  # fmt: skip
    answers: dict[str, Any] = {}
    unknown: list[str] = []
    for name, question in questions.items():
        state = draw(st.integers(0, 11))
        if name in precedent.essential or state > 1:
            answers[name] = _answer(draw, question, records)
        elif state == 1:
            unknown.append(name)
    known = {name: ids for name, ids in records.items() if name in answers}
    return {"precedent": precedent.id, "answers": _held(answers, known, questions),
            "unknown": unknown}  # fmt: skip


def _ids(draw: Any, question: Question, precedent: Precedent) -> list[str]:
    least = max(question.at_least, 1)
    most = min(question.at_most or 4, 4)
    if question.id == "parties":
        least, most = precedent.fewest_parties, min(4, precedent.most_parties or 4)
    count = draw(st.integers(least, max(least, most)))
    return [f"{question.kind.one}-{index}".replace("_", "-") for index in range(1, count + 1)]


def _answer(draw: Any, question: Question, records: Mapping[str, list[str]]) -> Any:
    kind = question.kind
    if kind.sort is kinds.LIST:
        return {id: _record(draw, question, id, records) for id in records[question.id]}
    if kind.sort is kinds.CHOICE:
        return draw(st.sampled_from(kind.options))
    if kind.sort is kinds.SEVERAL:
        return draw(st.lists(st.sampled_from(kind.options), min_size=1, unique=True))
    if kind.sort in (kinds.PARTY, kinds.REFERENCE):
        return draw(st.sampled_from(records[kind.of]))
    if question.pattern:
        return "HRB 1234"  # the one form that the library asks for: of a registration number
    return draw(_SIMPLE[kind.sort].filter(lambda words: _is_taken(words, kind)))


def _is_taken(words: Any, kind: Kind) -> bool:
    """Whether an amount is within its bounds."""
    try:
        return not kind.sort.ordered or read_value(words, kind) is not None
    except NotAValue:
        return False


def _record(
    draw: Any, question: Question, id: str, records: Mapping[str, list[str]]
) -> dict[str, Any]:
    return {name: _said_once(_answer(draw, field, records), field, id)
            for name, field in question.fields.items() if draw(st.integers(0, 9)) != 0}  # fmt: skip


def _said_once(answer: Any, field: Question, id: str) -> Any:
    """A text that no other record says, where none may."""
    apart = field.kind.sort is kinds.TEXT and any(one.how == DISTINCT for one in field.relations)
    return f"{answer} of {id}" if apart else answer


def _held(
    answers: dict[str, Any], records: Mapping[str, list[str]], questions: Mapping[str, Question]
) -> dict[str, Any]:
    """The answers without references to lists that this deal leaves unanswered."""
    return {
        name: _fields_held(value, records, questions[name]) if isinstance(value, dict) else value
        for name, value in answers.items()
        if not questions[name].kind.of or questions[name].kind.of in records
    }


def _fields_held(
    value: dict[str, Any], records: Mapping[str, list[str]], question: Question
) -> dict[str, Any]:
    return {id: {name: one for name, one in fields.items()
                 if not question.fields[name].kind.of or question.fields[name].kind.of in records}
            for id, fields in value.items()}  # fmt: skip
