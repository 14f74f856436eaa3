"""Says sentences: words, answers, choices and references become runs.

An answer is data: it comes out letter for letter. Only library words give way, where an answer
that ends in a full stop meets one ("S.A." at the end of a sentence).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from drafter.agreement.expand import At, Spoken
from drafter.agreement.model import Run, Said
from drafter.conditions.judge import value_of
from drafter.conditions.model import Missing, Points, Record, Sort, Subject, Value
from drafter.prose.model import (
    Case,
    Choice,
    Fill,
    Inline,
    Reference,
    Settled,
    SurvivingClauses,
    Term,
    Use,
    Words,
)
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Question
from drafter.questionnaire.territories import territory
from drafter.questionnaire.values import listed, printed

NONE = "None"
_SPACE = Run(" ")
AS_TERM = "term"  # the form of a fill that defines what it prints, as a party's short name
Referrer = Callable[[Reference, At, str], Iterable[Run]]
Survivors = Callable[[], Iterable[Run]]
Known: TypeAlias = tuple[tuple[Run, ...], dict[str, None]]


@dataclass(slots=True)
class Sayer:
    """What saying needs of the deal and of the agreement; `uses` gathers the terms in use."""

    deal: Deal
    between_two: bool
    refer: Referrer
    surviving: Survivors
    uses: dict[str, None] = field(default_factory=dict)
    blanks: dict[str, str] = field(default_factory=dict)
    _questions: dict[tuple[str, ...], Question | None] = field(default_factory=dict)

    def sentences(self, spoken: Iterable[Spoken], topic: str) -> list[Run]:
        """Sentences in a row, a space between them; one in doubt stands in brackets."""
        runs: list[Run] = []
        for inlines, at in spoken:
            said = self.line(inlines, at, topic)
            if not said:
                continue
            if runs:
                runs.append(_SPACE)
            runs += _bracketed(said) if at.doubt else said
        return runs

    def line(
        self, inlines: tuple[Inline, ...], at: At, topic: str, cell: bool = False
    ) -> Sequence[Run]:
        """One sentence, heading or cell; empty when it lists surviving clauses and none is."""
        if type(inlines) is not Settled:
            return self._line(inlines, at, topic, cell)
        known = inlines.said.get(self.between_two)
        if known is None:
            known = inlines.said[self.between_two] = self._settled(inlines)
        runs, uses = cast(Known, known)
        if uses:
            self.uses.update(uses)
        return runs

    def _settled(self, inlines: tuple[Inline, ...]) -> Known:
        uses = (use for one in inlines if isinstance(one, Words | Use) for use in one.uses)
        return tuple(self._words(one) for one in inlines), dict.fromkeys(uses)

    def _words(self, inline: Inline) -> Run:
        if isinstance(inline, Words):
            return Run((self.between_two and inline.between_two) or inline.text)
        return Run(inline.words, Said.TERM if isinstance(inline, Term) else Said.WORDS)  # type: ignore[union-attr]

    def _line(self, inlines: Iterable[Inline], at: At, topic: str, cell: bool) -> list[Run]:
        runs: list[Run] = []
        for inline in inlines:
            kind = type(inline)
            if kind is Words:
                self._add_words(runs, cast(Words, inline))
            elif kind is Fill:
                runs.append(self._fill(cast(Fill, inline), at, cell))
            elif kind is Reference:
                runs += self.refer(cast(Reference, inline), at, topic)
            elif kind is Choice:
                runs += self._choice(cast(Choice, inline), at, topic, cell)
            elif kind is SurvivingClauses:
                surviving = list(self.surviving())
                if not surviving:
                    return []
                runs += surviving
            else:
                self.uses.update(dict.fromkeys(getattr(inline, "uses", ())))
                runs.append(self._words(inline))
        return runs

    def _add_words(self, runs: list[Run], words: Words) -> None:
        """Library words give way to the full stop of an answer that stands before their own."""
        text = (self.between_two and words.between_two) or words.text
        if words.uses:
            self.uses.update(dict.fromkeys(words.uses))
        if text[0] == "." and runs and runs[-1].said is Said.ANSWER and runs[-1].text[-1:] == ".":
            text = text[1:]
        if text:
            runs.append(Run(text))

    # --- choices ---

    def _choice(self, choice: Choice, at: At, topic: str, cell: bool) -> list[Run]:
        value = value_of(choice.subject, at.scope)
        if isinstance(value, Missing):
            self._note_blank(choice.subject, at)
            return self._all_cases(choice, at, topic, cell)
        case = _case(choice, value)
        return self.line(case.inlines, at, topic, cell) if case else []

    def _all_cases(self, choice: Choice, at: At, topic: str, cell: bool) -> list[Run]:
        """Undecided: every case, in brackets."""
        runs = [Run("[", doubt=True)]
        for index, case in enumerate(choice.cases):
            runs += [Run(" / ", doubt=True)] if index else []
            runs += _doubted(self.line(case.inlines, at, topic, cell))
        return [*runs, Run("]", doubt=True)]

    # --- answers ---

    def _fill(self, fill: Fill, at: At, cell: bool) -> Run:
        value = value_of(fill.subject, at.scope)
        question = self.question(fill.subject, at)
        if isinstance(value, Missing):
            if cell and question is not None and question.optional and value is Missing.ABSENT:
                return Run(NONE)
            return self._blank(fill.subject, at)
        text = self.words(value, question)
        if text is None:
            return self._blank(fill.subject, at)
        said = Said.TERM if fill.format == AS_TERM else Said.ANSWER
        return Run(text, said, self._path(fill.subject, at))

    def words(self, value: Value | Record, question: Question | None) -> str | None:
        """A value in the words of the document; None where a record has no name yet."""
        kind = type(value)
        if kind is str:
            return _option_words(cast(str, value), question)
        if kind is Points:
            record = self.deal.record(cast(Points, value))
            return self._called(record) if record else None
        if kind is Record:
            return self._called(cast(Record, value))
        if kind is tuple:
            return self._members(cast(tuple[object, ...], value), question)
        return printed(cast(Value, value))

    def _members(self, members: tuple[object, ...], question: Question | None) -> str | None:
        if not members:
            return "none"
        if question is not None and question.kind.sort is Sort.JURISDICTIONS:
            return listed([territory(cast(str, one)) for one in members])
        words = [self._called(one) if isinstance(one, Record) else _option_words(
            cast(str, one), question) for one in members]  # fmt: skip
        return None if None in words else listed(cast(list[str], words))

    def _called(self, record: Record) -> str | None:
        question = self.deal.questionnaire.questions[record.list]
        value = record.values.get(question.kind.called, Missing.ABSENT)
        if isinstance(value, Missing):
            return None
        return self.words(value, question.fields[question.kind.called])

    def _blank(self, subject: Subject, at: At) -> Run:
        about = self._note_blank(subject, at)
        return Run(f"[{self.blanks[about]}]", Said.BLANK, about)

    def _note_blank(self, subject: Subject, at: At) -> str:
        about = self._path(subject, at)
        question = self.question(subject, at)
        self.blanks[about] = question.asks if question else about
        return about

    def _path(self, subject: Subject, at: At) -> str:
        """`grants.fit.field` for a field of a loop's record, else the question's name."""
        first = at.scope.value(subject[0]) if len(subject) > 1 or at.chain else None
        if isinstance(first, Record):
            return ".".join((first.list, first.id, *subject[1:]))
        return ".".join(subject)

    def question(self, subject: Subject, at: At) -> Question | None:
        """The question or field at the end of a dotted subject; None for a fact."""
        first = at.scope.value(subject[0]) if at.chain else None
        key = (first.list, "", *subject[1:]) if isinstance(first, Record) else subject
        if key not in self._questions:
            self._questions[key] = self._find_question(key)
        return self._questions[key]

    def _find_question(self, key: tuple[str, ...]) -> Question | None:
        questions = self.deal.questionnaire.questions
        question = questions.get(key[0])
        for step in key[1:]:
            if question is not None and question.kind.of:
                question = questions.get(question.kind.of)
            if step and question is not None:
                question = question.fields.get(step)
        return question


def _case(choice: Choice, value: Value | Record) -> Case | None:
    if isinstance(value, int) and not isinstance(value, bool):
        wanted = str(value)
        exact = next((case for case in choice.cases if wanted in case.values), None)
        return exact or next((case for case in choice.cases if "more" in case.values), None)
    word = ("yes" if value else "no") if isinstance(value, bool) else value
    return next((case for case in choice.cases if word in case.values), None)


def _option_words(id: str, question: Question | None) -> str:
    option = question.option(id) if question else None
    return (option.prints or option.label) if option else id


def _doubted(runs: Iterable[Run]) -> list[Run]:
    return [run._replace(doubt=True) for run in runs]


def _bracketed(runs: Iterable[Run]) -> list[Run]:
    return [Run("[", doubt=True), *_doubted(runs), Run("]", doubt=True)]
