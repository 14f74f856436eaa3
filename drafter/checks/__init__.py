"""Rules over a loaded library, one file a rule: what it checks, why, a bad and a good example."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drafter.diagnostics import Diagnostic
from drafter.library.model import Library

Check = Callable[[Library], Iterable[Diagnostic]]


def all_checks() -> dict[str, Check]:
    """Every check by the name of its rule, in the order in which they speak."""
    from drafter.checks import (
        definition_text,
        definition_twice,
        guard_never,
        needs_named,
        outline,
        placed_riders,
        reference_target,
        schedule_link,
        survives_label,
        undefined_term,
        unprintable_choice,
    )

    modules = (outline, placed_riders, reference_target, schedule_link, definition_twice,
               definition_text, undefined_term, unprintable_choice, guard_never, survives_label,
               needs_named)  # fmt: skip
    return {module.RULE: module.check for module in modules}


def run_checks(library: Library) -> tuple[Diagnostic, ...]:
    """The faults that only the library as a whole can show."""
    return tuple(fault for check in all_checks().values() for fault in check(library))
