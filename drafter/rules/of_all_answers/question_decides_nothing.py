"""Every question changes something: a table, a text, a rule, or another question.

Why: each question costs the parties an answer, and they believe that it counts.

Bad:

    office_colour:  {asks: Which colour has the office?, type: text}    (nothing reads it)

Good:

    office:  {asks: Which office receives notices?, type: text}         (and a clause says {office})

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import WARNING
from drafter.proof.clauses import FALSE, TRUE
from drafter.proof.goals import Wish
from drafter.proof.outline import Standing

RULE = "question-decides-nothing"


def wishes(standing: Standing) -> Iterator[Wish]:
    """Each question is asked for by a precedent: by what it prints, or by a rule over it."""
    for question in standing.encoding.names.questions.values():
        yield Wish(
            RULE,
            ("question", question.id),
            TRUE if question.id in standing.precedent.asks else FALSE,
            f"nothing reads the answer to `{question.id}`",
            question.place,
            "let a table, a text or a rule read it, or remove the question",
            severity=WARNING,
        )
