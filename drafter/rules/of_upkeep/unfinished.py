"""Nothing is left to be written: no TBD in a heading, a question, a summary or a label.

Why: what a lawyer reads on the screen is a draft too, and a forgotten mark undoes the rest.

Bad:

    asks: TBD

Good:

    asks: Who will own the new results?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import Diagnostic, Place
from drafter.library.model import Variant
from drafter.questionnaire.model import Question
from drafter.rules.of_upkeep.model import Upkeep

RULE = "unfinished"
_MARK = re.compile(r"\bTB[DC]\b")


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Marks of unfinished work outside clause text, where lint L48 looks."""
    library = upkeep.library
    for topic in library.topics.values():
        words = {"heading": topic.heading, "settles": topic.settles}
        yield from _in(f"topic `{topic.id}`", words, topic.place)
        for variant in topic.variants.values():
            yield from _in(f"`{topic.id}/{variant.id}`", _of_variant(variant), Place(variant.file))
    for question in library.questionnaire.questions.values():
        yield from _in(f"question `{question.id}`", _of_question(question), question.place)


def _of_variant(variant: Variant) -> dict[str, str]:
    front = variant.front
    return {
        "summary": front.summary,
        "note": front.note,
        "confirm": " ".join(front.confirm),
        "approval from": front.approval_from,
    }


def _of_question(question: Question) -> dict[str, str]:
    said = {"asks": question.asks, "help": question.help, "why": question.why}
    said["options"] = " ".join(f"{one.label} {one.prints}" for one in question.options)
    for name, field in question.fields.items():
        said |= {f"{name}.{key}": words for key, words in _of_question(field).items()}
    return said


def _in(what: str, said: dict[str, str], place: Place | None) -> Iterator[Diagnostic]:
    for key, words in said.items():
        if _MARK.search(words):
            yield Diagnostic(
                RULE,
                f"{what}: `{key}:` is still to be written",
                place,
                "write it, or remove the key if it is optional",
            )
