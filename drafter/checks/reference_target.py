"""A reference names a topic of the library, and a label that its texts carry.

Why: a reference to nothing is the commonest fault of assembled agreements.

Bad:

    [@exit.notise] applies.

Good:

    [@exit.notice] applies.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.walk import Written, texts
from drafter.conditions.say import topics as asked_topics
from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.library.model import Library
from drafter.prose.model import Target, When
from drafter.prose.walk import guards, labels, references

RULE = "reference-target"


def check(library: Library) -> Iterator[Diagnostic]:
    """References, and guards on topics, that name nothing."""
    known = {topic.id: _labels(topic.variants.values()) for topic in library.topics.values()}
    for written in texts(library):
        for reference in references(written.text):
            for target in reference.targets:
                yield from _target(target, written, known, reference.place)
        yield from _guards(written, known)


def _labels(variants: object) -> set[str]:
    return {label for variant in variants for label in labels(variant.text)}  # type: ignore[attr-defined]


def _target(
    target: Target, written: Written, known: dict[str, set[str]], place: Place | None
) -> Iterator[Diagnostic]:
    topic = target.topic or written.topic
    if topic not in known:
        yield Diagnostic(RULE, f"there is no topic `{topic}`", place, did_you_mean(topic, known))
        return
    own = set(labels(written.text)) if not target.topic else known[topic]
    if target.label and target.label not in own:
        yield Diagnostic(RULE, f"`{topic}` has no label `{target.label}`", place,
                         did_you_mean(target.label, own))


def _guards(written: Written, known: dict[str, set[str]]) -> Iterator[Diagnostic]:
    for guard in guards(written.text):
        if isinstance(guard, When):
            for topic in asked_topics(guard.condition):
                if topic not in known:
                    place = getattr(guard.condition, "place", None)
                    yield Diagnostic(RULE, f"there is no topic `{topic}`", place,
                                     did_you_mean(topic, known))
