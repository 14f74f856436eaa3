"""Answers that a file proposes: what somebody typed into the blanks of an agreement.

They are proposals: nobody has taken them for answers yet, and nothing here does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import WARNING, Diagnostic, quoted
from drafter.kinds import CHOICE, NotAValue, read_typed, read_value
from drafter.kinds.picking import Ambiguous, Answer, Candidate, plain
from drafter.ooxml.controls import TITLE_LIMIT
from drafter.questionnaire.model import Question, Questionnaire
from drafter.word.filled_blanks import FoundControl, controls_in, is_blank


@dataclass(frozen=True, slots=True)
class ProposedAnswer:
    """The answer that a file proposes to a question: the words typed, and how an answers file
    spells them; where they are no answer, `answer` is None and `unread` says why."""

    question: str
    asks: str
    words: str
    answer: Answer | None = None
    unread: str = ""

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "question": self.question,
            "asks": self.asks,
            "words": self.words,
            "answer": self.answer,
            "unread": self.unread,
        }


@dataclass(frozen=True, slots=True)
class SentBlanks:
    """The blanks of a file that went out, each as the log notes it (`question`, `asks`, `tag`), and
    the questions of its library; `records` are the lists that references point into."""

    noted: tuple[Mapping[str, str], ...]
    questionnaire: Questionnaire
    records: Mapping[str, Any]

    def proposals(self, parts: Mapping[str, bytes]) -> Iterator[ProposedAnswer]:
        """The answers proposed, in the order of the pages; the same words twice are one."""
        found: dict[str, dict[str, FoundControl]] = {}
        for control in controls_in(parts):
            blank = self._blank(control)
            if blank and not is_blank(control):
                found.setdefault(blank["question"], {})[control.day or control.words] = control
        asks = {one["question"]: one["asks"] for one in self.noted}
        for question, filled in found.items():
            yield self._proposed(question, asks[question], list(filled.values()))

    def lost(self, parts: Mapping[str, bytes]) -> Iterator[str]:
        """The questions whose blanks no control holds any more."""
        held = [blank["question"] for one in controls_in(parts) if (blank := self._blank(one))]
        yield from (one["question"] for one in self.noted if one["question"] not in held)

    def _blank(self, control: FoundControl) -> Mapping[str, str] | None:
        """By its tag; where a program has lost that, by a title that no other blank has."""
        for one in self.noted:
            if control.tag and control.tag in (one.get("tag"), one["question"]):
                return one
        titled = [one for one in self.noted if one["asks"][:TITLE_LIMIT] == control.title]
        return titled[0] if len(titled) == 1 and not control.tag else None

    def _proposed(self, question: str, asks: str, filled: list[FoundControl]) -> ProposedAnswer:
        words = " / ".join(one.words for one in filled)
        asked = asked_at(question, self.questionnaire)
        if len(filled) > 1:
            return ProposedAnswer(question, asks, words, None, "its places are filled in otherwise")
        if asked is None:
            return ProposedAnswer(question, asks, words, None, "the library no longer asks it")
        try:
            return ProposedAnswer(question, asks, words, self._read(filled[0], asked))
        except (NotAValue, Ambiguous) as unread:
            return ProposedAnswer(question, asks, words, None, unread.says)

    def _read(self, filled: FoundControl, asked: Question) -> Answer:
        """As an answers file spells it. Raises `NotAValue` or `Ambiguous`."""
        words, sort = filled.day or filled.words, asked.kind.sort
        if sort == CHOICE or sort.refers:
            return _named(words, list(self._choices(asked)))
        answer = read_typed(words, asked.kind)
        read_value(answer if isinstance(answer, str) else tuple(answer), asked.kind)
        return answer

    def _choices(self, asked: Question) -> Iterator[Candidate]:
        for option in asked.options:
            yield Candidate(option.id, option.label)
            yield Candidate(option.id, option.prints or option.label)
        records = self.records.get(asked.kind.of) if asked.kind.sort.refers else None
        for id, record in (records or {}).items():
            yield from (Candidate(id, words) for words in record.values() if isinstance(words, str))


def _named(words: str, choices: Iterable[Candidate]) -> str:
    """The choice that the words name in full: nothing is guessed from a part of them."""
    ids = {one.id for one in choices if plain(words) in (one.id.casefold(), plain(one.label))}
    if len(ids) != 1:
        raise NotAValue(f"{quoted(words)} names none of the choices, or several")
    return ids.pop()


def asked_at(path: str, questionnaire: Questionnaire) -> Question | None:
    """The question of a path such as `notice` or `grants.fit.field`."""
    first, *steps = path.split(".")
    question = questionnaire.questions.get(first)
    return question.fields.get(steps[-1]) if question and len(steps) == 2 else question


def answers_at(found: Mapping[str, Answer]) -> dict[str, Any]:
    """Answers by their paths, as an answers file has them.

    >>> answers_at({"notice": "30 days", "parties.south.address": "Leeds"})
    {'notice': '30 days', 'parties': {'south': {'address': 'Leeds'}}}
    """
    answers: dict[str, Any] = {}
    for path, answer in found.items():
        *steps, last = path.split(".", 2)
        inside = answers
        for step in steps:
            inside = inside.setdefault(step, {})
        inside[last] = answer
    return answers


def is_asked(questionnaire: Questionnaire, path: str) -> bool:
    """Whether a path names a question."""
    return asked_at(path, questionnaire) is not None


def warnings_of_blanks(
    proposed: Iterable[ProposedAnswer], lost: Iterable[str]
) -> Iterator[Diagnostic]:
    """What was typed and is no answer, and the blanks whose control is gone."""
    cure = "read what stands there, and answer the question yourself"
    for one in proposed:
        if one.answer is None:
            says = f"{quoted(one.words)} stands in the blank of `{one.question}`: {one.unread}"
            yield Diagnostic("unread-blank", says, None, cure, (), WARNING, (one.question,))
    for question in lost:
        says = f"the blank of `{question}` is no field of the file any more"
        yield Diagnostic("unread-blank", says, None, cure, (), WARNING, (question,))
