"""Enumeration: every deal, settled and judged by drafting itself.

It shares nothing with the encoding of the proof. Its answers lie at and beside every amount that
a test names, and its lists hold every few records that fields can make. Questions that a rule, an
`ask when` or a comparison ties together are one component; its deals are enumerated whole. A
happening then looks at those of them that the tests it rests on tell apart, and joins them with
those of every other component that it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import product
from typing import Any

from drafter.conditions.judge import judge
from drafter.kinds.model import Value
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.deal import Deal, settle
from drafter.questionnaire.model import Question, Questionnaire
from support.happening import Happening, Part, Read
from support.one_deal import OneDeal
from support.plain_answers import pool
from support.what_is_tested import Tests, questions_of, verdict

Given = dict[str, Value]
Parts = tuple[Given, ...]


class Component:
    """Questions that hang together, and every deal over them that no rule blocks."""

    def __init__(self, questions: Sequence[Question], tests: Tests) -> None:
        self.library, self.tests = tests.library, tests
        self.questions = questions
        names = self.ids = frozenset(question.id for question in questions)
        self.mine = [key for key in tests.every if tests.read_by(key) <= names]
        whole = self.library.questionnaire
        facts = {id: one for id, one in whole.facts.items() if questions_of(id, whole) <= names}
        self.names = Questionnaire({one.id: one for one in questions}, facts)
        self.rules = [rule.when for rule in self.library.rules.values() if rule.severity == "block"
                      and tests.behind(rule.when) <= names]  # fmt: skip

    @cached_property
    def deals(self) -> list[tuple[Given, dict[str, object]]]:
        """The answers that tests tell apart, and the verdict of each test."""
        found: dict[tuple[object, ...], Given] = {}
        for given in self._complete(0, {}):
            deal = self.settled(given)
            if not any(judge(when, deal) for when in self.rules):
                verdicts = tuple(verdict(self.tests.every[key], deal) for key in self.mine)
                found.setdefault(verdicts, given)
        return [(given, dict(zip(self.mine, key, strict=True))) for key, given in found.items()]

    def settled(self, given: Given) -> Deal:
        """A deal over these questions alone."""
        return settle(self.names, Answers(precedent="", values=given), unattended=False)

    def told_apart(self, keys: Sequence[str]) -> list[Given]:
        """One set of answers for each way in which the tests named can come out."""
        found: dict[tuple[object, ...], Given] = {}
        for given, verdicts in self.deals:
            found.setdefault(tuple(verdicts[key] for key in keys if key in verdicts), given)
        return list(found.values())

    def _complete(self, at: int, given: Given) -> Iterator[Given]:
        """Every way to answer the questions from here on, those that are asked."""
        if at == len(self.questions):
            yield given
            return
        question = self.questions[at]
        asked = question.ask_when is None or judge(question.ask_when, self.settled(given))
        for value in self._values[at] if asked else (None,):
            answered = given if value is None else {**given, question.id: value}
            yield from self._complete(at + 1, answered)

    @cached_property
    def _values(self) -> list[list[Any]]:
        return [self._distinct(question) for question in self.questions]

    def _distinct(self, question: Question) -> list[Any]:
        """Plain answers to a question, one for each way in which its own tests come out."""
        values = pool(question, self.tests)
        if self.tests.is_compared(question.id):
            return values
        names = {question.id}
        own = [one for key, one in self.tests.every.items() if self.tests.read_by(key) == names]
        found: dict[tuple[object, ...], Any] = {}
        alone = self._alone(question)
        for value in values:
            given = {} if value is None else {question.id: value}
            deal = settle(alone, Answers(precedent="", values=given), unattended=False)
            found.setdefault(tuple(verdict(one, deal) for one in own), value)
        return list(found.values())

    def _alone(self, question: Question) -> Questionnaire:
        facts = {id: one for id, one in self.names.facts.items()
                 if questions_of(id, self.names) == {question.id}}  # fmt: skip
        return Questionnaire({question.id: replace(question, ask_when=None)}, facts)


class Enumeration:
    """All deals of a library."""

    def __init__(self, library: ClauseLibrary, precedent: str) -> None:
        self.library, self.precedent = library, precedent
        self.tests = Tests(library, precedent)
        self.components = [Component(some, self.tests) for some in self.tests.components()]
        self._of = {name: one for one in self.components for name in one.ids}
        self._seen: dict[tuple[int, ...], OneDeal] = {}

    @cached_property
    def is_possible(self) -> bool:
        """Whether there is any deal at all."""
        return all(one.deals for one in self.components)

    def shows(self, happening: Happening) -> bool:
        """Whether some deal shows it."""
        return self.is_possible and bool(self._deals(happening))

    def _deals(self, happening: Happening) -> list[Parts]:
        """Deals that show it, found part by part.

        Of the deals in which all that is still to be looked at comes out alike, one is kept.
        """
        found: list[Parts] = [()]
        answered: frozenset[str] = frozenset()
        for number, part in enumerate(happening.parts):
            left = [read for one in happening.parts[number:] for read in one.reads]
            later = [read for one in happening.parts[number + 1 :] for read in one.reads]
            for one in self._in_order(part):
                if not one.ids <= answered:
                    answered |= one.ids
                    joined = product(found, one.told_apart(self.tests.beneath(left)))
                    found = self._apart(((*some, more) for some, more in joined), left, answered)
            shown = (some for some in found if part.shown(self._deal(some)))
            found = self._apart(shown, later, answered)
        return found

    def _apart(
        self, found: Iterable[Parts], reads: Sequence[Read], answered: frozenset[str]
    ) -> list[Parts]:
        """One of all that come out alike."""
        apart: dict[tuple[object, ...], Parts] = {}
        for some in found:
            apart.setdefault(self.tests.come_out(reads, self._deal(some).deal, answered), some)
        return list(apart.values())

    def _in_order(self, part: Part) -> list[Component]:
        """The components that a part reads, as they are met."""
        keys = self.tests.beneath(part.reads)
        names = [name for key in keys for name in self.tests.read_by(key)]
        return list(dict.fromkeys(self._of[name] for name in names))

    def _deal(self, parts: Parts) -> OneDeal:
        key = tuple(map(id, parts))
        if key not in self._seen:
            given = {name: value for part in parts for name, value in part.items()}
            answers = Answers(precedent=self.precedent, values=given)
            deal = settle(self.library.questionnaire, answers, unattended=False)
            self._seen[key] = OneDeal(self.library, deal)
        return self._seen[key]
