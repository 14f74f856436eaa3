"""Answers in the words of the document, and blanks where an answer is missing.

An answer is data: it comes out letter for letter. A blank prints what its question asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from drafter.agreement.expand import TextPlace
from drafter.agreement.model import Blank, Run, Said
from drafter.agreement.spelling import Speller, speller
from drafter.conditions.judge import value_of
from drafter.conditions.model import Scope, Subject
from drafter.data_classes import dataclass, field
from drafter.kinds import DATE, LONG_TEXT, printed
from drafter.kinds.model import Duration, Missing, Points, Record, Value
from drafter.printed_words import PrintedWords
from drafter.prose.model import Fill
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Question
from drafter.questionnaire.order import questions_behind

AS_TERM = "term"  # the form of a fill that defines what it prints, as a party's short name


@dataclass(slots=True)
class Filler:
    """Fills blanks from a deal in the words of an edition.

    `blanks` gathers what the blanks left ask, `answers` how an answer is filled into them, `uses`
    the terms that printed units are, and `undefined` those of them that nothing defines; `rests`
    tells whether a value hangs on an assumption.
    """

    deal: Deal
    words: PrintedWords
    uses: dict[str, None] = field(default_factory=dict)
    blanks: dict[str, str] = field(default_factory=dict)
    undefined: dict[str, None] = field(default_factory=dict)
    answers: dict[str, Blank] = field(default_factory=dict)
    spell: Speller = field(init=False)
    _said: dict[tuple[Subject, str, bool], Run] = field(default_factory=dict)
    rests: Callable[[Subject, Scope], bool] = field(default=lambda subject, scope: False)
    _questions: dict[Subject, Question | None] = field(default_factory=dict)
    _waiting: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.spell = speller(self.words.spelling)

    def fill(self, fill: Fill, at: TextPlace, cell: bool) -> Run:
        """The answer that a fill prints; in a cell, a word where an optional one is absent."""
        if at.chain:
            return self._fill(fill, at, cell)
        key = fill.subject, fill.format, cell
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self._fill(fill, at, cell)
        elif said.assumed:
            self.rests(fill.subject, at.scope)  # noted for this block too
        return said

    def _fill(self, fill: Fill, at: TextPlace, cell: bool) -> Run:
        value = value_of(fill.subject, at.scope)
        question = self._question(fill.subject, at)
        if isinstance(value, Missing):
            if cell and value is Missing.ABSENT and question is not None and question.optional:
                return Run(self.words.lists.no_entry or self.words.lists.empty)
            return self._blank(fill.subject, at, question)
        text = self._words(value, question)
        if text is None:
            return self._blank(fill.subject, at)
        said = Said.TERM if fill.format == AS_TERM else Said.ANSWER
        assumed = self.rests(fill.subject, at.scope)
        return Run(text, said, self._path(fill.subject, at), assumed=assumed)

    def _blank(self, subject: Subject, at: TextPlace, asked: Question | None = None) -> Run:
        """A blank; `asked`: the question, where its answer and nothing else belongs there."""
        about, asks = next(self.behind(subject, at))
        shown = f"[{self.spell(asks)}]"
        self.blanks[about] = asks
        if asked is not None:
            self.answers[about] = self._to_fill_in(shown, asked)
        else:
            self._waiting.add(about)
        return Run(shown, Said.BLANK, about)

    def is_optional(self, subject: Subject, at: TextPlace) -> bool:
        """Whether the question of a subject may stay without an answer."""
        question = self._question(subject, at)
        return question is not None and question.optional

    def member(self, word: str, subject: Subject, at: TextPlace) -> str:
        """One member of a set as the agreement prints it."""
        return self._members((word,), self._question(subject, at)) or word

    @property
    def filled_in(self) -> dict[str, Blank]:
        """The blanks whose words are an answer; one that stands for more as well is none."""
        return {name: one for name, one in self.answers.items() if name not in self._waiting}

    def _to_fill_in(self, shown: str, asked: Question) -> Blank:
        sort, named = asked.kind.sort, dict[str, str | None]()
        if asked.options and not sort.several:
            named = {one.id: self._option_words(one.id, asked) for one in asked.options}
        elif sort.refers and isinstance(records := self.deal.value(asked.kind.of), tuple):
            named = {one.id: self._called(one) for one in records if isinstance(one, Record)}
        options = tuple((id, words) for id, words in named.items() if words)
        if sort == DATE:
            form = self.words.values.date.format(day="d", month="MMMM", year="yyyy")
            return Blank(shown, "date", form=form)
        usual = "lines" if sort == LONG_TEXT else "words"
        return Blank(shown, "choice" if options else usual, options)

    def behind(self, subject: Subject, at: TextPlace) -> Iterator[tuple[str, str]]:
        """The questions that a missing value waits for: the name of each, and what it asks."""
        question = self._question(subject, at)
        if question is not None:
            yield self._path(subject, at), question.asks
            return
        questionnaire = self.deal.questionnaire
        names = questions_behind(subject[0], questionnaire)
        missing = [name for name in names if isinstance(self.deal.value(name), Missing)]
        for name in questionnaire.in_order(missing or names):
            yield name, questionnaire.questions[name].asks

    # --- values in words ---

    def _words(self, value: Value | Record, question: Question | None) -> str | None:
        """A value in the words of the document; None where a record has no name yet."""
        if isinstance(value, str):
            return self._option_words(value, question)
        if isinstance(value, Points):
            record = self.deal.record(value)
            return self._called(record) if record else None
        if isinstance(value, Record):
            return self._called(value)
        if isinstance(value, Duration):
            unit = self.words.values.units[value.unit]
            self.uses.update(dict.fromkeys(unit.uses))
            if unit.term and not unit.uses:
                self.undefined[unit.term] = None
        elif type(value) is tuple:
            return self._members(value, question)
        return printed(value, self.words.values)

    def _members(self, members: tuple[object, ...], question: Question | None) -> str | None:
        values = self.words.values
        if question is not None and question.kind.sort.several and not question.options:
            return question.kind.sort.printed(members, values)
        words = [
            self._called(one)
            if isinstance(one, Record)
            else self._option_words(cast(str, one), question)
            for one in members
        ]
        return None if None in words else values.listed(cast(list[str], words))

    def _called(self, record: Record) -> str | None:
        question = self.deal.questionnaire.questions[record.list]
        value = record.values.get(question.kind.called, Missing.ABSENT)
        if isinstance(value, Missing):
            return None
        return self._words(value, question.fields[question.kind.called])

    def _option_words(self, id: str, question: Question | None) -> str:
        """What the library prints for an option; other words are an answer, letter for letter."""
        option = question.option(id) if question else None
        return self.spell(option.prints or option.label) if option else id

    # --- names and questions ---

    def _path(self, subject: Subject, at: TextPlace) -> str:
        """`grants.fit.field` for a field of a loop's record, else the question's name."""
        first = at.scope.value(subject[0]) if at.chain else None
        if isinstance(first, Record):
            return ".".join((first.list, first.id, *subject[1:]))
        return ".".join(subject)

    def _question(self, subject: Subject, at: TextPlace) -> Question | None:
        """The question or field at the end of a dotted subject; None for a fact."""
        first = at.scope.value(subject[0]) if at.chain else None
        key = (first.list, "", *subject[1:]) if isinstance(first, Record) else subject
        if key not in self._questions:
            self._questions[key] = self._find_question(key)
        return self._questions[key]

    def _find_question(self, key: Iterable[str]) -> Question | None:
        questions = self.deal.questionnaire.questions
        first, *steps = key
        question = questions.get(first)
        for step in steps:
            if question is not None and question.kind.of:
                question = questions.get(question.kind.of)
            if step and question is not None:
                question = question.fields.get(step)
        return question
