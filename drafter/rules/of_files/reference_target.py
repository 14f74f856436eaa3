"""A reference names a topic of the library, and a label that its texts carry.

Why: a reference to nothing is the commonest fault of assembled agreements.

Bad:

    [@exit.notise] applies.

Good:

    [@exit.notice] applies.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.conditions.walk import stands
from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.library.model import ClauseLibrary, Topic
from drafter.prose.model import Target, When
from drafter.prose.walk import guards, labels, references
from drafter.rules.of_files.walk import LibraryText, texts

RULE = "reference-target"


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """References, and guards on topics, that name nothing."""
    known = {topic.id: _labels(topic) for topic in library.topics.values()}
    for written in texts(library):
        for reference in references(written.text):
            for target in reference.targets:
                yield from _target(target, written, known, reference.place)
        yield from _guards(written, known)


def _labels(topic: Topic) -> set[str]:
    return {label for variant in topic.variants.values() for label in labels(variant.text)}


def _target(
    target: Target, written: LibraryText, known: dict[str, set[str]], place: Place | None
) -> Iterator[Diagnostic]:
    if target.topic and target.topic not in known:
        yield _no_topic(target.topic, known, place)
        return
    here = known[target.topic] if target.topic else set(labels(written.text))
    if target.label and target.label not in here:
        says = f"`{target.topic or written.topic or written.id}` has no label `{target.label}`"
        yield Diagnostic(RULE, says, place, did_you_mean(target.label, here))


def _guards(written: LibraryText, known: dict[str, set[str]]) -> Iterator[Diagnostic]:
    for guard in guards(written.text):
        for test in stands(guard.condition) if isinstance(guard, When) else ():
            if test.topic not in known:
                yield _no_topic(test.topic, known, test.place)


def _no_topic(topic: str, known: dict[str, set[str]], place: Place | None) -> Diagnostic:
    return Diagnostic(RULE, f"there is no topic `{topic}`", place, did_you_mean(topic, known))
