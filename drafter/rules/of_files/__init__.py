"""Rules over what the files of a library say together. A library that breaks one does not draft."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, cast

from drafter.diagnostics import Diagnostic
from drafter.library.model import ClauseLibrary
from drafter.rules.of_files import (
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


class FileRule(Protocol):
    """A module of this folder."""

    RULE: str

    def check(self, library: ClauseLibrary) -> Iterable[Diagnostic]: ...


def rules() -> tuple[FileRule, ...]:
    """Every rule, in the order in which they speak."""
    return cast(
        tuple[FileRule, ...],
        (
            outline,
            placed_riders,
            reference_target,
            schedule_link,
            definition_twice,
            definition_text,
            undefined_term,
            unprintable_choice,
            guard_never,
            survives_label,
            needs_named,
        ),
    )


def run_checks(library: ClauseLibrary) -> tuple[Diagnostic, ...]:
    """The faults that only the library as a whole can show."""
    return tuple(fault for rule in rules() for fault in rule.check(library))
