"""Each variant of a topic covers the points that the topic must cover.

Why: a variant that is silent on a point leaves it to the law, which nobody chose.

Bad:

    covers: [shares, own-use]                   (topic.yaml)
    The Parties own the Result in equal shares. {#shares}

Good:

    The Parties own the Result in equal shares. {#shares}

    Each Party may use it. {#own-use}

A point that stands under another label is mapped in front matter (`covers: {own-use: use}`); one
that is left out on purpose is waived there with a reason (`waive: {own-use: the licence says it}`).
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Diagnostic, Place
from drafter.library.model import Topic, Variant
from drafter.prose.walk import labels
from drafter.rules.of_upkeep.model import Upkeep

RULE = "uncovered-point"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Points of `covers:` that a variant neither has, nor maps, nor waives."""
    library = upkeep.library
    for topic in library.topics.values():
        for variant in topic.variants.values():
            yield from _uncovered(topic, variant)


def _uncovered(topic: Topic, variant: Variant) -> Iterator[Diagnostic]:
    covered = {*labels(variant.text), *variant.front.covers, *variant.front.waive}
    for point in topic.covers:
        if point not in covered:
            yield Diagnostic(
                RULE,
                f"`{topic.id}` must cover `{point}`, and this wording does not",
                Place(variant.file),
                f"label the clause {{#{point}}}, map it under `covers:`, or waive it",
            )
