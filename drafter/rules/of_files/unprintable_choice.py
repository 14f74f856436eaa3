"""A choice that clause text fills in says what it prints.

Why: an option's label is written for the lawyer who answers, not for the reader of the clause.

Bad:

    options: {company: Company}                 (and a clause says {party.kind})

Good:

    options: {company: {label: Company, prints: a company}}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Diagnostic
from drafter.library.model import ClauseLibrary
from drafter.prose.model import Fill, ForEach, ProseTable, Text
from drafter.prose.walk import fills, guards
from drafter.questionnaire.model import Question
from drafter.rules.of_files.walk import texts

RULE = "unprintable-choice"


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """Fills of choices whose options say no words."""
    for written in texts(library):
        loops = dict(_loops(written.text))
        for fill in fills(written.text):
            question = _question(fill, loops, library)
            if question is not None and "options" in question.kind.sort.needs:
                yield from _silent(fill, question)


def _silent(fill: Fill, question: Question) -> Iterator[Diagnostic]:
    silent = [option.id for option in question.options if not option.prints]
    if silent:
        says = f"`{'.'.join(fill.subject)}` prints no words for {', '.join(silent)}"
        yield Diagnostic(
            RULE, says, fill.place, "give each option `prints:`, or write a {choose …}"
        )


def _loops(text: Text) -> Iterator[tuple[str, str]]:
    for guard in guards(text):
        if isinstance(guard, ForEach):
            yield guard.record, guard.list[0]
    for block in text.blocks:
        if isinstance(block, ProseTable):
            yield block.record, block.list[0]


def _question(fill: Fill, loops: dict[str, str], library: ClauseLibrary) -> Question | None:
    questions = library.questionnaire.questions
    first, *rest = fill.subject
    question = questions.get(loops.get(first, first))
    for step in rest:
        if question is not None and question.kind.of:
            question = questions.get(question.kind.of)
        question = question.fields.get(step) if question else None
    return question
