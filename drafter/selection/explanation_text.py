"""An explanation as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.consistency.smallest_change import print_changes
from drafter.library.model import LEFT_OUT, FrontMatter
from drafter.selection.explanation import Alternative, Explanation, Reason


def print_explanation(explanation: Explanation) -> str:
    """The explanation of one topic for the terminal."""
    outcome = explanation.variant or "open: " + ", ".join(explanation.possible)
    position = f" ({explanation.position})" if explanation.position else ""
    lines = [f"{explanation.heading} [{explanation.topic}]: {outcome}{position}"]
    lines += _ground_lines(explanation.front)
    lines += [f"  because  {line}" for line in _reason_lines(explanation)]
    lines += [f"  not      {_instead_line(one)}" for one in explanation.instead]
    return "\n".join(lines)


def _ground_lines(front: FrontMatter) -> Iterator[str]:
    """What the variant says, and the ground that lawyers give for it."""
    if front.summary:
        yield f"  says     {front.summary}"
    if front.note:
        yield f"  note     {front.note}"
    for law in front.legal_basis:
        until = f" to {law.valid_to}" if law.valid_to else ""
        since = f" (in force from {law.valid_from}{until})" if law.valid_from else ""
        yield f"  law      {law.law}{since}"
    if front.approval_from:
        yield f"  given by {front.approval_from}"
    for point in front.confirm:
        yield f"  confirm  {point}"


def _instead_line(one: Alternative) -> str:
    given = f", given by {one.approval_from}" if one.approval_from else ""
    position = f" ({one.position}{given})" if one.position else ""
    return f"{one.variant}{position}: would need {wanted(one)}"


def wanted(one: Alternative) -> str:
    """What another wording would need: the change that was tried, or what its condition lacks."""
    if one.change is None:
        return one.needs
    refused = f"; {' and '.join(one.change.blocked)} would refuse it" if one.change.blocked else ""
    return f"{print_changes(one.change.changes)}{refused}"


def _reason_lines(explanation: Explanation) -> list[str]:
    if not explanation.because:
        return ["the topic has one wording" if explanation.variant != LEFT_OUT else "never"]
    return [print_reason(reason) for reason in explanation.because]


def print_reason(reason: Reason) -> str:
    """One reason for the terminal."""
    how = f", as recommended: {reason.why}" if reason.origin == "recommended" else ""
    answer = reason.answer if reason.origin in ("answered", "recommended") else reason.origin
    return f"{reason.question}: {answer}{how}"
