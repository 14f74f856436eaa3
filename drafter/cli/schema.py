"""`drafter schema`: JSON Schema of the answers, and of every YAML file that lawyers write."""

from __future__ import annotations

import json
from pathlib import Path

import click

from drafter.cli.options import library_option, open_library, print_json
from drafter.disk import write_whole
from drafter.file_schemas import SCHEMAS, file_schema
from drafter.intake.form_schemas import RENDERERS, form_schema


@click.command("schema")
@click.option("--of", "kind", type=click.Choice([*SCHEMAS]), default="answers", show_default=True,
              help="Which kind of file.")  # fmt: skip
@click.option("--for", "renderer", type=click.Choice([*RENDERERS]),
              help="Of the answers, for a renderer of forms, with the layout.")  # fmt: skip
@click.option("--into", type=click.Path(file_okay=False, path_type=Path),
              help="Write KIND.json of every kind of file into this folder.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print as JSON, which is the default.")
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    kind: str,
    renderer: str | None,
    into: Path | None,
    as_json: bool,
    library: str | None,
) -> None:
    """Print the JSON Schema (2020-12) of an answers file: labels, sections, options, skip logic.

    What a schema cannot say stands beside each question under `x-drafter`. With --of, the schema of
    another kind of file, for the names of this library, so that an editor completes and checks
    while one types: its first line is `# yaml-language-server: $schema=FILE`.
    """
    if renderer and kind != "answers":
        raise click.UsageError("--for makes a form of the answers: leave --of out.")
    if into is not None and (renderer or kind != "answers"):
        raise click.UsageError("--into writes every kind of file: leave --of and --for out.")
    clauses = open_library(ctx, library).clauses
    if into is not None:
        into.mkdir(parents=True, exist_ok=True)
        for one in SCHEMAS:
            text = json.dumps(file_schema(one, clauses), ensure_ascii=False, indent=1)
            write_whole(into / f"{one}.json", f"{text}\n".encode())
            click.echo((into / f"{one}.json").as_posix(), err=True)
    elif renderer:
        print_json(form_schema(renderer, clauses))
    else:
        print_json(file_schema(kind, clauses))
