"""`drafter rule`: what a rule means."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator

import click

from drafter.cli.common import json_option, library_option, open_library, print_json
from drafter.diagnostics import Diagnostic, Refused, did_you_mean
from drafter.library.model import Rule


@click.command("rule")
@click.argument("name")
@json_option
@library_option
@click.pass_context
def command(ctx: click.Context, name: str, as_json: bool, library: str | None) -> None:
    """Say what the rule NAME means: a rule over answers (R6) or over the library."""
    meanings = dict(_meanings())
    if name in meanings:
        print_json({"rule": name, "means": meanings[name]}) if as_json else click.echo(
            f"{name}\n\n{meanings[name]}"
        )
        return
    rules = open_library(ctx, library).clauses.rules
    if name not in rules:
        cure = did_you_mean(name, [*rules, *meanings])
        raise Refused([Diagnostic("unknown-rule", f"there is no rule `{name}`", None, cure)])
    print_json(_as_data(rules[name])) if as_json else click.echo(_printed(rules[name]))


def _meanings() -> Iterator[tuple[str, str]]:
    """Each check's own words, and each fault that reading clause text can find."""
    from drafter.checks import all_checks
    from drafter.checks.lints import all_lints, meaning
    from drafter.checks.prove import all_proofs
    from drafter.checks.review import all_reviews, dated_reviews, paged_reviews
    from drafter.prose.faults import FAULTS

    whole = {**all_checks(), **all_reviews(), **paged_reviews(), **dated_reviews()}
    for name, check in whole.items():
        yield name, inspect.getdoc(sys.modules[check.__module__]) or ""
    for name, module in all_proofs().items():
        yield name, inspect.getdoc(module) or ""
    for name, lint in all_lints().items():
        yield name, meaning(lint)
    for name, (says, cure) in FAULTS.items():
        yield name, f"{says}\n\nCure: {cure}" if cure else says


def _as_data(rule: Rule) -> dict[str, object]:
    from drafter.conditions.say import source

    return {"rule": rule.id, "severity": rule.severity, "when": source(rule.when),
            "says": rule.message, "reason": rule.reason, "source": rule.source,
            "law": {"from": rule.law[0], "until": rule.law[1]}}  # fmt: skip


def _printed(rule: Rule) -> str:
    data = _as_data(rule)
    lines = [f"{rule.id} ({rule.severity}): {rule.message}", "", f"When: {data['when']}"]
    lines += [f"Why: {rule.reason}"] if rule.reason else []
    lines += [f"Source: {rule.source}"] if rule.source else []
    since, until = rule.law
    lines += (
        [f"Law in force from {since or 'the past'} until {until or 'further notice'}"]
        if (since or until)
        else []
    )
    return "\n".join(lines)
