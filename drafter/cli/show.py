"""`drafter show`: the questionnaire, the library, its playbook, a topic, an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from drafter.cli.options import json_option, library_option, open_library, print_json
from drafter.cli.since import earlier_state, text_of
from drafter.conditions.source import source
from drafter.diagnostics import Diagnostic, Refused, did_you_mean
from drafter.library.model import ClauseLibrary, Precedent, Topic
from drafter.library.playbook import playbook, print_playbook
from drafter.library.review_pack import review_pack
from drafter.prose.prose_text import print_text
from drafter.questionnaire.model import Question


@click.group("show")
def command() -> None:
    """Show the questionnaire, the library, its playbook, a topic or an agreement as text."""


@command.command("questionnaire")
@json_option
@library_option
@click.pass_context
def questionnaire(ctx: click.Context, as_json: bool, library: str | None) -> None:
    """Every question in order: its type, options, and when it is asked."""
    questions = open_library(ctx, library).clauses.questionnaire.questions
    if as_json:
        print_json([_question_data(one) for one in questions.values()])
        return
    section = ""
    for one in questions.values():
        if one.section != section:
            section = one.section
            click.echo(f"\n{section}")
        click.echo(_question_line(one))


def _question_data(question: Question) -> dict[str, Any]:
    return {
        "question": question.id,
        "section": question.section,
        "asks": question.asks,
        "type": question.kind.sort.name,
        "options": {option.id: option.label for option in question.options},
        "ask_when": source(question.ask_when) if question.ask_when else None,
        "optional": question.optional,
        "fields": [_question_data(field) for field in question.fields.values()],
    }


def _question_line(question: Question) -> str:
    options = ", ".join(option.id for option in question.options)
    kind = question.kind.sort.name + (f": {options}" if options else "")
    when = f"; when {source(question.ask_when)}" if question.ask_when else ""
    return f"  {question.id}  {question.asks} ({kind}{when})"


@command.command("library")
@json_option
@library_option
@click.pass_context
def show_library(ctx: click.Context, as_json: bool, library: str | None) -> None:
    """Every precedent with its topics and their wordings; the printed words."""
    clauses = open_library(ctx, library).clauses
    if as_json:
        topics = {
            id: [_topic_data(clauses.topics[t], clauses.language) for t in precedent.topics]
            for id, precedent in clauses.precedents.items()
        }
        print_json({**topics, "printed_words": list(clauses.printing)})
        return
    for precedent in clauses.precedents.values():
        click.echo(f"{precedent.title} [{precedent.id}]")
        for topic in precedent.topics:
            click.echo(f"  {topic}: {', '.join(clauses.topics[topic].variants)}")
    for words in clauses.printing.values():
        click.echo(f"Printed words [{words.id}]{'' if words.is_own else ': those of drafter'}")


@command.command("topic")
@click.argument("topic")
@json_option
@library_option
@click.pass_context
def show_topic(ctx: click.Context, topic: str, as_json: bool, library: str | None) -> None:
    """A topic: the question it settles, its decision table, its wordings."""
    clauses = open_library(ctx, library).clauses
    if topic not in clauses.topics:
        cure = did_you_mean(topic, clauses.topics)
        raise Refused([Diagnostic("unknown-topic", f"there is no topic `{topic}`", None, cure)])
    one = clauses.topics[topic]
    if as_json:
        print_json(_topic_data(one, clauses.language))
    else:
        click.echo("\n".join(_topic_lines(one, clauses)))


def _topic_data(topic: Topic, language: str) -> dict[str, Any]:
    return {
        "topic": topic.id,
        "heading": topic.heading,
        "settles": topic.settles,
        "within": topic.within or None,
        "covers": list(topic.covers),
        "choose": {row.variant: source(row.when) if row.when else "always" for row in topic.rows},
        "variants": {
            id: {
                "position": one.front.position,
                "summary": one.front.summary,
                "text": print_text(one.text, language),
            }
            for id, one in topic.variants.items()
        },
    }


def _topic_lines(topic: Topic, clauses: ClauseLibrary) -> Iterator[str]:
    data = _topic_data(topic, clauses.language)
    within = f" (within {topic.within})" if topic.within else ""
    yield f"{topic.heading or topic.id} [{topic.id}]{within}"
    if topic.settles:
        yield f"settles: {topic.settles}"
    yield "choose:"
    width = max(len(row.variant) for row in topic.rows)
    for row in topic.rows:
        yield f"  {row.variant + ':':<{width + 1}} {data['choose'][row.variant]}"
    for id, variant in topic.variants.items():
        position = f" ({variant.front.position})" if variant.front.position else ""
        yield f"{id}{position}: {variant.front.summary}"


@command.command("playbook")
@click.argument("precedent", required=False)
@click.option("--html", "as_page", is_flag=True, help="As one HTML page, a pack for review.")
@click.option(
    "--since",
    metavar="FOLDER|DATE|approval",
    help="With --html: what changed since another library, or since approvals (until a day).",
)
@json_option
@library_option
@click.pass_context
def show_playbook(
    ctx: click.Context,
    precedent: str | None,
    as_page: bool,
    since: str | None,
    as_json: bool,
    library: str | None,
) -> None:
    """The positions of each topic, preferred first: what each says, why, and who may give it.

    Of one PRECEDENT, or of all. As Markdown; with --html as one page that needs nothing else,
    with the tables in words, the questions, the texts, and what changed since an earlier state.
    """
    if (since and not as_page) or (as_page and as_json):
        raise click.UsageError("--since goes with --html, and --json with neither")
    clauses = open_library(ctx, library).clauses
    chosen = _precedents(clauses, precedent)
    if as_page:
        state = earlier_state(since, clauses) if since else None
        click.echo(review_pack(clauses, chosen.values(), text_of, state), nl=False)
    elif as_json:
        print_json(
            {id: [play.as_data() for play in playbook(clauses, one)] for id, one in chosen.items()}
        )
    else:
        for one in chosen.values():
            click.echo(print_playbook(one.title, playbook(clauses, one)))


def _precedents(clauses: ClauseLibrary, precedent: str | None) -> dict[str, Precedent]:
    """The one that is named, or all."""
    if precedent is not None and precedent not in clauses.precedents:
        cure = did_you_mean(precedent, clauses.precedents)
        says = f"there is no precedent `{precedent}`"
        raise Refused([Diagnostic("unknown-precedent", says, None, cure)])
    named = [precedent] if precedent else list(clauses.precedents)
    return {id: clauses.precedents[id] for id in named}


@command.command("agreement")
@click.argument("answers", type=click.Path(path_type=Path))
@json_option
@library_option
@click.pass_context
def show_agreement(ctx: click.Context, answers: Path, as_json: bool, library: str | None) -> None:
    """The agreement as plain text, numbers and references included."""
    opened = open_library(ctx, library)
    agreement = opened.draft(opened.read_file(answers))
    if as_json:
        document = agreement.document
        print_json(
            {
                "title": document.title,
                "numbers": document.numbers,
                "text": agreement.text().splitlines(),
            }
        )
    else:
        click.echo(agreement.text(), nl=False)
