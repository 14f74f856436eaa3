"""What the interview tells: what an answer did, why we ask, warnings, clashes, the review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.cli.asking.screens import Look
from drafter.cli.asking.typed import Choice
from drafter.cli.asking.words import because, number_of, said, stands_at
from drafter.consistency.judge import Finding
from drafter.intake.effect import Change, Effect
from drafter.intake.model import Asked, Clash, Form, Progress, State
from drafter.library.model import Topic
from drafter.library.reads import row_names
from drafter.questionnaire.order import questions_behind


def did(effect: Effect) -> Iterator[tuple[str, list[str]]]:
    """What an answer did to the agreement: the headings that were settled, came in, went out."""
    named = [one for one in effect.topics if one.heading]
    yield "Settled", [_wording(one) for one in named if len(one.after) == 1 < len(one.before)]
    yield "Changed", [_wording(one) for one in named if len(one.after) == 1 == len(one.before)]
    yield "In", [_wording(one) for one in named if len(one.after) == 1 and not one.before]
    yield "Out", [one.heading for one in named if one.before and not one.after]
    yield "Open again", [one.heading for one in named if len(one.after) > max(1, len(one.before))]


def _wording(change: Change) -> str:
    return f"{change.heading} ({change.after[0].replace('-', ' ')})"


def saved_lines(words: str, effect: Effect, look: Look) -> Iterator[str]:
    """What was saved, and in short what it did; `:d` tells the whole."""
    parts = [f"Saved: {words.rstrip('.')}."]
    for how, headings in did(effect):
        if headings:
            more = f" and {len(headings) - 3} more (:d)" if len(headings) > 3 else ""
            parts.append(f"{how}: {', '.join(headings[:3])}{more}.")
    yield from look.wrapped(" ".join(parts))
    for says, names in (("Set aside, kept but not used", effect.set_aside),
                        ("Used again", effect.back)):  # fmt: skip
        if names:
            yield from look.wrapped(f"{says}: {', '.join(names)}.")


def effect_lines(effect: Effect | None, look: Look) -> Iterator[str]:
    """All that the last answer did."""
    told = [(how, headings) for how, headings in did(effect) if headings] if effect else []
    for how, headings in told:
        yield from look.wrapped(f"{how}: {', '.join(headings)}.", "  ")
    if not told:
        yield "The last answer changed no wording."


# --- why --------------------------------------------------------------------------------------


def why_lines(form: Form, asked: Asked, choices: Sequence[Choice], look: Look) -> Iterator[str]:
    """Why a question is asked, what it chooses, and what each option would add."""
    question = asked.question
    headings = (topic.heading for topic in _decided_by(form, question.id))
    chosen = dict.fromkeys(heading for heading in headings if heading)
    pairs = [("Why we ask", question.why or question.help),
             ("Asked because", because(form, asked.because) if asked.because else ""),
             ("It chooses", ", ".join(chosen)),
             ("Source", question.source)]  # fmt: skip
    told = [(name, words.rstrip(".")) for name, words in pairs if words]
    for name, words in told or [("Why we ask", "the agreement prints the answer")]:
        yield from look.wrapped(f"{name}: {words}.", "  ")
    if question.options or len(choices) == 2:
        for number, one in enumerate(choices, 1):
            yield from look.wrapped(f"If you pick {number}: {_would(form, asked, one)}.", "  ")


def _decided_by(form: Form, name: str) -> Iterator[Topic]:
    questionnaire = form.library.questionnaire
    for id in form.precedent.topics if form.precedent else ():
        topic = form.library.topics[id]
        rows = row_names(topic.rows, form.library)
        if any(name in questions_behind(read, questionnaire) for read in rows):
            yield topic


_WILL = {"Settled": "settles", "Changed": "gives", "In": "brings", "Out": "leaves out",
         "Open again": "opens again"}  # fmt: skip


def _would(form: Form, asked: Asked, choice: Choice) -> str:
    several = asked.question.kind.options and asked.question.kind.sort.value.startswith("several")
    after = form.answer({asked.question.id: [choice.id] if several else choice.id})
    effect = after.since(form)
    waiting = asked.state is State.OPEN
    more = after.progress.sure - form.progress.sure + waiting
    parts = [f"{more} more to answer"] if more > 0 else []
    parts += [f"{_WILL[how]} {', '.join(headings)}" for how, headings in did(effect) if headings]
    new = _fired(after) - _fired(form)
    parts += [f"it clashes ({', '.join(sorted(new))})"] if new else []
    return "; ".join(parts) or "nothing more to answer"


def _fired(form: Form) -> set[str]:
    return {clash.finding.rule.id for clash in form.clashes}


# --- rules ------------------------------------------------------------------------------------


def standing(form: Form) -> list[Finding]:
    """The warnings that stand and that nobody decided to keep."""
    kept = {one.what for one in form.answers.overrides}
    warned = [one for one in form.findings if one.rule.severity == "warn" and not one.pending]
    return [one for one in warned if one.rule.id not in kept]


def finding_lines(form: Form, finding: Finding, look: Look) -> Iterator[str]:
    """A warning or a note, with the answers that it rests on."""
    rule = finding.rule
    mark = "Warning" if rule.severity == "warn" else "Note"
    yield from look.wrapped(f"{'' if look.plain else '! '}{mark} {rule.id}: {rule.message}", "  ")
    yield from look.wrapped(f"  Why: {rule.reason}", "  ") if rule.reason else ()
    yield from _answers(form, finding.questions, look)
    if rule.severity == "warn":
        yield from look.wrapped(f"  Change an answer with :g and its number, or keep them with "
                                f":keep {rule.id}. Until then it stays open.", "  ")  # fmt: skip


def clash_lines(form: Form, clash: Clash, look: Look) -> Iterator[str]:
    """The smallest set of answers that cannot stand together."""
    rule = clash.finding.rule
    many = "These answers" if len(clash.questions) > 1 else "This answer"
    stand = "together" if len(clash.questions) > 1 else "alone"
    mark = "" if look.plain else "x "
    yield from look.wrapped(f"{mark}{many} cannot stand {stand} ({rule.id}): {rule.message}", "  ")
    yield from look.wrapped(f"  Why: {rule.reason}", "  ") if rule.reason else ()
    yield from _answers(form, clash.questions, look)
    others = [one for one in clash.finding.questions if one not in clash.questions
              and form.data["answers"].get(one) is None and one in form.asked]  # fmt: skip
    if others:
        yield "  Not answered, and would settle it:"
        yield from _answers(form, others, look)
    keys = ":g and a number changes one. :u takes back what you typed last."
    yield from look.wrapped(f"  {keys}", "  ")


def _answers(form: Form, names: Iterable[str], look: Look) -> Iterator[str]:
    for name in names:
        asks = form.library.questionnaire.questions[name].asks
        number = number_of(form, name) or name
        yield from look.wrapped(f"  {number}  {asks} {stands_at(form, name)}", "       ")


def warning_lines(form: Form, look: Look) -> Iterator[str]:
    """Every warning that stands, and every clash."""
    for clash in form.clashes:
        yield from clash_lines(form, clash, look)
    open_ones = standing(form)
    for finding in open_ones:
        yield from finding_lines(form, finding, look)
    if open_ones:
        yield f"Open warnings: {len(open_ones)}. An issue copy needs them settled."
    elif not form.clashes:
        yield "No warning stands."


# --- review -----------------------------------------------------------------------------------


def review_lines(form: Form, title: str, look: Look) -> Iterator[str]:
    """The whole deal on one screen."""
    yield from look.wrapped(f"REVIEW {title}: {counts(form.progress)}.")
    yield from section_lines(form, look)
    for words, names in (
        ("Not known yet", [n for n, one in form.asked.items() if one.state is State.UNKNOWN]),
        ("Set aside, kept but not used", form.set_aside),
    ):
        if names:
            yield from look.wrapped(f"{words}: {', '.join(names)}.", "  ")
    if form.clashes or standing(form):
        yield f"Cannot stand: {len(form.clashes)}. Open warnings: {len(standing(form))}. :w shows."
    yield from look.wrapped(":r and a section's number shows its answers. :g 3.2 opens one.")


def counts(count: Progress) -> str:
    """`31 answered, 2 sure to come, up to 4 more`."""
    parts = [f"{count.answered} answered"] if count.answered or not count.total else []
    parts += [f"{count.sure} sure to come"] if count.sure else []
    parts += [f"up to {count.may} more"] if count.may else []
    return ", ".join(parts)


def section_lines(form: Form, look: Look) -> Iterator[str]:
    """Each section with its three counts."""
    for number, (name, count) in enumerate(form.sections.items(), 1):
        state = counts(count) if count.sure or count.may else "complete"
        gap = ": " if look.plain else " " * max(2, 34 - len(name))
        yield from look.wrapped(f" {number:>2} {name}{gap}{state}", "      ")


def answers_of_section(form: Form, number: str, look: Look) -> Iterator[str]:
    """The answers of one section, each with the number that opens it."""
    names = form.section_names
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= len(names)):
        yield f"Sections are numbered 1 to {len(names)}; :s lists them."
        return
    for one in form.inside(names[int(number) - 1]):
        yield from look.wrapped(_line(form, one), "       ")


def _line(form: Form, one: Asked) -> str:
    name = one.question.id
    how = form.data.get("given", {}).get(name, {}).get("how", "")
    aside = " (taken as recommended)" if how == "taken" else ""
    state = "may come" if one.state is State.MAY_COME else stands_at(form, name) + aside
    lacks = f" (lacks {', '.join(one.missing)})" if one.missing else ""
    return f" {number_of(form, name)}  {one.question.asks} {state}{lacks}"


def set_aside_lines(form: Form, look: Look) -> Iterator[str]:
    """The answers that are kept and not used."""
    for name in form.set_aside:
        question = form.library.questionnaire.questions[name]
        answer = form.data["answers"].get(name)
        words = "not known yet" if answer is None else said(form, question, answer)
        yield from look.wrapped(f"  {name}: {words}", "     ")
    if not form.set_aside:
        yield "Nothing is set aside."
