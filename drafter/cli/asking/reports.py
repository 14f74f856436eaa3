"""What the interview tells: what an answer did, why we ask, warnings, clashes, the review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.cli.asking.screens import ScreenLook
from drafter.consistency.finding import Finding
from drafter.intake.answer_text import because, how_given, number_of, stands_at
from drafter.intake.effect import Effect
from drafter.intake.form import Form
from drafter.intake.interview_text import (
    counts,
    decided_by,
    notes,
    settling,
    standing,
    would,
)
from drafter.intake.model import Asked, Clash, State
from drafter.intake.short_form import left_for_later
from drafter.intake.special_terms import special_terms
from drafter.kinds.picking import Candidate


def saved_lines(words: str, effect: Effect, look: ScreenLook) -> Iterator[str]:
    """What was saved, and in short what it did; `:d` tells the whole."""
    parts = [f"Saved: {words.rstrip('.')}."]
    for how, headings in effect.outcomes:
        more = f" and {len(headings) - 3} more (:d)" if len(headings) > 3 else ""
        parts.append(f"{how}: {', '.join(headings[:3])}{more}.")
    yield from look.wrapped(" ".join(parts))
    for says, names in (
        ("Set aside, kept but not used (:a)", effect.set_aside),
        ("Used again", effect.back),
        ("Kept no longer, since an answer under it changed (:w)", effect.reopened),
    ):
        if names:
            yield from look.wrapped(f"{says}: {', '.join(names)}.")


def effect_lines(effect: Effect | None, look: ScreenLook) -> Iterator[str]:
    """All that the last answer did."""
    told = effect.outcomes if effect else []
    for how, headings in told:
        yield from look.wrapped(f"{how}: {', '.join(headings)}.", "  ")
    if not told:
        yield "The last answer changed no wording."


# --- why --------------------------------------------------------------------------------------


def why_lines(
    form: Form, asked: Asked, choices: Sequence[Candidate], look: ScreenLook
) -> Iterator[str]:
    """Why a question is asked, what it chooses, and what each option would add."""
    question = asked.question
    pairs = [
        ("Why we ask", question.why or question.help),
        ("Asked because", because(form, asked.because) if asked.because else ""),
        ("It chooses", ", ".join(decided_by(form, question.id))),
        ("Source", question.source),
    ]
    told = [(name, words.rstrip(".")) for name, words in pairs if words]
    for name, words in told or [("Why we ask", "the agreement prints the answer")]:
        yield from look.wrapped(f"{name}: {words}.", "  ")
    if question.options or len(choices) == 2:
        for number, one in enumerate(choices, 1):
            yield from look.wrapped(f"If you pick {number}: {would(form, asked, one)}.", "  ")


# --- rules ------------------------------------------------------------------------------------


def finding_lines(form: Form, finding: Finding, look: ScreenLook) -> Iterator[str]:
    """A warning or a note, with the answers that it rests on."""
    rule = finding.rule
    mark = "Warning" if rule.severity == "warn" else "Note"
    yield from look.wrapped(f"{'' if look.plain else '! '}{mark} {rule.id}: {rule.message}", "  ")
    yield from look.wrapped(f"  Why: {rule.reason}", "  ") if rule.reason else ()
    yield from _answers(form, finding.questions, look)
    if rule.severity == "warn":
        yield from look.wrapped(
            f"  Change an answer with :g and its number, or keep them with "
            f":keep {finding.id}. Until then it stays open.",
            "  ",
        )


def clash_lines(form: Form, clash: Clash, look: ScreenLook) -> Iterator[str]:
    """The smallest set of answers that cannot stand together."""
    rule = clash.finding.rule
    many = "These answers" if len(clash.questions) > 1 else "This answer"
    stand = "together" if len(clash.questions) > 1 else "alone"
    mark = "" if look.plain else "x "
    yield from look.wrapped(f"{mark}{many} cannot stand {stand} ({rule.id}): {rule.message}", "  ")
    yield from look.wrapped(f"  Why: {rule.reason}", "  ") if rule.reason else ()
    yield from _answers(form, clash.questions, look)
    if others := settling(form, clash):
        yield "  Not answered, and would settle it:"
        yield from _answers(form, others, look)
    keys = ":g and a number changes one. :u takes back what you typed last."
    yield from look.wrapped(f"  {keys}", "  ")


def _answers(form: Form, names: Iterable[str], look: ScreenLook) -> Iterator[str]:
    for name in names:
        asks = form.library.questionnaire.questions[name].asks
        number = number_of(form, name) or name
        yield from look.wrapped(f"  {number}  {asks} {stands_at(form, name)}", "       ")


def warning_lines(form: Form, look: ScreenLook) -> Iterator[str]:
    """Every warning that stands, every clash and every note."""
    for clash in form.clashes:
        yield from clash_lines(form, clash, look)
    open_ones = standing(form)
    for finding in (*open_ones, *notes(form)):
        yield from finding_lines(form, finding, look)
    if open_ones:
        yield f"Open warnings: {len(open_ones)}. An issue copy needs them settled."
    elif not form.clashes:
        yield "No warning stands."


# --- review -----------------------------------------------------------------------------------


def review_lines(form: Form, title: str, look: ScreenLook) -> Iterator[str]:
    """The whole deal on one screen."""
    yield from look.wrapped(f"REVIEW {title}: {counts(form.progress)}.")
    yield from section_lines(form, look)
    for words, names in (
        ("Not known yet", [n for n, one in form.asked.items() if one.state is State.UNKNOWN]),
        ("Left for later with :n", form.library.questionnaire.in_order(left_for_later(form))),
        ("Set aside, kept but not used", form.set_aside),
    ):
        if names:
            yield from look.wrapped(f"{words}: {', '.join(names)}.", "  ")
    if terms := special_terms(form):
        headings = ", ".join(str(one.get("heading", id)) for id, one in terms.items())
        yield from look.wrapped(f"Special terms (:term): {headings}.", "  ")
    if form.clashes or standing(form) or notes(form):
        said = f"Open warnings: {len(standing(form))}. Notes: {len(notes(form))}. :w shows."
        yield from look.wrapped(f"Cannot stand: {len(form.clashes)}. {said}")
    if names := form.answers.proposed:
        says = f"Proposed and not accepted: {', '.join(names)}. drafter answers accept."
        yield from look.wrapped(says, "  ")
    if waiting := sum(map(len, form.recommended.values())):
        yield from look.wrapped(f"Recommended and not confirmed: {waiting}. :take all lists them.")
    yield from look.wrapped(":r and a section's number shows its answers. :g 3.2 opens one.")


def section_lines(form: Form, look: ScreenLook) -> Iterator[str]:
    """Each section with its three counts."""
    counted = form.sections
    for number, name in form.sections_by_number.items():
        count = counted[name]
        state = counts(count) if count.sure or count.may else "complete"
        gap = ": " if look.plain else " " * max(2, 34 - len(name))
        yield from look.wrapped(f" {number:>2} {name}{gap}{state}", "      ")


def answers_of_section(form: Form, number: str, look: ScreenLook) -> Iterator[str]:
    """The answers of one section, each with the number that opens it."""
    section = form.sections_by_number.get(number, "")
    if not section:
        yield f"No section in play has the number {number}; :s lists them."
    for one in form.inside(section) if section else ():
        yield from look.wrapped(_line(form, one), "       ")


def _line(form: Form, one: Asked) -> str:
    name = one.question.id
    how = how_given(form, name)
    aside = f" ({how})" if how else ""
    state = "may come" if one.state is State.MAY_COME else stands_at(form, name) + aside
    lacks = f" (lacks {', '.join(one.missing)})" if one.missing else ""
    return f" {number_of(form, name)}  {one.question.asks} {state}{lacks}"


def set_aside_lines(form: Form, look: ScreenLook) -> Iterator[str]:
    """The answers that are kept and not used, each with what keeps it out."""
    asks = form.precedent.asks if form.precedent else ()
    for name in form.set_aside:
        question = form.library.questionnaire.questions[name]
        yield from look.wrapped(f"  {name}  {question.asks} {stands_at(form, name)}", "     ")
        if name in asks and question.ask_when is not None:
            why = f"not asked, because: {because(form, question.ask_when)}"
        else:
            why = "this agreement does not ask it; :g precedent chooses another"
        yield from look.wrapped(f"     {why}", "     ")
    if form.set_aside:
        yield from look.wrapped(":g and a number changes an answer; these come back with it.")
    else:
        yield "Nothing is set aside."
