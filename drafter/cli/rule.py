"""`drafter rule`: what a rule means; without a name, every rule."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from itertools import groupby

import click

from drafter.cli.common import json_option, library_option, open_library, print_json
from drafter.conditions.say import source
from drafter.diagnostics import Diagnostic, Refused, did_you_mean
from drafter.library.model import Rule
from drafter.questionnaire.relation import MEANINGS, Relation
from drafter.rules.table import Meaning, all_rules

_WIDTH = 80
_OWN = "When the answers of a deal are judged by this library"
_EFFECT = {
    "block": "An error: nothing is drafted from these answers.",
    "warn": "A warning: a draft is made; to issue or sign it, somebody must name an override.",
    "inform": "A note: it explains, and stops nothing.",
}


@click.command("rule")
@click.argument("name", required=False)
@json_option
@library_option
@click.pass_context
def command(ctx: click.Context, name: str | None, as_json: bool, library: str | None) -> None:
    """Say what the rule NAME means, as messages have it in brackets; without NAME, list all.

    A rule is one of drafter's own, or one that the library has over answers, such as R6.
    """
    if name is None:
        _list_all(ctx, as_json, library)
        return
    known: Mapping[str, Meaning] = all_rules()
    if name not in known:
        known = {**known, **_of_library(ctx, library)}
    if name not in known:
        cure = f"{did_you_mean(name, known)} All of them: drafter rule"
        raise Refused([Diagnostic("unknown-rule", f"there is no rule `{name}`", None, cure)])
    print_json(known[name].as_data()) if as_json else click.echo(_printed(known[name]))


def _list_all(ctx: click.Context, as_json: bool, library: str | None) -> None:
    """Every rule, grouped by when it speaks; of a library at fault, drafter's own."""
    known = list(all_rules().values())
    try:
        known += _of_library(ctx, library).values()
    except Refused as refused:
        left_out = "its rules over answers are not listed: the library is at fault"
        click.echo(f"{left_out} ({refused.diagnostics[0].rule}); see drafter check", err=True)
    if as_json:
        print_json([one.as_data() for one in known])
        return
    for when, rules in groupby(known, lambda one: one.when):
        click.echo("\n".join([*textwrap.wrap(when, _WIDTH), *_lines(list(rules)), ""]))
    click.echo("More of each: drafter rule NAME")


def _lines(rules: list[Meaning]) -> Iterator[str]:
    column = max(len(one.rule) for one in rules) + 4
    for one in rules:
        yield textwrap.fill(one.title, _WIDTH, initial_indent=f"  {one.rule}".ljust(column),
                            subsequent_indent=" " * column)  # fmt: skip


def _printed(one: Meaning) -> str:
    speaks = f"Speaks {one.when[0].lower()}{one.when[1:]}. {one.effect}"
    return "\n\n".join([one.rule, *map(_wrapped, one.page.split("\n\n")), _wrapped(speaks)])


def _wrapped(paragraph: str) -> str:
    """An example stays as it is; other words are set anew."""
    return paragraph if paragraph.startswith("    ") else textwrap.fill(paragraph, _WIDTH)


def _of_library(ctx: click.Context, library: str | None) -> dict[str, Meaning]:
    """The library's rules over answers, and the relations that its questions declare."""
    clauses = open_library(ctx, library).clauses
    rules = (Meaning(rule.id, _page(rule), _OWN, _EFFECT[rule.severity])
             for rule in clauses.rules.values())  # fmt: skip
    relations = (Meaning(relation.id, _page_of_relation(relation), _OWN, _EFFECT[relation.severity])
                 for relation in clauses.questionnaire.relations.values())  # fmt: skip
    return {one.rule: one for one in (*rules, *relations)}


def _page_of_relation(relation: Relation) -> str:
    to = relation.amount if relation.amount is not None else ", ".join(relation.to) or "yes"
    means = f"`{relation.path}`: `{relation.how}: {to}`. {MEANINGS[relation.how]}"
    why = f"Why: {relation.reason}" if relation.reason else ""
    return "\n\n".join(filter(None, (relation.message, means, why)))


def _page(rule: Rule) -> str:
    since, until = rule.law
    paragraphs = {
        "": rule.message,
        "When: ": source(rule.when),
        "Why: ": rule.reason,
        "Source: ": rule.source,
        "Law: ": f"in force from {since or 'the past'} until {until or 'further notice'}"
        if since or until else "",
    }  # fmt: skip
    return "\n\n".join(f"{label}{words}" for label, words in paragraphs.items() if words)
