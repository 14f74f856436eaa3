"""A question on the screen: where it stands, its words, options, recommendation and keys."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from drafter.data_classes import dataclass
from drafter.intake.answer_text import number_of, print_answer
from drafter.intake.answer_text import wanted as typed_form
from drafter.intake.form import Form
from drafter.intake.model import Asked, Offer, State
from drafter.kinds.picking import MANY, Candidate
from drafter.questionnaire.model import Question

WIDEST, NARROWEST = 80, 24
HELP = (
    "Type a number, an option or the answer. * takes the recommendation. ? says why.",
    "At a question Enter decides nothing; at the table of a section it takes each *.",
    ":b back   :k not known yet   :n later   :u undo   :g 3.2 or :g NAME go to a question",
    ":s sections   :r review   :r 3 review section 3   :w warnings   :d what it did",
    ":a set aside   :take recommendations of this section, :take all   :keep R8 keep a warning",
    ":term special terms: clauses of this deal alone, which counsel words",
    ":g precedent another agreement   :e editor   :q save and stop   :: types a colon",
)


@dataclass(frozen=True, slots=True)
class ScreenLook:
    """How lines look: plain has no rules and no marks, and says everything in words."""

    plain: bool = False
    width: int = WIDEST

    @property
    def columns(self) -> int:
        """The widest line that fits."""
        return max(NARROWEST, min(self.width, WIDEST))

    def wrapped(self, text: str, indent: str = "") -> list[str]:
        """A text as lines that fit, the next ones indented."""
        return textwrap.wrap(
            text, self.columns, subsequent_indent=indent, break_on_hyphens=False
        ) or [""]

    def keys(self, keys: Sequence[str], start: str = "") -> list[str]:
        """The keys that work here; none is broken over two lines."""
        whole = [key.replace(" ", "\x00") for key in keys]
        text = f"{start}{', or '.join(whole)}." if self.plain else " . ".join(whole)
        return [line.replace("\x00", " ") for line in self.wrapped(text)]


def question_screen(
    form: Form, asked: Asked, choices: Sequence[Candidate], look: ScreenLook
) -> Iterator[str]:
    """One question with its options, recommendation and keys."""
    question = asked.question
    yield from _place(form, asked, look)
    yield from look.wrapped(question.asks)
    if question.help:
        yield from look.wrapped(question.help)
    if question.seen_by:
        yield from look.wrapped(f"Seen only by: {', '.join(question.seen_by)}.")
    yield from choice_lines(choices, asked.offer, look)
    if asked.offer is not None:
        yield from look.wrapped(_recommended(form, asked, asked.offer, choices))
    yield from _now(form, asked, look)
    if not question.kind.sort.has_records:
        yield from _keys(asked, choices, look)


def _place(form: Form, asked: Asked, look: ScreenLook) -> Iterator[str]:
    section = asked.question.section
    inside = form.inside(section)
    number = number_of(form, asked.question.id)
    sure = sum(one.state is not State.MAY_COME for one in inside)
    total = f"{sure} to {len(inside)}" if sure < len(inside) else str(sure)
    words = f"Question {number}, in section {number.partition('.')[0]}, {section}, of {total} "
    yield from rule_line(f"{words}questions.", f"{number} {section} . {total} questions", look)


def rule_line(words: str, marked: str, look: ScreenLook) -> Iterator[str]:
    """Where one is: in words where the look is plain, else with a rule over the screen."""
    if look.plain:
        yield from look.wrapped(words)
        return
    first, *others = look.wrapped(f"-- {marked}")
    yield first if others else f"{first} ".ljust(look.columns, "-").rstrip()
    yield from others


def choice_lines(
    choices: Sequence[Candidate], offer: Offer | None, look: ScreenLook
) -> Iterator[str]:
    """The numbered lines to choose from."""
    taken = offer.answer if offer else None
    for number, one in enumerate(choices[:MANY], 1):
        offered = one.id == taken or (isinstance(taken, list) and one.id in taken)
        mark = "*" if offered else " "
        start = f"{number}. " if look.plain else f" {mark} {number:>2}  "
        yield from look.wrapped(start + one.label, " " * len(start))
    if len(choices) > MANY:
        yield from look.wrapped(f"and {len(choices) - MANY} more: type a part of the words.", "  ")


def _recommended(form: Form, asked: Asked, offer: Offer, choices: Sequence[Candidate]) -> str:
    ids = [one.id for one in choices]
    words = print_answer(form, asked.question, offer.answer)
    if isinstance(offer.answer, str) and offer.answer in ids:
        words = str(ids.index(offer.answer) + 1)
    return f"Recommended: {words}, because {offer.because}."


def _now(form: Form, asked: Asked, look: ScreenLook) -> Iterator[str]:
    name = asked.question.id
    given = form.data["answers"].get(name)
    if asked.question.kind.sort.has_records:
        pass
    elif given is not None:
        now = f"Now: {print_answer(form, asked.question, given).rstrip('.')}."
        yield from look.wrapped(now if asked.faults else f"{now} Enter keeps it.")
    elif asked.state is State.UNKNOWN:
        yield "Now: not known yet. Enter keeps it."
    for fault in asked.faults:
        yield from look.wrapped(f"To mend: {fault.says}. {fault.cure}".strip())


def wanted(question: Question) -> str:
    """What a line must be for a question without lines to choose from."""
    return question.kind.sort.wanted_keys or typed_form(question)


def _keys(asked: Asked, choices: Sequence[Candidate], look: ScreenLook) -> Iterator[str]:
    answer = wanted(asked.question) or f"1 to {len(choices)}"
    optional = ["- leaves it blank"] if asked.question.optional else []
    taken = ["* takes the recommendation"] if asked.offer else []
    keys = [answer, *taken, *optional, ":k not known", "? why", ":h keys"]
    yield from look.keys(keys, "Your answer: ")
