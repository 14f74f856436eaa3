"""`needs:` and `conflicts:` name a topic, or a variant, that is there.

Why: a need for nothing is never missed, and a conflict with nothing never seen.

Bad:

    needs: {exit-table: always}                 (the topic is called schedule-exit-table)

Good:

    needs: {schedule-exit-table: always}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.library.model import ClauseLibrary, Variant

RULE = "needs-named"


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """Needs and conflicts that name nothing."""
    variants = {f"{topic.id}/{id}" for topic in library.topics.values() for id in topic.variants}
    for topic in library.topics.values():
        for variant in topic.variants.values():
            for need in variant.front.needs:
                if need.topic not in library.topics:
                    cure = did_you_mean(need.topic, library.topics)
                    yield _fault(variant, "needs", need.topic, cure)
            for other in variant.front.conflicts:
                if other not in variants:
                    yield _fault(variant, "conflicts", other, did_you_mean(other, variants))


def _fault(variant: Variant, key: str, name: str, cure: str) -> Diagnostic:
    what = "topic" if key == "needs" else "wording"
    return Diagnostic(
        RULE, f"`{key}:` names `{name}`, and there is no such {what}", Place(variant.file), cure
    )
