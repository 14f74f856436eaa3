"""A question that sounds like one of fact says its nature.

Why: what is recommended is printed as if somebody had said it; a fact is known or it is blank.

Bad:

    pending_cases:
      asks: Is a party sued over its brand?
      recommend: [{take: no, because: no case has been named}]

Good:

    pending_cases:
      asks: Is a party sued over its brand?
      nature: fact

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import WARNING, Diagnostic
from drafter.questionnaire.model import Question
from drafter.rules.of_upkeep.model import Upkeep

RULE = "likely-fact"
_OF_FACT = re.compile(
    r"(has|have|had|is|are|was|were|do|does|did|will)\b"
    r"|((by|for|from|in|on|to|until|at|with|under|since)\s+)?(who|whose|whom|when|where)\b"
    r"|((by|for|from|in|on|to|until|at|under|since)\s+)?(which|what)\s"
    r"(party|parties|person|people|company|country|countries|place|date|day|year|number|address)\b"
    r"|how\s+(many|old|large|big)\b"
    r"|what\s.*\b(name|number|address|date)\b",
    re.IGNORECASE,
)


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Questions and fields that ask who, when, where, how many or whether, of no said nature."""
    library = upkeep.library
    for question in library.questionnaire.questions.values():
        for one in (question, *question.fields.values()):
            if one.nature is None and _OF_FACT.match(one.asks):
                yield _fault(one)


def _fault(question: Question) -> Diagnostic:
    taken = ", and an answer is recommended" if question.recommend else ""
    return Diagnostic(
        RULE,
        f"`{question.id}` sounds like a question of fact{taken}",
        question.place,
        "say `nature:` fact, choice or counsel decides; a fact is never recommended",
        severity=WARNING,
    )
