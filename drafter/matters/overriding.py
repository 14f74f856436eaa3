"""Overrides: a named person goes on despite a fault, and says why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from drafter.diagnostics import Diagnostic, Refused
from drafter.matters.names import name_fault
from drafter.questionnaire.record import Override
from drafter.workspace.approvals import is_day


def override(what: str, by: str, on: str, reason: str) -> Override:
    """An override of `what`: a rule, `topic/variant` or a question; `on` is an ISO date.

    Raises `Refused` where one of the four is missing or no line of words.

    >>> override("R27", "General Counsel", "2027-03-05", "the client knows").by
    'General Counsel'
    """
    given = {"what": what, "by": by, "reason": reason}
    faults = [
        fault
        for name, words in given.items()
        if (fault := name_fault(words, f"`{name}` of an override"))
    ]
    faults += [
        Diagnostic("override", f"an override needs `{name}`", None, "say it")
        for name, words in given.items()
        if not words.strip()
    ]
    if not is_day(on):
        faults.append(
            Diagnostic("override", "the day of an override is no date", None, "write 2027-03-05")
        )
    if faults:
        raise Refused(faults)
    return Override(what.strip(), by.strip(), on, reason.strip())


def as_data(overrides: Iterable[Override]) -> list[dict[str, str]]:
    """Overrides as a deal record and the registry hold them."""
    return [
        {"what": one.what, "by": one.by, "on": one.on, "reason": one.reason} for one in overrides
    ]


def recorded_overrides(record: Mapping[str, Any]) -> list[Override]:
    """The overrides that a deal record holds."""
    keys = ("what", "by", "on", "reason")
    given = record.get("overrides") or ()
    return [Override(*(str(one.get(key, "")) for key in keys)) for one in given]
