"""The deal record: typed, frozen answers, read from a file or from a web form's payload.

Four states of a question: answered, absent, unknown (said on purpose) and not asked. The file
says the first three; whether a question is asked follows from the others (`settle`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafter.conditions.model import Missing, Points, Record, Sort, Value
from drafter.diagnostics import Diagnostic, Place, Refused, did_you_mean
from drafter.questionnaire.model import Question, Questionnaire
from drafter.questionnaire.values import NotAValue, read_value
from drafter.yaml_nodes import YamlFile, places, plain

LARGEST_FILE = 4_000_000  # bytes; the longest real deal record is a hundredth of it
Places = Mapping[tuple[str, ...], Place]


@dataclass(frozen=True, slots=True)
class SpecialTerm:
    """A clause of this deal alone: plain text under a heading, after or instead of a topic."""

    id: str
    heading: str
    text: str
    reason: str
    by: str = ""
    after: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """A named person's decision to go on despite a warning, with the reason."""

    what: str
    by: str
    on: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answers:
    """One deal's answers, typed. `unknown` holds question ids and `list.record.field` paths."""

    precedent: str
    values: Mapping[str, Value] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()
    overrides: tuple[Override, ...] = ()
    special_terms: tuple[SpecialTerm, ...] = ()
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    places: Places = field(default_factory=dict, compare=False, repr=False)

    def place(self, *path: str) -> Place | None:
        """Where an answer stands in its file; None when it came from a payload."""
        return self.places.get(path)


def read_answers_file(path: Path) -> tuple[dict[str, Any], Places]:
    """The plain data of a YAML or JSON answers file, and where each value stands.

    Raises `Refused` for a file that is a folder, empty, binary, too large or no YAML.
    """
    name = path.as_posix()
    file = YamlFile(name, _text(path, name))
    root = file.root()
    data = plain(file, root) if root is not None else {}
    if root is not None and not isinstance(data, dict):
        file.fault("wrong-shape", "an answers file says `precedent:` and `answers:`", root)
    if file.faults:
        raise Refused(file.faults)
    assert isinstance(data, dict) and root is not None
    return data, places(file, root)


def _text(path: Path, name: str) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _refused(name, "larger than 4 MB", "an answers file holds answers only")
        return path.read_bytes().decode("utf-8-sig")
    except IsADirectoryError:
        raise _refused(name, "this is a folder", "name the answers file in it") from None
    except UnicodeDecodeError:
        raise _refused(name, "this is no UTF-8 text", "save it as YAML or JSON in UTF-8") from None
    except OSError as error:
        raise _refused(name, error.strerror or "cannot be read", "check the path") from None


def _refused(name: str, says: str, cure: str) -> Refused:
    return Refused([Diagnostic("answers-file", f"{name}: {says}", Place(name), cure)])


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
    """The answers that can be read, and every fault of the others: what a form needs."""
    reader = _Reader(questionnaire, at or {})
    return reader.answers(data), tuple(reader.faults)


class _Reader:
    def __init__(self, questionnaire: Questionnaire, at: Places) -> None:
        self.questionnaire, self.at = questionnaire, at
        self.faults: list[Diagnostic] = []

    def answers(self, data: Mapping[str, Any]) -> Answers:
        from drafter.questionnaire.envelope import check_envelope

        envelope, faults = check_envelope(data, self.at)
        self.faults += faults
        values = self._values(envelope["answers"])
        return Answers(
            precedent=envelope["precedent"],
            values=values,
            unknown=frozenset(self._paths(envelope["unknown"], "unknown", values)),
            confirmed=frozenset(self._paths(envelope["confirmed"], "confirmed", values)),
            overrides=tuple(Override(**one) for one in envelope["overrides"]),
            special_terms=tuple(
                SpecialTerm(id, **term) for id, term in envelope["special_terms"].items()
            ),
            given=envelope["given"],
            places=self.at,
        )

    def _values(self, given: Mapping[str, Any]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name, raw in given.items():
            path = ("answers", str(name))
            question = self.questionnaire.questions.get(name)
            if question is None:
                self._fault("unknown-question", f"no question is called `{name}`", (*path, ""),
                            did_you_mean(str(name), self.questionnaire.questions))
                continue
            value = self._value(question, raw, path)
            if value is not None:
                values[name] = value
        self._check_references(values)
        return values

    def _value(self, question: Question, raw: object, path: tuple[str, ...]) -> Value | None:
        if question.kind.sort is Sort.LIST:
            return self._records(question, raw, path)
        try:
            return read_value(_words(raw), question.kind)
        except NotAValue as fault:
            self._fault("wrong-answer", f"`{'.'.join(path[1:])}`: {fault.says}", path, fault.cure)
            return None

    def _records(
        self, question: Question, raw: object, path: tuple[str, ...]
    ) -> tuple[Record, ...] | None:
        if not isinstance(raw, Mapping):
            self._fault("wrong-answer", f"`{question.id}` is a list of records", path,
                        "write `id: {field: value}`, one record a line")
            return None
        records = tuple(
            self._record(question, str(id), fields, (*path, str(id))) for id, fields in raw.items()
        )
        most = question.at_most
        if most is not None and len(records) > most:
            self._fault("wrong-answer", f"`{question.id}` has {len(records)} records, at most "
                        f"{most} can be given", path)
        if len(records) < question.at_least:
            self._fault("wrong-answer", f"`{question.id}` has {len(records)} of at least "
                        f"{question.at_least} records", path, "add the others")
        return records

    def _record(
        self, question: Question, id: str, raw: object, path: tuple[str, ...]
    ) -> Record:
        if not _is_id(id):
            self._fault("wrong-answer", f"`{id}` cannot name a record", path,
                        "lower case letters, digits and hyphens")
        if not isinstance(raw, Mapping):
            self._fault("wrong-answer", f"`{'.'.join(path[1:])}` is a record", path,
                        "write `{field: value}`")
            raw = {}
        values: dict[str, Value | Missing] = {}
        for name, one in raw.items():
            field_question = question.fields.get(name)
            if field_question is None:
                self._fault("unknown-question", f"`{question.id}` has no field `{name}`",
                            (*path, str(name), ""), did_you_mean(str(name), question.fields))
                continue
            value = self._value(field_question, one, (*path, name))
            if value is not None:
                values[name] = value
        if question.period:
            start, end = question.period
            values["period"] = (values.get(start), values.get(end))  # type: ignore[assignment]
        return Record(question.id, id, values)

    def _check_references(self, values: Mapping[str, Value]) -> None:
        ids = {name: {one.id for one in value if isinstance(one, Record)}
               for name, value in values.items() if isinstance(value, tuple)}
        for name, value in values.items():
            if isinstance(value, Points):
                self._check_reference(value, ids, ("answers", name))
            for record in value if isinstance(value, tuple) else ():
                if isinstance(record, Record):
                    for field_name, one in record.values.items():
                        if isinstance(one, Points):
                            path = ("answers", name, record.id, field_name)
                            self._check_reference(one, ids, path)

    def _check_reference(
        self, points: Points, ids: Mapping[str, set[str]], path: tuple[str, ...]
    ) -> None:
        known = ids.get(points.list, set())
        if points.id not in known:
            self._fault("unknown-record", f"`{'.'.join(path[1:])}`: `{points.list}` has no record "
                        f"`{points.id}`", path, did_you_mean(points.id, known))

    def _paths(
        self, paths: list[str], key: str, values: Mapping[str, Value]
    ) -> list[str]:
        for index, path in enumerate(paths):
            name = path.split(".")[0]
            if name not in self.questionnaire.questions:
                self._fault("unknown-question", f"no question is called `{name}`",
                            (key, str(index)), did_you_mean(name, self.questionnaire.questions))
            elif key == "unknown" and path in values:
                self._fault("two-answers", f"`{path}` is answered and said to be unknown",
                            (key, str(index)), "remove one of the two")
        return paths

    def _fault(self, rule: str, says: str, path: tuple[str, ...], cure: str = "") -> None:
        place = self.at.get(path) or self.at.get(path[:-1])
        questions = (path[1],) if len(path) > 1 and path[0] == "answers" else ()
        self.faults.append(Diagnostic(rule, says, place, cure, questions=questions))


def _is_id(text: str) -> bool:
    plain_id = text.replace("-", "a").replace("_", "a")
    return plain_id.isascii() and plain_id.isalnum() and plain_id == plain_id.lower()


def _words(raw: object) -> str | tuple[str, ...]:
    """JSON's true, false and numbers are read as the words that a file would hold."""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, list | tuple):
        return tuple(str(_words(one)) for one in raw)
    if isinstance(raw, str | int | float):
        return str(raw)
    raise NotAValue("one value is expected here")
