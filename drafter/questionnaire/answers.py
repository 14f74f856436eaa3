"""Typed, frozen answers, read from a file's data or from a web form's payload.

Four states of a question: answered, absent, unknown (said on purpose) and not asked. The file
says the first three; whether a question is asked follows from the others (`settle`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted
from drafter.kinds import NotAValue, read_value
from drafter.kinds.lists import RECORD_ID
from drafter.kinds.model import Missing, Points, Record, Value
from drafter.questionnaire.answers_file import LARGEST_FILE, read_answers_file
from drafter.questionnaire.envelope import read_envelope
from drafter.questionnaire.model import Question, Questionnaire
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
AnswerPath = tuple[str, ...]
_LARGEST_NUMBER = 10**60
_MOST_FAULTS = 500  # that are told one by one


def read_answers(
    data: Mapping[str, Any], questionnaire: Questionnaire, at: Places | None = None
) -> Answers:
    """Typed answers from plain data. Raises `Refused` with every fault at once."""
    answers, faults = read_partly(data, questionnaire, at)
    if faults:
        raise Refused(faults)
    return answers


def read_partly(
    data: Mapping[str, Any], questionnaire: Questionnaire, at: Places | None = None
) -> tuple[Answers, tuple[Diagnostic, ...]]:
    """The answers that can be read, and every fault of the others: what a form needs.

    A day may be a date, as YAML readers make it of one that is not quoted.
    """
    data = _with_days_as_words(data)
    envelope, faults = read_envelope(data, at or {})
    reader = _Reader(questionnaire, at or {}, faults)
    values = reader.values(envelope.answers)
    reader.check_references(values)
    reader.check_paths(envelope.unknown, "unknown", values)
    reader.check_paths(envelope.confirmed, "confirmed", values)
    reader.check_paths(envelope.given, "given", values)
    answers = Answers(
        precedent=envelope.precedent,
        values=values,
        unknown=frozenset(envelope.unknown),
        confirmed=frozenset(envelope.confirmed),
        overrides=envelope.overrides,
        special_terms=envelope.special_terms,
        given=envelope.given,
        places=at or {},
        record=data,
    )
    return answers, reader.told()


@dataclass(slots=True)
class _Reader:
    questionnaire: Questionnaire
    at: Places
    faults: list[Diagnostic] = field(default_factory=list)
    untold: int = 0

    def told(self) -> tuple[Diagnostic, ...]:
        """The faults; of very many the first, and how many more there are."""
        if not self.untold:
            return tuple(self.faults)
        says = f"{self.untold:,} more faults of these answers are not told"
        more = Diagnostic("more-faults", says, None, "mend those that are, and read them again")
        return (*self.faults, more)

    def values(self, given: Mapping[str, Any]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name, raw in given.items():
            question = self.questionnaire.questions.get(name)
            if question is None:
                self._unknown_question(str(name), ("answers", str(name), ""))
                continue
            value = self._value(question, raw, ("answers", name))
            if value is not None:
                values[name] = value
        return values

    def _value(self, question: Question, raw: object, path: AnswerPath) -> Value | None:
        if question.kind.sort.has_records:
            return self._records(question, raw, path)
        try:
            value = read_value(_words(raw), question.kind)
            _check_pattern(question, value)
            _check_size(question, value)
            return value
        except NotAValue as fault:
            self._fault("wrong-answer", f"{_dotted(path)}: {fault.says}", path, fault.cure)
            return None

    # --- records ---

    def _records(
        self, question: Question, raw: object, path: AnswerPath
    ) -> tuple[Record, ...] | None:
        if raw in ("none", [], ()):
            raw = {}
        if not isinstance(raw, Mapping):
            cure = "write `id: {field: value}`, one record a line"
            self._fault("wrong-answer", f"`{question.id}` is a list of records", path, cure)
            return None
        records = tuple(
            self._record(question, str(id), fields, (*path, str(id))) for id, fields in raw.items()
        )
        self._check_number(question, len(records), path)
        return records

    def _check_number(self, question: Question, number: int, path: AnswerPath) -> None:
        most = question.at_most
        if most is not None and number > most:
            says = f"`{question.id}` has {number} records, at most {most} can be given"
            self._fault("wrong-answer", says, path, "remove the others")
        if number < question.at_least:
            says = f"`{question.id}` has {number} of at least {question.at_least} records"
            self._fault("wrong-answer", says, path, "add the others")

    def _record(self, question: Question, id: str, raw: object, path: AnswerPath) -> Record:
        if not re.fullmatch(RECORD_ID, id):
            says = f"{quoted(id)} cannot name a record"
            self._fault("wrong-answer", says, path, "lower case letters, digits and hyphens")
        if not isinstance(raw, Mapping):
            self._fault(
                "wrong-answer", f"{_dotted(path)} is a record", path, "write `{field: value}`"
            )
            raw = {}
        values: dict[str, Value | Missing] = {}
        for name, one in raw.items():
            field_question = question.fields.get(name)
            if field_question is None:
                says = f"`{question.id}` has no field {quoted(name)}"
                cure = self._near(str(name), question.fields)
                self._fault("unknown-question", says, (*path, str(name), ""), cure)
                continue
            value = self._value(field_question, one, (*path, name))
            if value is not None:
                values[name] = value
        return Record(question.id, id, with_period(question, values))

    # --- what must be there ---

    def check_references(self, values: Mapping[str, Value]) -> None:
        """Notes each reference to a record that no answer gives."""
        ids = {name: {record.id for record in _members(value)} for name, value in values.items()}
        for path, points in _references(values):
            known = ids.get(points.list, set())
            if points.id not in known:
                says = f"{_dotted(path)}: `{points.list}` has no record {quoted(points.id)}"
                self._fault("unknown-record", says, path, self._near(points.id, known))

    def check_paths(self, paths: Any, key: str, values: Mapping[str, Value]) -> None:
        """Notes each `question` or `list.record.field` that names nothing."""
        for index, path in enumerate(paths):
            here = (key, path, "") if key == "given" else (key, str(index))
            question = self.questionnaire.questions.get(path.split(".")[0])
            if question is None:
                self._unknown_question(path.split(".")[0], here)
            elif "." in path:
                self._check_field(question, path, key, here, values)
            elif key == "unknown" and path in values:
                self._two_answers(path, here)

    def _check_field(
        self, question: Question, path: str, key: str, here: AnswerPath, values: Mapping[str, Value]
    ) -> None:
        _, id, *rest = path.split(".")
        records = {record.id: record for record in _members(values.get(question.id, ()))}
        if id not in records:
            says = f"`{question.id}` has no record {quoted(id)}"
            self._fault("unknown-record", says, here, self._near(id, records))
        elif len(rest) != 1 or rest[0] not in question.fields:
            says = f"`{question.id}` has no field {quoted('.'.join(rest))}"
            cure = self._near(".".join(rest), question.fields)
            self._fault("unknown-question", says, here, cure)
        elif key == "unknown" and rest[0] in records[id].values:
            self._two_answers(path, here)

    # --- faults ---

    def _unknown_question(self, name: str, path: AnswerPath) -> None:
        if name in self.questionnaire.facts:
            says, cure = f"`{name}` is worked out from other answers", "remove it"
        else:
            says = f"no question is called {quoted(name)}"
            cure = self._near(name, self.questionnaire.questions)
        self._fault("unknown-question", says, path, cure)

    def _two_answers(self, path: str, here: AnswerPath) -> None:
        says = f"`{path}` is answered and said to be unknown"
        self._fault("two-answers", says, here, "remove one of the two")

    def _near(self, name: str, known: Iterable[str]) -> str:
        return did_you_mean(name, known) if len(self.faults) < _MOST_FAULTS else ""

    def _fault(self, rule: str, says: str, path: AnswerPath, cure: str = "") -> None:
        if len(self.faults) >= _MOST_FAULTS:
            self.untold += 1
            return
        place = self.at.get(path) or self.at.get(path[:-1])
        named = ".".join(part for part in path[1:] if part)  # `list.record.field` for a field
        questions = (named,) if named and path[0] == "answers" else ()
        self.faults.append(Diagnostic(rule, says, place, cure, questions=questions))


def _dotted(path: AnswerPath) -> str:
    return quoted(".".join(path[1:]))


def _members(value: Value) -> tuple[Record, ...]:
    """The records of a list answer; of any other answer, none."""
    records = value if isinstance(value, tuple) else ()
    return tuple(one for one in records if isinstance(one, Record))


def _references(values: Mapping[str, Value]) -> Iterator[tuple[AnswerPath, Points]]:
    for name, value in values.items():
        if isinstance(value, Points):
            yield ("answers", name), value
            continue
        for record in _members(value):
            for field_name, one in record.values.items():
                if isinstance(one, Points):
                    yield ("answers", name, record.id, field_name), one


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


def _with_days_as_words(raw: Any) -> Any:
    """Plain data in which days are spelled as an answers file spells them.

    YAML readers make a date of an unquoted day, and `True` of the key `on` beside it.
    """
    if isinstance(raw, Mapping):
        return {"on" if key is True else key: _with_days_as_words(one) for key, one in raw.items()}
    if isinstance(raw, list | tuple):
        return [_with_days_as_words(one) for one in raw]
    return raw.isoformat() if type(raw) is date else raw


def _words(raw: object) -> str | tuple[str, ...]:
    """JSON's true, false and numbers, and dates, are read as the words that a file would hold."""
    if isinstance(raw, list | tuple):
        return tuple(_word(one) for one in raw)
    return _word(raw)


def _word(raw: object) -> str:
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, str):
        return raw
    if isinstance(raw, int | float) and -_LARGEST_NUMBER < raw < _LARGEST_NUMBER:
        return str(raw)
    if isinstance(raw, int | float):
        raise NotAValue("this number cannot stand in an answer", "write it in figures")
    if raw is None:
        raise NotAValue("null is no answer", "answer it, or leave the question out")
    raise NotAValue("one value is expected here")
