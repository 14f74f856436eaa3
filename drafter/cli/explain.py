"""`drafter explain`: why this wording, and why not the others."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.options import json_option, library_option, open_library, print_json
from drafter.diagnostics import Diagnostic, Refused, did_you_mean
from drafter.drafting import Decision
from drafter.selection import deviation as deviating
from drafter.selection.explanation_text import print_explanation


@click.command("explain")
@click.argument("answers", type=click.Path(path_type=Path))
@click.argument("topic", required=False)
@click.option("--deviation", is_flag=True, help="Only what stands on a fallback or the floor.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    answers: Path,
    topic: str | None,
    deviation: bool,
    as_json: bool,
    library: str | None,
) -> None:
    """Say which answers chose each wording, and what each other wording would need.

    With --deviation: where the deal gives ground, why, who may give it, and what would take it
    back.
    """
    if deviation and topic:
        raise click.UsageError("--deviation is of the whole deal: leave TOPIC out")
    opened = open_library(ctx, library)
    decision = opened.select(opened.read_file(answers))
    chosen = decision.selection.chosen
    if topic is not None and topic not in chosen:
        says = f"`{topic}` is no topic of `{decision.selection.precedent.id}`"
        raise Refused([Diagnostic("unknown-topic", says, None, did_you_mean(topic, chosen))])
    if deviation:
        _print_deviations(decision, as_json)
    elif topic is None:
        _print_all(decision, as_json)
    else:
        _print_one(decision, topic, as_json)


def _print_all(decision: Decision, as_json: bool) -> None:
    whole = list(decision.explanations())
    if as_json:
        print_json([one.as_data() for one in whole])
    else:
        click.echo("\n\n".join(print_explanation(one) for one in whole))


def _print_one(decision: Decision, topic: str, as_json: bool) -> None:
    explanation, reads = decision.explain(topic), decision.reads(topic)
    if as_json:
        print_json(explanation.as_data() | {"reads": list(reads)})
    else:
        click.echo(print_explanation(explanation))
        click.echo(f"  reads    {', '.join(reads)}")


def _print_deviations(decision: Decision, as_json: bool) -> None:
    found, special = decision.deviations(), decision.selection.deal.answers.special_terms
    if as_json:
        terms = [{name: getattr(one, name) for name in one.__slots__} for one in special]
        print_json({"deviations": [one.as_data() for one in found], "special_terms": terms})
    else:
        click.echo(deviating.print_deviations(found, special))
