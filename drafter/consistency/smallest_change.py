"""What would have to be answered otherwise for a condition to hold: the smallest change, tried out.

The deal is settled with other answers, the fewest first, until the condition holds; a change that
no rule blocks comes before one that a rule does. Of as many answers, an amount comes before a
choice: a longer notice moves a deal less than no right to leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations, islice, product
from typing import Any

from drafter.conditions.model import Condition
from drafter.conditions.walk import subjects
from drafter.consistency.newly_blocking import newly_blocking
from drafter.consistency.other_answers import Other, other_answers
from drafter.data_classes import dataclass, replace
from drafter.kinds.model import Missing
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.deal import Deal, judged_with, print_answer_of, settle
from drafter.questionnaire.model import Nature
from drafter.questionnaire.order import questions_behind

AT_MOST = 3  # questions changed together
TRIES = 3000  # for one condition
BLOCKED = 20  # changes that a rule blocks before one of them is told
TriedAnswers = Mapping[str, Other]


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One question, its answer now and the one that it would need."""

    question: str
    asks: str
    now: str
    answer: str

    def as_data(self) -> dict[str, str]:
        """The same as plain data."""
        return {
            "question": self.question,
            "asks": self.asks,
            "now": self.now,
            "answer": self.answer,
        }


@dataclass(frozen=True, slots=True)
class SmallestChange:
    """Other answers for a deal; `blocked` names the rules that would refuse them."""

    changes: tuple[AnswerChange, ...]
    blocked: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {"change": [one.as_data() for one in self.changes]} | (
            {"blocked_by": list(self.blocked)} if self.blocked else {}
        )


def smallest_change(
    condition: Condition, deal: Deal, library: ClauseLibrary, facts: bool = True
) -> SmallestChange | None:
    """The fewest answers to change for a condition that does not hold; None where none was found.

    Without `facts`, no question of fact is answered otherwise: nobody chooses the world.
    """
    refused: list[SmallestChange] = []
    for tried in _that_hold(condition, deal, facts):
        changed = settle(deal.questionnaire, _answers(deal.answers, tried))
        blocked = newly_blocking(library, deal, changed)
        found = SmallestChange(tuple(_changes(tried, deal)), tuple(sorted(blocked)))
        if not blocked:
            return found
        refused.append(found)
        if len(refused) == BLOCKED:
            break
    return min(refused, key=lambda one: (len(one.changes), len(one.blocked)), default=None)


def _that_hold(condition: Condition, deal: Deal, facts: bool) -> Iterator[TriedAnswers]:
    """The sets of other answers under which the condition holds, smallest first."""
    for tried in islice(_tries(condition, deal, facts), TRIES):
        if judged_with(condition, deal.questionnaire, _answers(deal.answers, tried)):
            yield tried


def _tries(condition: Condition, deal: Deal, facts: bool) -> Iterator[TriedAnswers]:
    asked = [name for name in _questions(condition, deal) if facts or not is_fact(name, deal)]
    others = other_answers((condition, *_asked_when(asked, deal)), deal)
    options = {name: others.of(name) for name in sorted(asked, key=partial(_is_choice, deal))}
    for size in range(1, AT_MOST + 1):
        for names in combinations(options, size):
            for values in product(*(options[name] for name in names)):
                yield dict(zip(names, values, strict=True))


def _is_choice(deal: Deal, name: str) -> bool:
    return not deal.questionnaire.questions[name].kind.sort.ordered


def is_fact(name: str, deal: Deal) -> bool:
    """Whether a question is about the world; who the parties are is, whatever a library says."""
    return name == "parties" or deal.questionnaire.questions[name].nature is Nature.FACT


def _questions(condition: Condition, deal: Deal) -> Iterable[str]:
    """The questions behind a condition, then those that decide whether one of them is asked."""
    found = dict.fromkeys(_behind(condition, deal))
    waiting = list(found)
    while waiting:
        when = deal.questionnaire.questions[waiting.pop(0)].ask_when
        new = [name for name in _behind(when, deal) if name not in found] if when else []
        found.update(dict.fromkeys(new))
        waiting += new
    return found


def _behind(condition: Condition, deal: Deal) -> list[str]:
    questionnaire = deal.questionnaire
    return questionnaire.in_order(
        name for read in subjects(condition) for name in questions_behind(read, questionnaire)
    )


def _asked_when(names: Iterable[str], deal: Deal) -> Iterator[Condition]:
    for name in names:
        when = deal.questionnaire.questions[name].ask_when
        if when is not None:
            yield when


def _answers(answers: Answers, tried: TriedAnswers) -> Answers:
    values = {name: value for name, value in answers.values.items() if name not in tried}
    given = {
        name: other.value
        for name, other in tried.items()
        if other.value is not None and not isinstance(other.value, Missing)
    }
    unknown = {name for name, other in tried.items() if isinstance(other.value, Missing)}
    still = {name for name in answers.unknown if name.partition(".")[0] not in tried}
    return replace(answers, values=values | given, unknown=frozenset(still | unknown))


def _changes(tried: TriedAnswers, deal: Deal) -> Iterator[AnswerChange]:
    for name in deal.questionnaire.in_order(tried):
        asks = deal.questionnaire.questions[name].asks
        yield AnswerChange(name, asks, print_answer_of(name, deal), tried[name].says)


def print_changes(changes: Iterable[AnswerChange]) -> str:
    """`exit_right: any-time` (now: no-exit), and `exit_notice: 30 days` (now: not asked)."""
    return ", and ".join(f"`{one.question}: {one.answer}` (now: {one.now})" for one in changes)
