"""Every step of a recommendation is reached in some deal.

Why: a step behind one that always holds is advice that nobody is given.

Bad:

    recommend:
      - {take: yes, because: results are likely}
      - {take: no, when: tactical, because: a campaign makes none}

Good:

    recommend:
      - {take: no, when: tactical, because: a campaign makes none}
      - {take: yes, because: results are likely}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.proof.goals import Wish
from drafter.proof.outline import Standing
from drafter.questionnaire.model import Question, Recommendation

RULE = "unreachable-recommendation"


def wishes(standing: Standing) -> Iterator[Wish]:
    """Each step of each ladder is the first that holds in some answers."""
    for question in standing.encoding.names.questions.values():
        for number, (_, reached) in enumerate(steps(question, standing), 1):
            yield Wish(
                RULE,
                ("step", question.id, str(number)),
                reached,
                f"no answers reach step {number} of what is recommended for `{question.id}`",
                question.place,
                "move it up, narrow the steps before it, or remove it",
            )


def steps(question: Question, standing: Standing) -> Iterator[tuple[Recommendation, int]]:
    """Each step of a ladder, and when it is the one that speaks."""
    encoding = standing.encoding
    open_so_far = [encoding.verdict(question.ask_when).true]
    for step in question.recommend:
        verdict = encoding.verdict(step.when)
        yield step, encoding.clauses.both((*open_so_far, verdict.true))
        open_so_far.append(verdict.false)
