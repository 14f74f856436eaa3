"""Enumeration: every deal over a few questions, judged by drafting itself.

The oracle of the proof's tests. It shares nothing with the encoding: its answers lie round every
amount that a test names, and its lists hold every few records that fields can make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import chain, combinations, combinations_with_replacement, product
from typing import Any

from drafter.conditions.model import Compares, Duration, Has, Kind, Money, Sort, Test
from drafter.consistency.judge import findings
from drafter.diagnostics import Refused
from drafter.library.model import Library
from drafter.proof.mentions import Mentions, mentions
from drafter.questionnaire.answers import read_answers
from drafter.questionnaire.deal import Deal, settle
from drafter.questionnaire.model import Question
from drafter.questionnaire.values import spelled

MOST_RECORDS = 3


class Enumeration:
    """All deals of a library over the questions that some names rest on."""

    def __init__(self, library: Library, precedent: str, names: Iterable[str]) -> None:
        self.library, self.precedent = library, precedent
        self.mentions: Mentions = mentions(library)
        wanted = set(names)
        questions = library.questionnaire.questions.values()
        self.questions = [question for question in questions if question.id in wanted]
        self.columns = [self._answers(question) for question in self.questions]

    @property
    def size(self) -> int:
        """How many sets of answers there are."""
        size = 1
        for column in self.columns:
            size *= len(column)
        return size

    def deals(self) -> Iterator[Deal]:
        """Each deal that no rule blocks."""
        questionnaire = self.library.questionnaire
        for row in product(*self.columns):
            answers = {question.id: one for question, one in zip(self.questions, row, strict=True)
                       if one is not None}  # fmt: skip
            try:
                read = read_answers(
                    {"precedent": self.precedent, "answers": answers}, questionnaire
                )
            except Refused:
                continue
            deal = settle(questionnaire, read, unattended=False)
            if not any(one.rule.severity == "block" and not one.pending
                       for one in findings(self.library, deal)):  # fmt: skip
                yield deal

    def _answers(self, question: Question) -> Sequence[Any]:
        blank = [None] if question.optional else []
        if question.kind.sort is Sort.LIST:
            return [*self._lists(question), *blank]
        tests = self.mentions.of((question.id,))
        return [*around(question.kind, self._with_rivals(question.id, tests)), *blank]

    def _with_rivals(self, name: str, tests: Sequence[Test]) -> list[Test]:
        others = (self.mentions.of(path) for path in sorted(self.mentions.rivals((name,))))
        return [*tests, *chain.from_iterable(others)]

    def _lists(self, question: Question) -> Iterator[dict[str, Any]]:
        records = list(self._records(question))
        most = min(question.at_most or MOST_RECORDS, MOST_RECORDS)
        for count in range(question.at_least, max(most, question.at_least) + 1):
            for chosen in combinations_with_replacement(records, count):
                yield {f"r{number}": one for number, one in enumerate(chosen, 1)}

    def _records(self, question: Question) -> Iterator[dict[str, Any]]:
        tested = {name: field for name, field in question.fields.items()
                  if name in self.mentions.fields(question.id)}  # fmt: skip
        columns = [
            [*around(field.kind, self.mentions.of((question.id, name))),
             *([None] if field.optional else [])]
            for name, field in tested.items()
        ]  # fmt: skip
        for row in product(*columns):
            fields = zip(tested, row, strict=True)
            yield {name: value for name, value in fields if value is not None}


def around(kind: Kind, tests: Iterable[Test]) -> list[Any]:
    """Answers as a file spells them: every option, and amounts at and beside what tests name."""
    tests = list(tests)
    match kind.sort:
        case Sort.YES_NO:
            return ["yes", "no"]
        case Sort.CHOICE:
            return list(kind.options)
        case Sort.SEVERAL:
            return [list(some) for some in _subsets(kind.options)]
        case Sort.JURISDICTIONS:
            named = {one for test in tests if isinstance(test, Has) for one in test.values}
            return [list(some) for some in _subsets(sorted(named | {"JP"})) if some]
        case Sort.TEXT | Sort.LONG_TEXT:
            return ["text"]
        case Sort.PARTY | Sort.REFERENCE:
            return ["r1"]
    cuts = dict.fromkeys(test.amount for test in tests if isinstance(test, Compares))
    found = dict.fromkeys(str(spelled(one)) for cut in cuts for one in _beside(cut))
    return list(found) or _PLAIN[kind.sort]


_PLAIN = {
    Sort.NUMBER: ["1", "2"],
    Sort.MONEY: ["EUR 1"],
    Sort.PERCENTAGE: ["1 percent"],
    Sort.DATE: ["2027-01-01"],
    Sort.DURATION: ["1 months", "2 months", "5 days"],
}


def _subsets(options: Sequence[str]) -> Iterator[tuple[str, ...]]:
    sizes = range(len(options) + 1)
    return chain.from_iterable(combinations(options, size) for size in sizes)


def _beside(cut: Any) -> list[Any]:
    """The amount, the next ones below and above it, and one of another measure."""
    match cut:
        case Money(currency, amount):
            step = Decimal("0.01")
            cents = [Money(currency, one) for one in (amount - step, amount, amount + step)]
            return [*cents, Money("JPY", amount)]
        case Duration(unit, number):
            other = Duration("years" if unit == "days" else "days", number)
            return [*(Duration(unit, number + one) for one in (-1, 0, 1)), other]
        case Decimal():
            return [cut - 1, cut, cut + 1]
        case int():
            return [cut - 1, cut, cut + 1]
    return [cut + timedelta(days=one) for one in (-1, 0, 1)]
