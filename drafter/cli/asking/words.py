"""Answers and questions in words: labels, names, dates and amounts as people read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from drafter.cli.asking.typed import Choice, in_words
from drafter.conditions.model import Condition, Sort
from drafter.conditions.reasons import grounds
from drafter.conditions.walk import subjects
from drafter.intake.model import Form, State
from drafter.questionnaire.model import Question
from drafter.questionnaire.order import questions_behind
from drafter.questionnaire.territories import territory
from drafter.questionnaire.values import NotAValue, read_value

_TYPED = (Sort.MONEY, Sort.DATE, Sort.DURATION, Sort.PERCENTAGE, Sort.NUMBER)


def choices(form: Form, question: Question) -> list[Choice]:
    """The lines of a question: options, yes and no, or the records that it may name."""
    if question.options:
        return [Choice(one.id, one.label) for one in question.options]
    if question.kind.sort is Sort.YES_NO:
        return [Choice("yes", "Yes"), Choice("no", "No")]
    return list(_records(form, question.kind.of)) if question.kind.of else []


def _records(form: Form, name: str) -> Iterator[Choice]:
    called = form.library.questionnaire.questions[name].kind.called
    records = form.data["answers"].get(name)
    for id, fields in records.items() if isinstance(records, dict) else ():
        fields = fields if isinstance(fields, dict) else {}
        yield Choice(id, str(fields.get(called, id)))


def said(form: Form, question: Question, answer: Any) -> str:
    """An answer in words."""
    if isinstance(answer, dict):
        return ", ".join(one.label for one in _records(form, question.id)) or "none"
    if isinstance(answer, list):
        return ", ".join(_one(form, question, str(one)) for one in answer) or "none"
    return _one(form, question, str(answer))


def _one(form: Form, question: Question, word: str) -> str:
    labels = {one.id: one.label for one in choices(form, question)}
    if word in labels:
        return labels[word]
    if question.kind.sort is Sort.JURISDICTIONS:
        return territory(word)
    try:
        value = read_value(word, question.kind) if question.kind.sort in _TYPED else word
    except NotAValue:
        return word
    day = f" (a {value:%A})" if isinstance(value, date) else ""
    return in_words(value) + day


def stands_at(form: Form, name: str) -> str:
    """What a question stands at, in words."""
    asked = form.asked.get(name)
    question = form.library.questionnaire.questions[name]
    given = form.data["answers"].get(name)
    if asked is not None and asked.state is State.UNKNOWN:
        return "not known yet"
    if given is not None:
        return said(form, question, given)
    return "left blank" if asked is not None and asked.state is State.ANSWERED else "not answered"


def number_of(form: Form, name: str) -> str:
    """The number of a question in the form as it stands, such as `3.2`; empty when not in play."""
    asked = form.asked.get(name)
    if asked is None:
        return ""
    section = asked.question.section
    place = [one.question.id for one in form.inside(section)].index(name) + 1
    return f"{form.section_names.index(section) + 1}.{place}"


def numbered(form: Form, number: str) -> list[str]:
    """The questions that a number, an id or a part of an id may name."""
    section, _, place = number.partition(".")
    if section.isdigit() and place.isdigit():
        number = f"{int(section)}.{int(place)}"
        return [one for one in form.asked if number_of(form, one) == number]
    if number in form.asked or not number:
        return [number] if number else []
    begins = [name for name in form.asked if name.startswith(number)]
    return begins or [name for name in form.asked if number in name]


def because(form: Form, condition: Condition) -> str:
    """The answers that made a condition hold, in words."""
    questionnaire = form.library.questionnaire
    names = {read for test in grounds(condition, form.deal) for read in subjects(test)}
    behind = {one for name in names for one in questions_behind(name, questionnaire)}
    told = []
    for name in questionnaire.in_order(behind):
        asks = questionnaire.questions[name].asks
        told.append(f"{number_of(form, name) or name} {asks} {stands_at(form, name)}")
    return "; ".join(told)
