"""`drafter confirm`: recommendations confirmed by a named person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from drafter.cli.asking.answers_file import one_writer
from drafter.cli.desk_options import ByWhom, by_whom_options
from drafter.cli.options import (
    F,
    json_option,
    library_option,
    open_library,
    print_json,
    together,
)
from drafter.diagnostics import Diagnostic, Refused, did_you_mean, quoted
from drafter.intake.answer_text import print_answer
from drafter.questionnaire.answers_file import write_answers_file

if TYPE_CHECKING:
    from drafter.drafting import Library
    from drafter.intake.form import Form
    from drafter.intake.model import Offer

Sections = Mapping[str, Mapping[str, "Offer"]]


class ToConfirm(NamedTuple):
    """Which recommendations are meant: of questions, of whole sections, or all."""

    questions: tuple[str, ...]
    sections: tuple[str, ...]
    is_all: bool


class Confirmed(NamedTuple):
    """The form before and after, and the questions that were confirmed in between."""

    before: Form
    after: Form
    names: list[str]

    @property
    def done(self) -> Sections:
        """What was recommended and is confirmed now."""
        return _only(self.before.recommended, self.names)


def section_option(command: F) -> F:
    """`--section`."""
    says = "All of a section; may be given again."
    return click.option("--section", "sections", multiple=True, metavar="NAME", help=says)(command)


@click.command("confirm")
@click.argument("answers", type=click.Path(path_type=Path))
@together(
    "meant",
    ToConfirm,
    click.argument("questions", metavar="[QUESTION]…", nargs=-1),
    section_option,
    click.option("--all", "is_all", is_flag=True, help="All of them."),
)
@by_whom_options("Who confirms them, as a name or title.")
@json_option
@library_option
@click.pass_context
def command(
    ctx: click.Context,
    answers: Path,
    meant: ToConfirm,
    who: ByWhom,
    as_json: bool,
    library: str | None,
) -> None:
    """Confirm what is recommended where ANSWERS say nothing, so that it stands as answered.

    Without QUESTION, --section and --all it lists what nobody confirmed, by section, each with its
    reason. A confirmed answer is written into the file with who confirmed it and when; comments,
    order and layout stay. A fact is never recommended: it is answered.
    """
    opened = open_library(ctx, library)
    if not any(meant):
        form = opened.form_of_file(answers)
        print_json(_data(form, form.recommended)) if as_json else _list(form, answers)
        return
    confirmed = _confirm(opened, answers, meant, who)
    if as_json:
        print_json({"file": str(answers), "by": who.by, **_confirmed_data(confirmed)})
    else:
        _print(confirmed.before, confirmed.done)
    left = sum(map(len, confirmed.after.recommended.values()))
    click.echo(f"{answers}: {len(confirmed.names)} confirmed by {who.by}, {left} left", err=True)


def _confirm(library: Library, answers: Path, meant: ToConfirm, who: ByWhom) -> Confirmed:
    with one_writer(answers):
        form = library.form_of_file(answers)
        names = _names(form.recommended, meant)
        after = form.confirm(*names, by=who.by, on=who.on)
        write_answers_file(answers, after.data)
    return Confirmed(form, after, names)


# --- which ------------------------------------------------------------------------------------


def _names(offered: Sections, meant: ToConfirm) -> list[str]:
    """The questions that were meant, in the order in which they are asked."""
    sections = {_section(name, offered) for name in meant.sections}
    whole = set(offered) if meant.is_all else sections
    inside = [name for section, offers in offered.items() for name in offers if section in whole]
    return [*inside, *(name for name in meant.questions if name not in inside)]


def _section(name: str, offered: Sections) -> str:
    """A section by its name or the start of it."""
    begins = [one for one in offered if one.casefold().startswith(name.casefold())]
    exact = [one for one in begins if one.casefold() == name.casefold()]
    if len(exact or begins) != 1:
        says = f"no section with something to confirm is called {quoted(name)}"
        cure = did_you_mean(name, offered)
        raise Refused([Diagnostic("confirmation", says, None, cure)])
    return (exact or begins)[0]


def _only(offered: Sections, names: Iterable[str]) -> Sections:
    kept = {
        section: {name: one for name, one in offers.items() if name in set(names)}
        for section, offers in offered.items()
    }
    return {section: offers for section, offers in kept.items() if offers}


# --- what is said -----------------------------------------------------------------------------


def _list(form: Form, answers: Path) -> None:
    _print(form, form.recommended)
    count = sum(map(len, form.recommended.values()))
    how = f"; drafter confirm {answers} --all --by NAME, or name questions or a --section"
    many = f"{count} recommended and not confirmed{how}" if count else "nothing to confirm"
    click.echo(click.wrap_text(many, 80), err=True)


def _print(form: Form, offered: Sections) -> None:
    for line in _lines(form, offered):
        click.echo(line)


def _lines(form: Form, offered: Sections) -> Iterator[str]:
    questions = form.library.questionnaire.questions
    for section, offers in offered.items():
        yield f"{section} ({len(offers)})"
        for name, offer in offers.items():
            yield f"  {name}: {print_answer(form, questions[name], offer.answer)}"
            because = f"because {offer.because}" if offer.because else "no reason is given"
            yield click.wrap_text(f"{questions[name].asks} {because}", 80, "      ", "      ")


def _confirmed_data(confirmed: Confirmed) -> dict[str, Any]:
    before, after = confirmed.before, confirmed.after
    return {"confirmed": _data(before, confirmed.done), "left": _data(after, after.recommended)}


def _data(form: Form, offered: Sections) -> list[dict[str, Any]]:
    questions = form.library.questionnaire.questions
    return [
        {
            "question": name,
            "section": section,
            "asks": questions[name].asks,
            "answer": offer.answer,
            "because": offer.because,
        }
        for section, offers in offered.items()
        for name, offer in offers.items()
    ]
