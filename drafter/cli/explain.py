"""`drafter explain`: why this wording, and why not the others."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.options import json_option, library_option, open_library, print_json
from drafter.diagnostics import Diagnostic, Refused, did_you_mean
from drafter.selection.explain import printed


@click.command("explain")
@click.argument("answers", type=click.Path(path_type=Path))
@click.argument("topic", required=False)
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context, answers: Path, topic: str | None, as_json: bool, library: str | None
) -> None:
    """Say which answers chose each wording, and what each other wording would need."""
    opened = open_library(ctx, library)
    decision = opened.select(opened.read_file(answers))
    chosen = decision.selection.chosen
    if topic is not None and topic not in chosen:
        says = f"`{topic}` is no topic of `{decision.selection.precedent.id}`"
        raise Refused([Diagnostic("unknown-topic", says, None, did_you_mean(topic, chosen))])
    if topic is None:
        whole = list(decision.explanations())
        print_json([one.as_data() for one in whole]) if as_json else click.echo(
            "\n\n".join(printed(one) for one in whole)
        )
        return
    explanation, reads = decision.explain(topic), decision.reads(topic)
    if as_json:
        print_json(explanation.as_data() | {"reads": list(reads)})
    else:
        click.echo(printed(explanation))
        click.echo(f"  reads    {', '.join(reads)}")
