"""`drafter ask`: the questionnaire at the terminal."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from drafter.cli.asking.answers_file import one_writer
from drafter.cli.asking.missing_answers import list_missing, state
from drafter.cli.asking.opening import NOWHERE, started
from drafter.cli.asking.run import session_of, sit
from drafter.cli.options import library_option, open_library, print_json
from drafter.questionnaire.rewriting import as_yaml


@click.command("ask")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("answers.yaml"),
    show_default=True,
    help="The answers file to write; - prints it at the end.",
)
@click.option("--resume", is_flag=True, help="Go on with answers that the file already holds.")
@click.option("--precedent", help="Which agreement it is.")
@click.option("--by", default="", help="Who answers, as a title; stands beside each answer.")
@click.option("--each", is_flag=True, help="Ask every question by itself, with its reasons.")
@click.option("--plain", is_flag=True, help="No rules, no marks: the same words, for any reader.")
@click.option("--non-interactive", is_flag=True, help="List what is missing, a line each.")
@click.option("--complete", is_flag=True, help="Exit 1 while anything is missing.")
@click.option("--json", "as_json", is_flag=True, help="Print the form's state as JSON.")
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    output: Path,
    resume: bool,
    precedent: str | None,
    by: str,
    each: bool,
    plain: bool,
    non_interactive: bool,
    complete: bool,
    as_json: bool,
    library: str | None,
) -> int:
    """Answer the questions of an agreement, one at a time.

    Every answer is saved at once. A recommendation is taken by *, never by itself; an empty line
    is no answer. :h shows the keys. Lines may be piped, bare and in order, or as `id = value` in
    any order.
    """
    opened = open_library(ctx, library)
    if non_interactive:
        return list_missing(started(opened, output, True, precedent), as_json)
    with contextlib.nullcontext() if output == NOWHERE else one_writer(output):
        start = started(opened, output, resume, precedent)
        form, code = sit(session_of(opened, start, output, by, plain, each), output)
    if as_json:
        print_json(state(form))
    elif output == NOWHERE:
        click.echo(as_yaml(form.data), nl=False)
    elif output.exists():
        click.echo(str(output))
    return code or (1 if complete and not form.complete else 0)
