"""`drafter what-if`: what other answers would change, without writing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.options import json_option, library_option, open_library, print_json
from drafter.diagnostics import Diagnostic, Refused, did_you_mean, print_diagnostic, quoted

if TYPE_CHECKING:
    from drafter.changed_answers import WhatIf
    from drafter.intake.form import Form
    from drafter.intake.form_text import TypedAnswer
    from drafter.questionnaire.model import Question


@click.command("what-if")
@click.argument("answers", type=click.Path(path_type=Path))
@click.argument("changes", nargs=-1, required=True, metavar="QUESTION=ANSWER...")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context, answers: Path, changes: tuple[str, ...], as_json: bool, library: str | None
) -> None:
    """Say what would change in the agreement of ANSWERS with other answers; nothing is written.

    An answer is written as at the terminal or in the answers file, for a field of a record as
    parties.north.name=North; QUESTION=unknown says that it is not known, QUESTION= takes the
    answer away.
    """
    from drafter.changed_answers import what_if

    form = open_library(ctx, library).form_of_file(answers)
    found = what_if(form, _read(changes, form))
    if as_json:
        print_json(found.as_data())
    else:
        click.echo("\n".join(_lines(found)))
    if found.refused:
        raise Refused(found.refused)


def _read(changes: Iterable[str], form: Form) -> dict[str, Any]:
    """What was typed, as `Form.answer` takes it. Raises `Refused` with every fault."""
    read: dict[str, Any] = {}
    faults: list[Diagnostic] = []
    for change in changes:
        path, equals, words = (part.strip() for part in change.partition("="))
        question = _question(path, form)
        if not equals:
            says = f"{quoted(change)} is no change"
            faults.append(Diagnostic("wrong-answer", says, None, "write QUESTION=ANSWER"))
        elif question is None:
            cure = did_you_mean(path, form.library.questionnaire.questions)
            says = f"no question is called {quoted(path)}"
            faults.append(Diagnostic("unknown-question", says, None, cure))
        else:
            typed = _typed(words, question, form)
            read[path] = typed.answer
            if typed.says:
                cure = typed.cure or " or ".join(one.id for one in typed.readings)
                faults.append(Diagnostic("wrong-answer", f"`{path}`: {typed.says}", None, cure))
    if faults:
        raise Refused(faults)
    return read


def _question(path: str, form: Form) -> Question | None:
    """A question, or the field of a record (`parties.north.name`)."""
    name, *inside = path.split(".")
    question = form.library.questionnaire.questions.get(name)
    return question.fields.get(inside[1]) if question and len(inside) == 2 else question


def _typed(words: str, question: Question, form: Form) -> TypedAnswer:
    from drafter.intake.form_text import TypedAnswer
    from drafter.intake.model import UNKNOWN

    if words in ("", "unknown"):
        return TypedAnswer(UNKNOWN if words else None)
    return form.words.read(question, words)


def _lines(found: WhatIf) -> Iterator[str]:
    from drafter.regeneration.reason_text import print_change

    yield "Answers"
    for one in found.answers:
        yield f"  {one.path}: {one.one} -> {one.other}"
    if found.refused:
        return
    yield from (f"{how}: {', '.join(headings)}" for how, headings in found.effect.outcomes)
    yield from _warnings("Warnings that come", found.raised)
    yield from _warnings("Warnings that go", found.settled)
    if found.changes:
        yield "Words"
    yield from (f"  {print_change(change)}" for change in found.changes)
    if found.renumbered:
        yield f"  {found.renumbered} references follow to other numbers"
    before, after = found.words
    yield f"{before:,} words become {after:,}." if found.changes else "No word changes."


def _warnings(called: str, some: Iterable[Diagnostic]) -> Iterator[str]:
    for number, one in enumerate(some):
        if number == 0:
            yield called
        yield from (f"  {line}" for line in print_diagnostic(one).splitlines())
