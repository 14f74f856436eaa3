"""`drafter rule`: what a rule means; without a name, every rule."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from itertools import groupby

import click

from drafter.cli.options import json_option, library_option, open_library, print_json
from drafter.diagnostics import Diagnostic, Refused, did_you_mean
from drafter.rules.table import Meaning, all_rules

_WIDTH = 80


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
        known = open_library(ctx, library).rules()
    if name not in known:
        cure = f"{did_you_mean(name, known)} All of them: drafter rule"
        raise Refused([Diagnostic("unknown-rule", f"there is no rule `{name}`", None, cure)])
    print_json(known[name].as_data()) if as_json else click.echo(_printed(known[name]))


def _list_all(ctx: click.Context, as_json: bool, library: str | None) -> None:
    """Every rule, grouped by when it speaks; of a library at fault, drafter's own."""
    rules: Mapping[str, Meaning] = all_rules()
    try:
        rules = open_library(ctx, library).rules()
    except Refused as refused:
        left_out = "its rules over answers are not listed: the library is at fault"
        click.echo(f"{left_out} ({refused.diagnostics[0].rule}); see drafter check", err=True)
    if as_json:
        print_json([one.as_data() for one in rules.values()])
        return
    for when, group in groupby(rules.values(), lambda one: one.when):
        click.echo("\n".join([*textwrap.wrap(when, _WIDTH), *_lines(list(group)), ""]))
    click.echo("More of each: drafter rule NAME")


def _lines(rules: list[Meaning]) -> Iterator[str]:
    column = max(len(one.rule) for one in rules) + 4
    for one in rules:
        yield textwrap.fill(
            one.title,
            _WIDTH,
            initial_indent=f"  {one.rule}".ljust(column),
            subsequent_indent=" " * column,
        )


def _printed(one: Meaning) -> str:
    speaks = f"Speaks {one.when[0].lower()}{one.when[1:]}. {one.effect}"
    return "\n\n".join([one.rule, *map(_wrapped, one.page.split("\n\n")), _wrapped(speaks)])


def _wrapped(paragraph: str) -> str:
    """An example stays as it is; other words are set anew."""
    return paragraph if paragraph.startswith("    ") else textwrap.fill(paragraph, _WIDTH)
