"""The commands of an interview: they start with a colon and work at every question."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drafter.cli.asking import reports, screens
from drafter.cli.asking.conversation import Moved, Stopped
from drafter.cli.asking.deal import Saving
from drafter.cli.asking.terms import ask_special_term
from drafter.diagnostics import so_many
from drafter.intake.answer_text import number_of, numbered, print_answer
from drafter.intake.form import Form
from drafter.intake.interview_text import standing
from drafter.intake.model import TAKEN, Asked, Offer, State

TABLE = ":"  # among the questions shown: the table of the section that follows
REVIEW = TABLE  # of no section: all of them


def command(session: Saving, text: str, asked: Asked | None) -> None:
    """Carry out a command. Raises `Moved` where another question is next, or `Stopped`."""
    word, _, rest = text.partition(" ")
    rest = rest.strip()
    acts: dict[str, Callable[[], None]] = {
        ":q": stop,
        ":b": lambda: back(session),
        ":n": lambda: later(session, asked),
        ":u": lambda: undo(session),
        ":g": lambda: go(session, rest),
        ":take": lambda: take(session, rest, asked),
        ":term": lambda: ask_special_term(session, rest),
        ":keep": lambda: keep(session, rest),
    }
    if word in acts:
        acts[word]()
    else:
        session.talk.lines(_report_of(session, word, rest))


def _report_of(session: Saving, word: str, rest: str) -> Iterable[str]:
    form, look = session.form, session.look
    match word:
        case ":h":
            return (line for one in screens.HELP for line in look.wrapped(one, "  "))
        case ":s":
            return reports.section_lines(form, look)
        case ":r" if rest:
            return reports.answers_of_section(form, rest, look)
        case ":r":
            return reports.review_lines(form, session.title, look)
        case ":w":
            return reports.warning_lines(form, look)
        case ":d":
            return reports.effect_lines(session.did, look)
        case ":a":
            return reports.set_aside_lines(form, look)
    session.refuse(f"{word} does nothing here; :h lists the keys.")
    return ()


def stop() -> None:
    """Leave; everything is saved."""
    raise Stopped


def later(session: Saving, asked: Asked | None) -> None:
    """Leave a question open and go on."""
    if asked is None or session.each:
        session.refuse(":n leaves a question where tables follow; here :g goes to another.")
        return
    session.leave_for_later([asked.question.id])
    raise Moved


def back(session: Saving) -> None:
    """To the question shown before this one that is still in play."""
    here = session.shown.pop() if session.shown else ""
    while session.shown and not _can_be_shown(session.form, session.shown[-1]):
        session.shown.pop()
    if not session.shown:
        session.shown = [here] if here else []
        session.talk.say("There is no question before this one.")
        return
    session.goal = session.shown.pop()
    raise Moved


def _can_be_shown(form: Form, shown: str) -> bool:
    is_table = shown.startswith(TABLE) and shown != REVIEW
    return shown.removeprefix(TABLE) in form.section_names if is_table else shown in form.asked


def undo(session: Saving) -> None:
    """Take back what was saved last."""
    if not session.before:
        session.talk.say("There is nothing to undo in this sitting.")
        return
    after, session.form = session.form, session.before.pop()
    session.keep(session.form)
    old, new = session.form.data["answers"], after.data["answers"]
    changed = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    session.talk.lines(session.look.wrapped(f"Undone: {', '.join(changed) or 'the last step'}."))
    session.goal = changed[0] if len(changed) == 1 else ""
    raise Moved


def go(session: Saving, name: str) -> None:
    """To a question, by its number, its id or the start of its id."""
    goals = [name] if name == "precedent" else numbered(session.form, name)
    if len(goals) == 1:
        session.goal = goals[0]
        raise Moved
    if goals:
        session.refuse(f"`{name}` could be: {', '.join(goals[:8])}.")
    elif name in session.form.library.questionnaire.questions:
        session.refuse(f"`{name}` is not asked in this agreement as it stands.")
    else:
        session.refuse(f"`{name}` names no question here; :r 3 lists those of section 3.")


def take(session: Saving, which: str, asked: Asked | None) -> None:
    """List the recommendations of a section, or of all, and take them after one yes."""
    form = session.form
    offers = _offers(form, which, asked)
    if not offers:
        session.talk.say("Nothing that waits for an answer has a recommendation here.")
        return
    for name, offer in offers.items():
        question = form.library.questionnaire.questions[name]
        words = print_answer(form, question, offer.answer)
        session.talk.lines(
            session.look.wrapped(
                f"  {number_of(form, name) or name}  {question.asks} {words}, because "
                f"{offer.because}.",
                "       ",
            )
        )
    session.talk.say(f"Take all {len(offers)}? Type yes; anything else takes none.")
    if session.talk.line().casefold() == "yes":
        session.move(session.answered({name: one.answer for name, one in offers.items()}, TAKEN))
        session.tell(form, f"{so_many(len(offers), 'answer')} as recommended")
    raise Moved


def _offers(form: Form, which: str, asked: Asked | None) -> dict[str, Offer]:
    """Of all: what a draft would take. Of a section: what hangs on no question that waits."""
    if which == "all":
        return {name: one for offers in form.recommended.values() for name, one in offers.items()}
    here = asked.question.section if asked else ""
    section = form.sections_by_number.get(which, here)
    return {
        one.question.id: one.offer
        for one in form.inside(section)
        if one.state is State.OPEN and one.offer is not None
    }


def keep(session: Saving, words: str) -> None:
    """Keep a warning: who decides, and why, stand in the record."""
    rule, _, reason = words.partition(" ")
    if rule not in {one.id for one in standing(session.form)}:
        session.refuse(
            f"No warning `{rule}` stands; :w lists them."
            if rule
            else "Type :keep and the warning, such as :keep R8."
        )
        return
    by = session.by or _word(session, "Who decides that, as a title?")
    reason = reason.strip() or _word(session, "Why are they kept? One sentence.")
    if not by or not reason:
        session.talk.say("Nothing kept.")
        return
    after = session.form.keep(rule, by, session.on, reason)
    if len(after.faults) > len(session.form.faults):
        session.refuse(f"{after.faults[0].says}. {after.faults[0].cure}".strip())
        return
    session.move(after)
    session.talk.lines(session.look.wrapped(f"Saved: {rule} is kept by {by}: {reason}"))


def _word(session: Saving, asks: str) -> str:
    session.talk.say(asks)
    text = session.talk.line()
    return "" if text.startswith(":") else text
