"""Where an interview starts: from nothing, or from answers that a file holds already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from drafter.cli.asking.answers_file import questions_then
from drafter.cli.asking.screens import ScreenLook
from drafter.diagnostics import Diagnostic, Place, Refused, did_you_mean
from drafter.drafting import Library
from drafter.intake.form import Form, form
from drafter.intake.saved_questions import news
from drafter.library.old_answers import carried_over
from drafter.questionnaire.answers import read_answers_file

NOWHERE = Path("-")  # the answers are printed at the end


def started(library: Library, path: Path, resume: bool, precedent: str | None) -> Form:
    """The form to begin with; says what the library changed since, and what is to mend.

    Raises `Refused`.
    """
    there = path != NOWHERE and path.exists()
    if there and not resume:
        cure = "use --resume to go on with it, or -o to name another"
        raise Refused([Diagnostic("output", f"{path} exists", Place(path.as_posix()), cure)])
    known = library.clauses.precedents
    if precedent is not None and precedent not in known:
        says, cure = f"there is no precedent `{precedent}`", did_you_mean(precedent, known)
        raise Refused([Diagnostic("unknown-precedent", says, None, cure)])
    data, places = read_answers_file(path) if there else ({}, {})
    same = precedent is None or data.get("precedent") == precedent
    if precedent is not None:
        data["precedent"] = precedent
    data, told = carried_over(library.clauses, data)
    start = form(library.clauses, data, places)
    since = news(start, questions_then(path)) if there and same else ()
    for line in (*told, *since, *_faults(start)):
        say(line)
    return start


def _faults(form: Form) -> Iterator[str]:
    for fault in form.faults:
        place = f"{fault.place.file}:{fault.place.line}: " if fault.place else ""
        yield f"To mend: {place}{fault.says}. {fault.cure}".strip()


def say(line: str) -> None:
    """One thing said beside the questions."""
    for one in ScreenLook().wrapped(line, "  "):
        click.echo(one, err=True)
