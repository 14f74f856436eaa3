"""A form in words, for any face: the lines of a question, an answer as people read it, why it is
asked, what it decides; and what somebody typed, read."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from drafter.consistency.finding import Finding
from drafter.data_classes import dataclass
from drafter.intake import answer_text, interview_text, records, special_terms
from drafter.intake.model import Asked, Clash, Snapshot
from drafter.kinds import NotAValue, read_typed
from drafter.kinds.picking import Ambiguous, Candidate
from drafter.questionnaire.model import Question

F = TypeVar("F", bound=Snapshot)


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """What somebody typed: the answer, or what is wrong (`says`, `cure`), or the `readings` that
    are left to choose from, each with the words to type instead."""

    answer: Any = None
    says: str = ""
    cure: str = ""
    readings: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class FormText(Generic[F]):
    """The words of one form. A `question` may be a field of a list too.

    >>> from drafter import load_library
    >>> form = load_library().form({"precedent": "co-marketing", "answers": {}})
    >>> notice = form.library.questionnaire.questions["effective_date"]
    >>> form.words.read(notice, "1 May 2027").answer, form.words.print_answer(notice, "2027-05-01")
    ('2027-05-01', '1 May 2027 (a Saturday)')
    >>> [one.label for one in form.words.read(notice, "01/05/2027").readings]
    ['1 May 2027', '5 January 2027']
    """

    form: F

    def lines(self, question: Question) -> list[Candidate]:
        """The lines to choose from: options, yes and no, or records; none for typed answers."""
        return answer_text.choices(self.form, question)

    def wanted(self, question: Question) -> str:
        """What a typed answer must be: `a date such as 1 May 2027`."""
        return answer_text.wanted(question)

    def read(self, question: Question, text: str) -> TypedAnswer:
        """What somebody typed or picked, as an answers file would spell it."""
        try:
            return TypedAnswer(read_typed(text, question.kind, self.lines(question)))
        except Ambiguous as open_one:
            return TypedAnswer(says=open_one.says, readings=tuple(_as_typed(open_one)))
        except NotAValue as fault:
            return TypedAnswer(says=fault.says, cure=fault.cure)

    def print_answer(self, question: Question, answer: Any) -> str:
        """An answer in words."""
        return answer_text.print_answer(self.form, question, answer)

    def stands_at(self, name: str) -> str:
        """What a question stands at: its answer, `not known yet`, `left blank`, `not answered`."""
        return answer_text.stands_at(self.form, name)

    def how_given(self, path: str) -> str:
        """How an answer came to be, where it was not typed; else nothing. `path` is a question or
        `list.record.field`."""
        return answer_text.how_given(self.form, path)

    def decided_by(self, name: str) -> list[str]:
        """The headings whose wording a question may choose."""
        return interview_text.decided_by(self.form, name)

    def asked_because(self, name: str) -> list[str]:
        """The questions whose answers make a question asked, or keep it from being asked."""
        condition = self.form.library.questionnaire.questions[name].ask_when
        return answer_text.grounds_of(self.form, condition) if condition else []

    def would(self, asked: Asked, line: Candidate) -> str:
        """What picking a line of a question would do."""
        return interview_text.would(self.form, asked, line)

    @property
    def standing(self) -> list[Finding]:
        """The warnings that stand and that nobody decided to keep."""
        return interview_text.standing(self.form)

    @property
    def notes(self) -> list[Finding]:
        """What the rules only explain."""
        return interview_text.notes(self.form)

    def settling(self, clash: Clash) -> list[str]:
        """The questions without an answer that would settle a clash."""
        return interview_text.settling(self.form, clash)

    def records(self, name: str) -> records.RecordAnswers:
        """The records of a list by their short names."""
        return records.records_of(self.form, name)

    def name_of(self, name: str, id: str) -> str:
        """What a record is called."""
        return records.name_of(self.form, name, id)

    def lacking(self, name: str, id: str) -> list[str]:
        """The fields of a record that lack an answer, or have one that is at fault."""
        question = self.form.library.questionnaire.questions[name]
        return records.lacking(self.form, question, id)

    def new_id(self, name: str) -> str:
        """The id under which a new record begins."""
        return records.new_id(self.form, self.form.library.questionnaire.questions[name])

    def named(self, name: str, id: str) -> tuple[F, str]:
        """The form with a new record under a short name made from its name; and that name."""
        question = self.form.library.questionnaire.questions[name]
        return records.named(self.form, question, id)

    @property
    def special_terms(self) -> special_terms.SpecialTermTexts:
        """The special terms of this deal by their ids."""
        return special_terms.special_terms(self.form)


def _as_typed(open_one: Ambiguous) -> Iterator[Candidate]:
    """The readings by what would be typed for the whole answer; none where more is open."""
    for one in open_one.readings:
        with contextlib.suppress(Ambiguous, NotAValue):
            answer = open_one.answer(one.id)
            typed = answer if isinstance(answer, str) else ", ".join(answer)
            yield Candidate(typed, one.label)
