"""An outline names topics that exist, each once; a schedule's id says that it is one.

Why: a precedent that names a topic twice, or one that is missing, cannot be printed.

Bad:

    parts: [{heading: Ending, topics: [exit, exitt]}]

Good:

    parts: [{heading: Ending, topics: [exit, survival]}]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.diagnostics import Diagnostic, did_you_mean
from drafter.library.model import SCHEDULE, ClauseLibrary, Precedent

RULE = "outline"


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """Faults of every precedent's outline."""
    for precedent in library.precedents.values():
        yield from _topics(precedent, library)
        yield from _schedules(precedent)
        yield from _essential(precedent, library)
        yield from _key_terms(precedent)


def _topics(precedent: Precedent, library: ClauseLibrary) -> Iterator[Diagnostic]:
    for topic, count in Counter(precedent.topics).items():
        if topic not in library.topics:
            cure = did_you_mean(topic, library.topics)
            yield _fault(precedent, f"there is no topic `{topic}`", cure)
        elif library.topics[topic].within:
            cure = "it stands where its host places it"
            yield _fault(precedent, f"`{topic}` is a rider", cure)
        elif count > 1:
            yield _fault(precedent, f"`{topic}` stands {count} times", "keep one")


def _schedules(precedent: Precedent) -> Iterator[Diagnostic]:
    listed = set(precedent.schedules)
    for topic in precedent.topics:
        if topic.startswith(SCHEDULE) is not (topic in listed):
            yield _fault(
                precedent,
                f"`{topic}` stands in the wrong list",
                "topics whose id begins schedule- stand under `schedules:`",
            )


def _essential(precedent: Precedent, library: ClauseLibrary) -> Iterator[Diagnostic]:
    questions = library.questionnaire.questions
    for name in precedent.essential:
        if name not in questions:
            yield _fault(
                precedent,
                f"`essential:` names `{name}`, which is no question",
                did_you_mean(name, questions),
            )


def _key_terms(precedent: Precedent) -> Iterator[Diagnostic]:
    for topic in precedent.key_terms:
        if topic not in precedent.topics:
            says = f"`key terms:` names `{topic}`, which is not in its outline"
            yield _fault(precedent, says, did_you_mean(topic, precedent.topics))


def _fault(precedent: Precedent, says: str, cure: str) -> Diagnostic:
    return Diagnostic(RULE, f"precedent `{precedent.id}`: {says}", precedent.place, cure)
