"""Typed, frozen answers, read from a file's data or from a web form's payload.

Four states of a question: answered, absent, unknown (said on purpose) and not asked. The file
says the first three; whether a question is asked follows from the others (`settle`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Refused, quoted, so_many
from drafter.kinds import NotAValue, read_value
from drafter.kinds.lists import RECORD_ID
from drafter.kinds.model import Missing, Record, Value
from drafter.questionnaire.answer_faults import AnswerFaults, AnswerPath, dotted
from drafter.questionnaire.answers_file import LARGEST_FILE, read_answers_file
from drafter.questionnaire.envelope import read_envelope
from drafter.questionnaire.model import Question, Questionnaire
from drafter.questionnaire.named_answers import NamedAnswers
from drafter.questionnaire.plain_data import file_words, with_days_as_words
from drafter.questionnaire.record import Answers, Override, Places, SpecialTerm, with_period

__all__ = [
    "LARGEST_FILE",
    "Answers",
    "Override",
    "Places",
    "SpecialTerm",
    "read_answers",
    "read_answers_file",
    "read_partly",
]


def read_answers(
    data: Mapping[str, Any], questionnaire: Questionnaire, at: Places | None = None
) -> Answers:
    """Typed answers from plain data. Raises `Refused` with every fault at once."""
    answers, faults = read_partly(data, questionnaire, at)
    if faults:
        raise Refused(faults)
    return answers


def read_partly(
    data: Mapping[str, Any],
    questionnaire: Questionnaire,
    at: Places | None = None,
    known: Mapping[str, Value] | None = None,
) -> tuple[Answers, tuple[Diagnostic, ...]]:
    """The answers that can be read, and every fault of the others: what a form needs.

    A day may be a date, as YAML readers make it of one that is not quoted. What is `known` was
    read before from the same words, without a fault.
    """
    data = with_days_as_words(data)
    envelope, faults = read_envelope(data, at or {})
    found = AnswerFaults(questionnaire, at or {}, faults)
    values = _Reader(questionnaire, found, known or {}).values(envelope.answers)
    named = NamedAnswers(questionnaire, values, found)
    named.check_references()
    named.check_paths(envelope.unknown, "unknown")
    named.check_paths(envelope.confirmed, "confirmed")
    named.check_paths(envelope.given, "given")
    answers = Answers(
        precedent=envelope.precedent,
        values=values,
        unknown=frozenset(envelope.unknown),
        confirmed=frozenset(envelope.confirmed),
        overrides=envelope.overrides,
        special_terms=envelope.special_terms,
        checked=envelope.checked,
        given=envelope.given,
        places=at or {},
        record=data,
    )
    return answers, found.collected()


@dataclass(frozen=True, slots=True)
class _Reader:
    questionnaire: Questionnaire
    faults: AnswerFaults
    known: Mapping[str, Value]

    def values(self, given: Mapping[str, Any]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name, raw in given.items():
            question = self.questionnaire.questions.get(name)
            if question is None:
                self.faults.unknown_question(str(name), ("answers", str(name), ""))
                continue
            value = self.known.get(name)
            value = self._value(question, raw, ("answers", name)) if value is None else value
            if value is not None:
                values[name] = value
        return values

    def _value(self, question: Question, raw: object, path: AnswerPath) -> Value | None:
        if question.kind.sort.has_records:
            return self._records(question, raw, path)
        try:
            value = read_value(file_words(raw), question.kind)
            _check_pattern(question, value)
            _check_size(question, value)
            return value
        except NotAValue as fault:
            self.faults.add("wrong-answer", f"{dotted(path)}: {fault.says}", path, fault.cure)
            return None

    # --- records ---

    def _records(
        self, question: Question, raw: object, path: AnswerPath
    ) -> tuple[Record, ...] | None:
        if raw in ("none", [], ()):
            raw = {}
        if not isinstance(raw, Mapping):
            cure = "write `id: {field: value}`, one record a line"
            self.faults.add("wrong-answer", f"`{question.id}` is a list of records", path, cure)
            return None
        records = tuple(
            self._record(question, str(id), fields, (*path, str(id))) for id, fields in raw.items()
        )
        self._check_number(question, len(records), path)
        return records

    def _check_number(self, question: Question, number: int, path: AnswerPath) -> None:
        most = question.at_most
        if most is not None and number > most:
            says = f"`{question.id}` has {so_many(number, 'record')}, at most {most} can be given"
            self.faults.add("wrong-answer", says, path, "remove the others")
        if number < question.at_least:
            says = (
                f"`{question.id}` has {number} of at least {so_many(question.at_least, 'record')}"
            )
            self.faults.add("wrong-answer", says, path, "add the others")

    def _record(self, question: Question, id: str, raw: object, path: AnswerPath) -> Record:
        if not re.fullmatch(RECORD_ID, id):
            says = f"{quoted(id)} cannot name a record"
            self.faults.add("wrong-answer", says, path, "lower case letters, digits and hyphens")
        if not isinstance(raw, Mapping):
            self.faults.add(
                "wrong-answer", f"{dotted(path)} is a record", path, "write `{field: value}`"
            )
            raw = {}
        values: dict[str, Value | Missing] = {}
        for name, one in raw.items():
            field_question = question.fields.get(name)
            if field_question is None:
                says = f"`{question.id}` has no field {quoted(name)}"
                cure = self.faults.near(str(name), question.fields)
                self.faults.add("unknown-question", says, (*path, str(name), ""), cure)
                continue
            value = self._value(field_question, one, (*path, name))
            if value is not None:
                values[name] = value
        return Record(question.id, id, with_period(question, values))


def _check_pattern(question: Question, value: Value) -> None:
    if question.pattern and isinstance(value, str) and not re.fullmatch(question.pattern, value):
        raise NotAValue(f"{quoted(value)} has not the form that is asked for", question.help)


def _check_size(question: Question, value: Value) -> None:
    """A set holds as many members as its question asks for."""
    size = len(value) if isinstance(value, tuple) else question.at_least
    if size < question.at_least:
        raise NotAValue(f"{size} given, of at least {question.at_least}", "give more of them")
    if question.at_most is not None and size > question.at_most:
        raise NotAValue(f"{size} given, of at most {question.at_most}", "give fewer of them")
