"""The questions as they stood when answers were saved; what a newer library asks besides."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from drafter.intake.model import Snapshot, State
from drafter.library.model import ClauseLibrary, Precedent
from drafter.questionnaire.model import Question

SavedQuestions = dict[str, str]


def known_questions(library: ClauseLibrary, precedent: Precedent | None) -> SavedQuestions:
    """Each question of a precedent with a digest of what an answer to it means."""
    questions = library.questionnaire.questions
    return {name: _digest(questions[name]) for name in (precedent.asks if precedent else ())}


def _digest(question: Question) -> str:
    return hashlib.sha256(repr(_meaning(question)).encode()).hexdigest()[:6]


def _meaning(question: Question) -> object:
    """What an answer rests on: the words asked, the type, the options, the fields."""
    options = [(one.id, one.label) for one in question.options]
    fields = [_meaning(field) for field in question.fields.values()]
    return question.id, question.asks, question.kind.sort.name, question.kind.of, options, fields


def news(form: Snapshot, before: SavedQuestions) -> Iterator[str]:
    """What is new or reworded since the answers were saved, in words."""
    renamed: Mapping[str, str] = form.library.renamed.get("questions", {})
    then = {renamed.get(name, name): digest for name, digest in before.items()}
    now = known_questions(form.library, form.precedent)
    if not then or not now:
        return
    for section in form.section_names:
        new = [
            one.question.asks
            for one in form.inside(section)
            if one.question.id not in then and one.state is not State.MAY_COME
        ]
        if new:
            yield f"New in {section}, you will be asked: {' '.join(new)}"
    for name, digest in now.items():
        asked = form.asked.get(name)
        if asked is not None and asked.answer is not None and then.get(name, digest) != digest:
            yield f"Changed: {asked.question.asks} Your answer is kept; look at it with :g {name}."
