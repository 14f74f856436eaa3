"""No recommendation makes a deal refuse.

Why: whoever leaves a question open is given what is recommended. Where that and an answer that was
given are blocked together, a draft is refused for something that nobody said.

Bad:

    control:  {recommend: [{take: none, because: it is simplest}]}
    branded:  {asks: Does it carry a brand?, type: yes/no}
    R19:      {severity: block, when: branded and control is none}

Good, where a ladder reads the other answer, though it is asked later:

    control:
      recommend:
        - {take: full, when: branded, because: a mark needs control}
        - {take: none, because: it is simplest}
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from drafter.conditions.walk import subjects
from drafter.diagnostics import Place
from drafter.library.model import ConsistencyRule
from drafter.proof.clauses import FALSE
from drafter.proof.goals import Goal
from drafter.proof.left_open import left_open, shown
from drafter.proof.outline import Standing
from drafter.questionnaire.deal import Deal, print_answer_of
from drafter.questionnaire.order import questions_behind

RULE = "recommendation-refuses"


def goals(standing: Standing) -> Iterator[Goal]:
    """No rule blocks answers as a draft fills them that it does not block as they were given."""
    answers = left_open(standing.encoding)
    for rule in standing.library.rules.values():
        if rule.severity == "block":
            filled, given = (one.verdict(rule.when).true for one in (answers.filled, answers.given))
            bad = standing.encoding.clauses.both((filled, -given))
            if bad != FALSE:
                yield Goal(
                    RULE,
                    ("block", rule.id),
                    bad,
                    f"what is recommended makes `{rule.id}` refuse the deal in these answers",
                    rule.place,
                    "let what is recommended read the other answers that the rule reads",
                    nearest=partial(_nearest, rule),
                    shown_by=partial(shown, answers),
                )


def _nearest(rule: ConsistencyRule, deal: Deal) -> tuple[Place | None, tuple[str, ...]]:
    """The recommendation that was taken, and what else was."""
    behind = {
        question
        for name in subjects(rule.when)
        for question in questions_behind(name, deal.questionnaire)
    }
    taken = [name for name in deal.taken if name in behind]
    place = deal.questionnaire.questions[taken[0]].place if taken else None
    return place, tuple(
        f"recommended: {name} is {print_answer_of(name, deal)}, because {deal.taken[name].because}"
        for name in taken
    )
