"""One sitting: greeted, asked, saved after every answer, and left in order whatever ends it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from drafter.cli.asking.answers_file import save
from drafter.cli.asking.conversation import BadLine, InputEnded, Stopped
from drafter.cli.asking.deal import AddressBook
from drafter.cli.asking.interview import Session
from drafter.cli.asking.opening import NOWHERE, say
from drafter.cli.asking.piped_answers import answer_named, names_a_question
from drafter.cli.asking.terminal import hung_up_as_interrupt, lines_in_and_out, look
from drafter.cli.clause_list import tell
from drafter.cli.errors import show_diagnostics
from drafter.cli.options import cache_folder, here, style_path
from drafter.diagnostics import Refused, print_diagnostic
from drafter.disk import write_whole
from drafter.drafting import Library, load_style
from drafter.intake.form import Form
from drafter.intake.interview_text import counts
from drafter.intake.saved_questions import SavedQuestions, known_questions
from drafter.kinds.dates import print_day
from drafter.workspace.address_book import FOLDER, keep_party, read_parties

ENDED, INTERRUPTED = 1, 130


def sit(session: Session, path: Path) -> tuple[Form, int]:
    """Ask until the person stops: the form then, and the exit code."""
    code = 0
    with hung_up_as_interrupt():
        try:
            _greet(session.form, path)
            _run(session)
        except Stopped:
            pass
        except BadLine:
            code = ENDED
        except InputEnded:
            code = 0 if session.form.complete else ENDED
            say("The input ended.")
        except KeyboardInterrupt as stopped:
            click.echo(err=True)
            code = stopped.args[0] if stopped.args else INTERRUPTED
    _leave(session.form, path)
    return session.form, code


def session_of(
    library: Library, start: Form, path: Path, by: str, plain: bool, each: bool
) -> Session:
    """A sitting at this terminal, today."""
    return Session(
        start,
        lines_in_and_out(),
        _keeper(path),
        look(plain),
        by,
        date.today().isoformat(),
        title=path.name,
        draft=lambda form: draft_beside(library, form, path),
        edit=lambda words: click.edit(words),
        each=each,
        book=_book(),
    )


def _book() -> AddressBook:
    """The address book of the workspace; an empty one that keeps nothing where there is none."""
    workspace = here()
    if workspace is None:
        return AddressBook()
    folder = workspace.folder / FOLDER
    return AddressBook(
        read_parties(folder), lambda id, fields: f"{FOLDER}/{keep_party(folder, id, fields).name}"
    )


def _run(session: Session) -> None:
    """Ask; or take `id = value` lines where the first one that says anything is such a line."""
    if session.talk.person:
        session.run()
        return
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


def _greet(form: Form, path: Path) -> None:
    if not form.data["answers"]:
        say("Each answer is saved at once. :h lists the keys, :q saves and stops.")
        return
    say(f"{path.name}: {counts(form.progress)}{_last_saved(form)}. Nothing was lost.")


def _last_saved(form: Form) -> str:
    """Who answered last, and on which day."""
    given = [one for one in form.data.get("given", {}).values() if one.get("on")]
    if not given:
        return ""
    last = max(given, key=lambda one: str(one["on"]))
    by = f" by {last['by']}" if last.get("by") else ""
    return f"; last answered{by} on {print_day(last['on'])}"


def _keeper(path: Path) -> Callable[[Form], None]:
    """What saves a form: the file, and the questions that it was answered by."""
    known: dict[str, SavedQuestions] = {}

    def keep(form: Form) -> None:
        if path != NOWHERE:
            id = form.precedent.id if form.precedent else ""
            if id not in known:
                known[id] = known_questions(form.library, form.precedent)
            save(path, form.data, known[id])

    return keep


def _leave(form: Form, path: Path) -> None:
    if path == NOWHERE or not path.exists():
        return
    again = "" if form.complete else f" Go on with: drafter ask -o {path} --resume"
    with contextlib.suppress(OSError):  # the terminal may be gone
        say(f"Saved in {path}: {counts(form.progress)}.{again}")


def draft_beside(library: Library, form: Form, path: Path) -> bool:
    """Draft to a new .docx beside the answers file, in the house style that `drafter draft` would
    take there; False after what keeps it from being made."""
    target = _free(Path("agreement.docx") if path == NOWHERE else path.with_suffix(".docx"))
    try:
        house = load_style(style_path(None), cache_folder())
        scheme, edition, tags = house.scheme, house.edition, house.reads
        agreement = library.draft(form.data, scheme=scheme, edition=edition, tags=tags)
        write_whole(target, agreement.to_docx(house))
    except Refused as refused:
        show_diagnostics(refused.diagnostics)
        return False
    tell(agreement)
    for warning in house.told:
        click.echo(print_diagnostic(warning) + "\n", err=True)
    click.echo(f"Drafted: {target}. A draft for legal review.", err=True)
    return True


def _free(path: Path) -> Path:
    """The path, or the next one that no file has."""
    number, target = 2, path
    while target.exists():
        number, target = number + 1, path.with_stem(f"{path.stem}-{number}")
    return target
