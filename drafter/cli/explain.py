"""`drafter explain`: why this wording, and why not the others."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.common import json_option, library_option, open_library, print_json
from drafter.diagnostics import Diagnostic, Refused, did_you_mean


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
    from drafter.selection.explain import printed

    opened = open_library(ctx, library)
    decision = opened.select(opened.read_file(answers))
    chosen = decision.selection.chosen
    if topic is not None and topic not in chosen:
        says = f"`{topic}` is no topic of `{decision.selection.precedent.id}`"
        raise Refused([Diagnostic("unknown-topic", says, None, did_you_mean(topic, chosen))])
    explanations = [decision.explain(topic)] if topic else list(decision.explanations())
    if as_json:
        data = [one.as_data() for one in explanations]
        print_json(data[0] if topic else data)
    else:
        click.echo("\n\n".join(printed(one) for one in explanations))
