"""Each schedule of a precedent is referred to by a clause of it.

Why: a schedule that no clause gives force to binds nobody.

Bad:

    schedules: [schedule-plan]                  (no text says [@schedule-plan])

Good:

    Each Party must meet the dates in [@schedule-plan].
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Diagnostic
from drafter.library.model import ClauseLibrary
from drafter.prose.walk import references
from drafter.rules.of_files.walk import texts

RULE = "schedule-link"


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """Schedules that nothing refers to."""
    referring = _referring(library)
    riders = {topic.id for topic in library.topics.values() if topic.within}
    for precedent in library.precedents.values():
        standing = {*precedent.topics, *riders, ""}
        for schedule in precedent.schedules:
            if not referring.get(schedule, set()) & standing:
                says = f"precedent `{precedent.id}`: no clause refers to `{schedule}`"
                cure = f"refer to [@{schedule}] where it applies, or drop it"
                yield Diagnostic(RULE, says, precedent.place, cure)


def _referring(library: ClauseLibrary) -> dict[str, set[str]]:
    """Which topics refer to a topic; a definition counts as the topic ""."""
    referring: dict[str, set[str]] = {}
    for written in texts(library):
        for reference in references(written.text):
            for target in reference.targets:
                if target.topic and target.topic != written.topic:
                    referring.setdefault(target.topic, set()).add(written.topic)
    return referring
