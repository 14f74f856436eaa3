"""Conditions in a lawyer's words: the question that is asked, and the label of its answer."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.conditions.model import (
    All,
    Answered,
    Compares,
    Condition,
    Either,
    Has,
    Holds,
    Is,
    Not,
    Unknown,
)
from drafter.conditions.source import source
from drafter.kinds import spelled
from drafter.questionnaire.model import Question, Questionnaire

_ORDER = {
    "<": "less than",
    "<=": "at most",
    "=": "exactly",
    ">=": "at least",
    ">": "more than",
}


def print_condition(condition: Condition | None, questionnaire: Questionnaire) -> str:
    """The condition as a lawyer reads it; what has no words of its own stands as it is written.

    >>> from drafter import load_library
    >>> clauses = load_library().clauses
    >>> row = next(one for one in clauses.topics["exit"].rows if one.variant == "no-exit")
    >>> print_condition(row.when, clauses.questionnaire)
    '“May a party leave without giving a reason?” No'
    """
    match condition:
        case None:
            return "always"
        case All(parts):
            return _joined(" and ", parts, questionnaire)
        case Either(parts):
            return _joined(" or ", parts, questionnaire)
        case Not(Not(part)):
            return print_condition(part, questionnaire)
        case Not(Holds(subject)):
            return _answered(subject, "no", questionnaire)
        case Not(part):
            return f"not: {_bracketed(part, questionnaire)}"
        case _:
            return _test(condition, questionnaire)


def _joined(word: str, parts: Iterable[Condition], questionnaire: Questionnaire) -> str:
    return word.join(_bracketed(part, questionnaire) for part in parts)


def _bracketed(part: Condition, questionnaire: Questionnaire) -> str:
    words = print_condition(part, questionnaire)
    return f"({words})" if isinstance(part, All | Either) else words


def _test(condition: Condition, questionnaire: Questionnaire) -> str:
    match condition:
        case Holds(subject):
            return _answered(subject, "yes", questionnaire)
        case Is(subject, values):
            return _answered(
                subject, _labels(subject, values, " or ", questionnaire), questionnaire
            )
        case Has(subject, values, every):
            word = " and " if every else " or "
            labels = _labels(subject, values, word, questionnaire)
            return _answered(subject, f"among them {labels}", questionnaire)
        case Compares(subject, operator, amount):
            return _answered(subject, f"{_ORDER[operator]} {spelled(amount)}", questionnaire)
        case Answered(subject):
            return _answered(subject, "answered", questionnaire)
        case Unknown(subject):
            return _answered(subject, "not known yet", questionnaire)
    return source(condition)


def _answered(subject: tuple[str, ...], answer: str, questionnaire: Questionnaire) -> str:
    """A question with its answer; a fact by its name."""
    question = _question(subject, questionnaire)
    if question is not None:
        return f"“{question.asks}” {answer}"
    name = " ".join(subject).replace("_", " ").replace("-", " ")
    return {"yes": name, "no": f"not {name}"}.get(answer, f"{name}: {answer}")


def _question(subject: tuple[str, ...], questionnaire: Questionnaire) -> Question | None:
    return questionnaire.questions.get(subject[0]) if len(subject) == 1 else None


def _labels(
    subject: tuple[str, ...], values: Iterable[str], word: str, questionnaire: Questionnaire
) -> str:
    question = _question(subject, questionnaire)
    found = [question.option(value) if question else None for value in values]
    names = zip(values, found, strict=True)
    return word.join(option.label if option else value for value, option in names)
