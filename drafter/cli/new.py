"""`drafter new`: files for a topic, a wording or a question, to be filled in; first answers."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.options import library_folder, library_option, open_library
from drafter.cli.output import yaml_faults
from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted, refuse_errors
from drafter.disk import write_faults, write_whole
from drafter.kinds import KINDS
from drafter.library.files import read_files
from drafter.library.scaffold import new_question, new_topic, new_variant

_SCHEMA = ".schemas/topic.json"  # where `drafter schema --into LIBRARY/.schemas` writes it


@click.group("new")
def command() -> None:
    """Write files for a new TOPIC, VARIANT or QUESTION; `check` then lists what to fill in.

    `answers` writes a first answers file instead.
    """


@command.command("answers")
@click.option("--precedent", required=True, help="Which agreement it is.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("answers.yaml"),
    show_default=True,
)
@library_option
@click.pass_context
def answers_command(ctx: click.Context, precedent: str, output: Path, library: str | None) -> None:
    """A first answers file: every question of a precedent as a comment, none answered."""
    from drafter.intake.first_answers import first_answers

    clauses = open_library(ctx, library).clauses
    chosen = clauses.precedents.get(precedent)
    if chosen is None:
        says = f"there is no precedent {quoted(precedent)}"
        cure = did_you_mean(precedent, clauses.precedents)
        raise Refused([Diagnostic("unknown-precedent", says, None, cure)])
    refuse_errors([*yaml_faults(output), *write_faults(output, False, "answers")])
    write_whole(output, first_answers(clauses, chosen).encode())
    click.echo(output.as_posix())


@command.command("topic")
@click.argument("topic")
@click.option("--heading", default="", help="Heading of the clause.")
@click.option("--variant", "variants", multiple=True, help="Name of a wording; may be repeated.")
@library_option
@click.pass_context
def topic_command(
    ctx: click.Context, topic: str, heading: str, variants: tuple[str, ...], library: str | None
) -> None:
    """A TOPIC with its wordings: topics/TOPIC/."""
    folder, files = _library(ctx, library)
    texts = new_topic(files, topic, heading, variants)
    if (folder / _SCHEMA).is_file():
        path = f"topics/{topic}/topic.yaml"
        texts[path] = f"# yaml-language-server: $schema=../../{_SCHEMA}\n{texts[path]}"
    _write(folder, texts)
    click.echo(f"next: name `{topic}` in a part of precedents/*.yaml, then drafter check", err=True)


@command.command("variant")
@click.argument("name", metavar="TOPIC/VARIANT")
@library_option
@click.pass_context
def variant_command(ctx: click.Context, name: str, library: str | None) -> None:
    """A wording and its row in the topic's table: topics/TOPIC/VARIANT.md."""
    topic, slash, variant = name.partition("/")
    if not slash:
        raise click.BadParameter("write TOPIC/VARIANT, such as exit/with-wind-down")
    folder, files = _library(ctx, library)
    _write(folder, new_variant(files, topic, variant))
    click.echo("next: write its row and its text, then drafter check", err=True)


@command.command("question")
@click.argument("question")
@click.option("--section", required=True, help="File of the section, such as 04-money.")
@click.option(
    "--type", "sort", type=click.Choice(tuple(KINDS)), default="yes/no", show_default=True
)
@library_option
@click.pass_context
def question_command(
    ctx: click.Context, question: str, section: str, sort: str, library: str | None
) -> None:
    """A QUESTION at the end of a section: questionnaire/SECTION.yaml."""
    folder, files = _library(ctx, library)
    _write(folder, new_question(files, section, question, sort))
    click.echo("next: write what it asks and why, then drafter check", err=True)


def _library(ctx: click.Context, given: str | None):  # type: ignore[no-untyped-def]
    named = library_folder(ctx.find_root(), given)
    if named is None:
        says = "`new` writes only into a library of your own, and none is named"
        cure = "work in a workspace (drafter init DIR), or name one: --library DIR"
        raise Refused([Diagnostic("no-library", says, None, cure)])
    folder = Path(named)
    return folder, read_files(folder)


def _write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
        click.echo(path.as_posix())
