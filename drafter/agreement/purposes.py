"""What keeps an agreement from being issued or signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from drafter.consistency.judge import Finding
from drafter.diagnostics import ERROR, Diagnostic

PURPOSES = ("draft", "issue", "signature")


def kept_back(report: dict[str, Any], findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """What the record of an agreement lacks for its purpose; nothing for a draft."""
    if report["purpose"] == "draft":
        return
    for one in report["open"]:
        yield _gate("open-topic", f"`{one['topic']}` is not decided yet", "answer its questions")
    overridden = {one["what"] for one in report["overrides"]}
    for finding in findings:
        rule = finding.rule
        if rule.severity == "warn" and not finding.pending and rule.id not in overridden:
            cure = "settle it, or name an override with a reason under `overrides:`"
            yield _gate(rule.id, rule.message, cure)
    if report["purpose"] == "signature":
        yield from _unsigned(report)


def _unsigned(report: dict[str, Any]) -> Iterator[Diagnostic]:
    for one in report["blanks"]:
        yield _gate("blank", f"`{one['question']}` is blank", f"answer: {one['asks']}")
    for one in report["awaited"]:
        yield _gate(
            "bracket", f"words in brackets wait for `{one['question']}`", f"answer: {one['asks']}"
        )
    for one in report["recommended"]:
        if not one["confirmed"]:
            yield _gate(
                "recommendation",
                f"`{one['question']}` rests on a recommendation alone",
                "answer it, or list it under `confirmed:`",
            )


def _gate(rule: str, says: str, cure: str) -> Diagnostic:
    return Diagnostic(rule, says, None, cure, severity=ERROR)
