"""The smallest libraries that a check finds fault with, and those that it lets pass."""

from __future__ import annotations

from drafter.checks import all_checks
from drafter.diagnostics import Diagnostic
from support.small import SMALL, Files, loaded


def found_by(rule: str, changes: Files) -> list[Diagnostic]:
    """What one check says of the small library with other texts, whose files have no fault."""
    library, faults = loaded(SMALL | dict(changes))
    assert not faults, faults
    return list(all_checks()[rule](library))
