"""What is recommended otherwise from now on: agreements drafted before keep what they have."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.kinds import spelled
from drafter.library.condition_text import print_condition
from drafter.library.model import ClauseLibrary
from drafter.matters.upgrading.model import ChangedRecommendation
from drafter.questionnaire.model import Question, Questionnaire, Recommendation


def recommended_otherwise(
    before: ClauseLibrary, after: ClauseLibrary
) -> Iterator[ChangedRecommendation]:
    """The questions that both ask and for which another answer is recommended, or at other times;
    another reason for the same answer is none."""
    old, new = before.questionnaire, after.questionnaire
    renamed = after.renamed.get("questions", {})
    for name, question in old.questions.items():
        now = new.questions.get(renamed.get(name, name))
        if now is None:
            continue
        was, recommends = _ladder(question, old), _ladder(now, new)
        if was != recommends:
            yield ChangedRecommendation(now.id, was, recommends)


def _ladder(question: Question, questionnaire: Questionnaire) -> str:
    steps = (_step(one, questionnaire) for one in question.recommend)
    return "; else ".join(steps) or "nothing"


def _step(one: Recommendation, questionnaire: Questionnaire) -> str:
    take = "nothing" if one.take is None else spelled(one.take)
    words = take if isinstance(take, str) else ", ".join(take) or "none"
    return f"{words} if {print_condition(one.when, questionnaire)}" if one.when else words
