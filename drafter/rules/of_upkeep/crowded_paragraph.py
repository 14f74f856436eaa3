"""A paragraph covers at most three points of its topic.

Why: a paragraph that is said to cover everything covers nothing; each point is to be found, read
and struck out by itself.

Bad:

    covers: {shares: all, own-use: all, licensing: all, accounting: all}

Good:

    covers: {own-use: use, licensing: use}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from drafter.diagnostics import Diagnostic, Place
from drafter.library.model import Topic, Variant
from drafter.rules.of_upkeep.model import Upkeep

RULE = "crowded-paragraph"
AT_MOST = 3


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Labels of a variant that cover more points than that."""
    for topic in upkeep.library.topics.values():
        for variant in topic.variants.values():
            for label, points in points_of(topic, variant).items():
                if len(points) > AT_MOST:
                    says = f"`{{#{label}}}` is to cover {len(points)} points: {', '.join(points)}"
                    cure = f"give each its own paragraph; {AT_MOST} points to one at most"
                    yield Diagnostic(RULE, says, Place(variant.file), cure)


def points_of(topic: Topic, variant: Variant) -> dict[str, list[str]]:
    """The points that each label of a variant covers."""
    found: dict[str, list[str]] = defaultdict(list)
    for point in topic.covers:
        if point not in variant.front.waive:
            found[variant.front.covers.get(point, point)].append(point)
    return found
