"""What is missing, for a script: a line each, or the state of the form as JSON."""

from __future__ import annotations

from typing import Any

import click

from drafter.cli.options import print_json
from drafter.consistency.finding import SEVERITY
from drafter.intake.form import Form


def list_missing(form: Form, as_json: bool) -> int:
    """Print what is missing; 1 where anything is, or where answers cannot stand."""
    rows = [("precedent", "", "Which agreement is it?")] if form.precedent is None else []
    rows += [_row(form, path) for path in form.missing]
    if as_json:
        print_json(
            [{"question": id, "section": section, "asks": asks} for id, section, asks in rows]
        )
    else:
        for row in rows:
            click.echo("\t".join(row))
    for fault in form.faults:
        click.echo(fault.says, err=True)
    for one in form.findings:
        if one.rule.severity != "block" and not one.pending:
            click.echo(f"{SEVERITY[one.rule.severity]}[{one.id}]: {one.rule.message}", err=True)
    for clash in form.clashes:
        click.echo(f"{clash.finding.rule.id}: {clash.finding.rule.message}", err=True)
    return 1 if rows or form.faults or form.clashes else 0


def _row(form: Form, path: str) -> tuple[str, str, str]:
    name, *inside = path.split(".")
    question = form.asked[name].question
    asks = question.fields[inside[1]].asks if inside else question.asks
    return path, question.section, asks


def state(form: Form) -> dict[str, Any]:
    """The form as data."""
    count = form.progress
    return {
        "precedent": form.precedent.id if form.precedent else None,
        "answered": count.answered,
        "sure_to_come": count.sure,
        "may_come": count.may,
        "next": form.next.question.id if form.next else None,
        "missing": list(form.missing),
        "set_aside": list(form.set_aside),
        "clashes": [
            {
                "rule": one.finding.rule.id,
                "says": one.finding.rule.message,
                "questions": list(one.questions),
            }
            for one in form.clashes
        ],
        "warnings": _of_severity("warn", form),
        "notes": _of_severity("inform", form),
        "faults": [fault.as_data() for fault in form.faults],
        "complete": form.complete,
    }


def _of_severity(severity: str, form: Form) -> list[dict[str, Any]]:
    return [
        {"rule": one.rule.id, "says": one.rule.message, "questions": list(one.questions)}
        for one in form.findings
        if one.rule.severity == severity and not one.pending
    ]
