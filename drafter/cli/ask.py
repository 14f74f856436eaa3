"""`drafter ask`: the questionnaire at the terminal."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.common import library_option, open_library, print_json
from drafter.diagnostics import Diagnostic, Place, Refused, did_you_mean

if TYPE_CHECKING:
    from drafter.cli.asking.session import Session
    from drafter.drafting import Library
    from drafter.intake.model import Form

ENDED, INTERRUPTED = 1, 130
_NOWHERE = Path("-")


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
@click.option("--plain", is_flag=True, help="No rules, no marks: the same words, for any reader.")
@click.option("--non-interactive", is_flag=True, help="List what is missing, a line each.")
@click.option("--complete", is_flag=True, help="Exit 1 while anything is missing.")
@click.option("--json", "as_json", is_flag=True, help="Print the form's state as JSON.")
@library_option
@click.pass_context
def command(
    ctx: click.Context, output: Path, resume: bool, precedent: str | None, by: str, plain: bool,
    non_interactive: bool, complete: bool, as_json: bool, library: str | None,
) -> int:  # fmt: skip
    """Answer the questions of an agreement, one at a time.

    Every answer is saved at once. A recommendation is taken by *, never by itself; an empty line
    is no answer. :h shows the keys. Lines may be piped, bare and in order, or as `id = value` in
    any order.
    """
    opened = open_library(ctx, library)
    if non_interactive:
        return _list_missing(_started(opened, output, True, precedent), as_json)
    from drafter.cli.asking.store import as_yaml, one_writer

    with contextlib.nullcontext() if output == _NOWHERE else one_writer(output):
        started = _started(opened, output, resume, precedent)
        form, code = _sit(opened, started, output, by, plain)
    if as_json:
        print_json(_state(form))
    elif output == _NOWHERE:
        click.echo(as_yaml(form.data), nl=False)
    elif output.exists():
        click.echo(str(output))
    return code or (1 if complete and not form.complete else 0)


# --- where it starts --------------------------------------------------------------------------


def _started(library: Library, path: Path, resume: bool, precedent: str | None) -> Form:
    from drafter.intake.form import form
    from drafter.intake.resume import resumed
    from drafter.questionnaire.answers import read_answers_file

    known = library.clauses.precedents
    there = path != _NOWHERE and path.exists()
    if there and not resume:
        raise Refused(
            [
                Diagnostic(
                    "output",
                    f"{path} exists",
                    Place(path.as_posix()),
                    "use --resume to go on with it, or -o to name another",
                )
            ]
        )
    if precedent is not None and precedent not in known:
        raise Refused(
            [
                Diagnostic(
                    "unknown-precedent",
                    f"there is no precedent `{precedent}`",
                    None,
                    did_you_mean(precedent, known),
                )
            ]
        )
    data, places = read_answers_file(path) if there else ({}, {})
    if precedent is not None:
        data["precedent"] = precedent
    data, told = resumed(library.clauses, data)
    started = form(library.clauses, data, places)
    for line in (*told, *_faults(started)):
        _say(line)
    return started


def _faults(form: Form) -> Iterator[str]:
    for fault in form.faults:
        place = f"{fault.place.file}:{fault.place.line}: " if fault.place else ""
        yield f"To mend: {place}{fault.says}. {fault.cure}".strip()


def _say(line: str) -> None:
    from drafter.cli.asking.screens import Look

    for one in Look().wrapped(line, "  "):
        click.echo(one, err=True)


# --- one sitting ------------------------------------------------------------------------------


def _sit(library: Library, started: Form, path: Path, by: str, plain: bool) -> tuple[Form, int]:
    from drafter.cli.asking.session import Session
    from drafter.cli.asking.talk import BadLine, InputEnded, Stopped

    session = Session(
        started, _talk(), lambda form: _keep(path, form), _look(plain), by,
        date.today().isoformat(), path.name, lambda form: _drafted(library, form, path), _edited,
    )  # fmt: skip
    code = 0
    with _hung_up_as_interrupt():
        try:
            _greet(session, path)
            _run(session)
        except Stopped:
            pass
        except BadLine:
            code = ENDED
        except InputEnded:
            code = 0 if session.form.complete else ENDED
            _say("The input ended.")
        except KeyboardInterrupt as stopped:
            click.echo(err=True)
            code = stopped.args[0] if stopped.args else INTERRUPTED
    _leave(session.form, path)
    return session.form, code


def _run(session: Session) -> None:
    """Ask; or take `id = value` lines where the first one that says anything is such a line."""
    if session.talk.person:
        session.run()
        return
    from drafter.cli.asking.piped import answer_named, names_a_question
    from drafter.cli.asking.talk import InputEnded

    read, number = session.talk.read, session.talk.number
    first = ""
    while not first.strip():
        first, number = read(), number + 1
    waiting = [first]
    session.talk.read = lambda: waiting.pop() if waiting else read()
    session.talk.number = number - 1
    if names_a_question(first, session.form):
        answer_named(session)
        if not session.form.complete:
            raise InputEnded
    else:
        session.run()


def _talk() -> Any:
    from drafter.cli.asking.talk import InputEnded, Talk

    person = sys.stdin.isatty()
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")

    def read() -> str:
        if person:
            click.echo("> ", nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            if person:
                click.echo(err=True)
            raise InputEnded
        return line.rstrip("\n")

    return Talk(read, lambda line: click.echo(line, err=True), person)


def _look(plain: bool) -> Any:
    from drafter.cli.asking.screens import WIDEST, Look

    accessible = os.environ.get("ACCESSIBLE", "").casefold() not in ("", "0", "false")
    dumb = os.environ.get("TERM") == "dumb"
    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    width = os.get_terminal_size(sys.stderr.fileno()).columns if terminal else WIDEST
    return Look(plain or accessible or dumb or not terminal, width or WIDEST)


@contextlib.contextmanager
def _hung_up_as_interrupt() -> Iterator[None]:
    """A hang-up and a request to end leave like Ctrl-C, with their own exit codes."""

    def end(number: int, frame: object) -> None:
        raise KeyboardInterrupt(128 + number)

    numbers = (signal.SIGHUP, signal.SIGTERM)
    before = [signal.signal(number, end) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _greet(session: Session, path: Path) -> None:
    form = session.form
    if form.data["answers"]:
        from drafter.cli.asking.reports import counts

        _say(f"{path.name}: {counts(form.progress)}. Nothing was lost.")
    else:
        _say("Each answer is saved at once. :h lists the keys, :q saves and stops.")


def _keep(path: Path, form: Form) -> None:
    from drafter.cli.asking.store import save

    if path != _NOWHERE:
        save(path, form.data)


def _edited(text: str) -> str | None:
    return click.edit(text)


def _leave(form: Form, path: Path) -> None:
    from drafter.cli.asking.reports import counts

    if path == _NOWHERE or not path.exists():
        return
    again = "" if form.complete else f" Go on with: drafter ask -o {path} --resume"
    with contextlib.suppress(OSError):  # the terminal may be gone
        _say(f"Saved in {path}: {counts(form.progress)}.{again}")


def _drafted(library: Library, form: Form, path: Path) -> bool:
    """Draft to a new .docx beside the answers file; False after what keeps it from being made."""
    from drafter.cli.common import cache_folder, write_whole
    from drafter.cli.errors import show_diagnostics
    from drafter.drafting import load_style

    target = _free(Path("agreement.docx") if path == _NOWHERE else path.with_suffix(".docx"))
    try:
        agreement = library.draft(form.data)
        write_whole(target, agreement.to_docx(load_style(None, cache_folder())))
    except Refused as refused:
        show_diagnostics(refused.diagnostics)
        return False
    click.echo(f"Drafted: {target}. A draft for legal review.", err=True)
    return True


def _free(path: Path) -> Path:
    """The path, or the next one that no file has."""
    number, target = 2, path
    while target.exists():
        number, target = number + 1, path.with_stem(f"{path.stem}-{number}")
    return target


# --- what is missing --------------------------------------------------------------------------


def _list_missing(form: Form, as_json: bool) -> int:
    rows = [("precedent", "", "Which agreement is it?")] if form.precedent is None else []
    rows += [_row(form, path) for path in form.missing]
    if as_json:
        print_json([{"question": id, "section": section, "asks": asks}
                    for id, section, asks in rows])  # fmt: skip
    else:
        for row in rows:
            click.echo("\t".join(row))
    return 1 if rows or form.faults or form.clashes else 0


def _row(form: Form, path: str) -> tuple[str, str, str]:
    name, *inside = path.split(".")
    question = form.asked[name].question
    asks = question.fields[inside[1]].asks if inside else question.asks
    return path, question.section, asks


def _state(form: Form) -> dict[str, Any]:
    count = form.progress
    return {
        "precedent": form.precedent.id if form.precedent else None,
        "answered": count.answered, "sure_to_come": count.sure, "may_come": count.may,
        "next": form.next.question.id if form.next else None,
        "missing": list(form.missing),
        "set_aside": list(form.set_aside),
        "clashes": [{"rule": one.finding.rule.id, "says": one.finding.rule.message,
                     "questions": list(one.questions)} for one in form.clashes],
        "faults": [fault.as_data() for fault in form.faults],
        "complete": form.complete,
    }  # fmt: skip
