"""Each schedule of a precedent is referred to by a clause of it.

Why: a schedule that no clause gives force to binds nobody.

Bad:

    schedules: [schedule-plan]                  (no text says [@schedule-plan])

Good:

    Each Party must meet the dates in [@schedule-plan].
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.walk import texts
from drafter.diagnostics import Diagnostic
from drafter.library.model import Library
from drafter.prose.walk import references

RULE = "schedule-link"


def check(library: Library) -> Iterator[Diagnostic]:
    """Schedules that nothing refers to."""
    referred: dict[str, set[str]] = {}
    for written in texts(library):
        for reference in references(written.text):
            for target in reference.targets:
                if target.topic and target.topic != written.topic:
                    referred.setdefault(target.topic, set()).add(written.topic)
    for precedent in library.precedents.values():
        standing = {*precedent.topics, *(t.id for t in library.topics.values() if t.within), ""}
        for schedule in precedent.schedules:
            if not referred.get(schedule, set()) & standing:
                yield Diagnostic(RULE, f"precedent `{precedent.id}`: no clause refers to "
                                 f"`{schedule}`", precedent.place,
                                 f"refer to [@{schedule}] where it applies, or drop it")
