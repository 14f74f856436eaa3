"""What answers name must be there: records that are pointed at, answers that are spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.data_classes import dataclass
from drafter.diagnostics import quoted
from drafter.kinds.model import Points, Record, Value
from drafter.questionnaire.answer_faults import AnswerFaults, AnswerPath, dotted
from drafter.questionnaire.model import Question, Questionnaire


@dataclass(frozen=True, slots=True)
class NamedAnswers:
    """Looks up what these answers name, and notes what is not there."""

    questionnaire: Questionnaire
    values: Mapping[str, Value]
    faults: AnswerFaults

    def check_references(self) -> None:
        """Notes each reference to a record that no answer gives."""
        ids = {
            name: {record.id for record in _members(value)} for name, value in self.values.items()
        }
        for path, points in _references(self.values):
            known = ids.get(points.list, set())
            if points.id not in known:
                says = f"{dotted(path)}: `{points.list}` has no record {quoted(points.id)}"
                self.faults.add("unknown-record", says, path, self.faults.near(points.id, known))

    def check_paths(self, paths: Iterable[str], key: str) -> None:
        """Notes each `question` or `list.record.field` that names nothing."""
        for index, path in enumerate(paths):
            here = (key, path, "") if key == "given" else (key, str(index))
            question = self.questionnaire.questions.get(path.split(".")[0])
            if question is None:
                self.faults.unknown_question(path.split(".")[0], here)
            elif "." in path:
                self._check_field(question, path, key, here)
            elif key == "unknown" and path in self.values:
                self.faults.two_answers(path, here)

    def _check_field(self, question: Question, path: str, key: str, here: AnswerPath) -> None:
        _, id, *rest = path.split(".")
        records = {record.id: record for record in _members(self.values.get(question.id, ()))}
        if id not in records:
            says = f"`{question.id}` has no record {quoted(id)}"
            self.faults.add("unknown-record", says, here, self.faults.near(id, records))
        elif len(rest) != 1 or rest[0] not in question.fields:
            says = f"`{question.id}` has no field {quoted('.'.join(rest))}"
            cure = self.faults.near(".".join(rest), question.fields)
            self.faults.add("unknown-question", says, here, cure)
        elif key == "unknown" and rest[0] in records[id].values:
            self.faults.two_answers(path, here)


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
