"""Every question is asked in some deal.

Why: a question that its own condition shuts out is work for the author and news for nobody.

Bad:

    voting:  {ask when: two_parties and many_parties}

Good:

    voting:  {ask when: many_parties}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.proof.goals import Wish
from drafter.proof.outline import Standing

RULE = "question-never-asked"


def wishes(standing: Standing) -> Iterator[Wish]:
    """The condition of each question holds in some answers."""
    for question in standing.encoding.names.questions.values():
        yield Wish(
            RULE,
            ("question", question.id),
            standing.encoding.verdict(question.ask_when).true,
            f"no answers lead to the question `{question.id}`",
            question.place,
            "change its `ask when`, or remove the question",
        )
