"""What is recommended can be answered where it is recommended.

Why: an unattended draft takes the recommendation, and a blocking rule then refuses the draft.

Bad:

    quality:  {recommend: [{take: none, because: it is simplest}], ask when: co_branded}
    R19:      {severity: block, when: co_branded and quality is none}

Good:

    quality:  {recommend: [{take: full, because: a mark needs control}], ask when: co_branded}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.kinds.model import Missing, Value
from drafter.proof.cells import case_of
from drafter.proof.goals import Wish
from drafter.proof.outline import Standing
from drafter.questionnaire.model import Question
from drafter.rules.of_all_answers import unreachable_recommendation
from drafter.rules.of_all_answers.unreachable_recommendation import steps

RULE = "recommendation-not-possible"


def wishes(standing: Standing) -> Iterator[Wish]:
    """Each recommended answer can be given, wherever its step speaks at all."""
    both = standing.encoding.clauses.both
    for question in standing.encoding.names.questions.values():
        if question.kind.sort.has_records:
            continue
        for number, (step, reached) in enumerate(steps(question, standing), 1):
            if step.take is not None:
                answered = _answered(question, step.take, standing)
                yield Wish(
                    RULE,
                    ("step", question.id, str(number)),
                    both((reached, answered)),
                    f"`{question.id}` is recommended to be what no answers allow (step {number})",
                    question.place,
                    "recommend another answer, or change the rule that blocks this one",
                    within=(unreachable_recommendation.RULE, "step", question.id, str(number)),
                )


def _answered(question: Question, value: Value, standing: Standing) -> int:
    """The question has this answer."""
    encoding = standing.encoding
    group = encoding.group(question.id)
    if group.members:
        wanted = value if isinstance(value, tuple) else ()
        members = (lit if one in wanted else -lit for one, lit in group.members.items())
        return encoding.clauses.both((group.given(encoding.clauses), *members))
    cases = [case for case, _ in group.cases if not isinstance(case, Missing)]
    case = case_of(value, cases, encoding.mentions.of((question.id,)))
    return group.at(case) if case is not None else group.given(encoding.clauses)
