"""The smallest libraries that a check finds fault with, and those that it lets pass."""

from __future__ import annotations

from drafter.diagnostics import Diagnostic
from drafter.rules.of_files import rules
from support.small import SMALL, Files, loaded


def found_by(rule: str, changes: Files) -> list[Diagnostic]:
    """What one check says of the small library with other texts, whose files have no fault."""
    library, faults = loaded(SMALL | dict(changes))
    assert not faults, faults
    return [fault for one in rules() if rule == one.RULE for fault in one.check(library)]
