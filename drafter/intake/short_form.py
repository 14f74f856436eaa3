"""The short way through an interview: what only a person can know is asked first; then each
section as one table of what is recommended, to be taken at once or changed by number."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TypeVar

from drafter.data_classes import dataclass
from drafter.intake.answer_text import stands_at
from drafter.intake.interview_text import decided_by
from drafter.intake.model import LEFT_FOR_LATER, TAKEN, Asked, Offer, Snapshot, State
from drafter.questionnaire.model import YES_NO, Nature, Question

F = TypeVar("F", bound=Snapshot)
_OWN = (Nature.FACT, Nature.COUNSEL)  # what no recommendation can say


@dataclass(frozen=True, slots=True)
class TableRow:
    """A question in the table of its section: its number, what it stands at in words, and the
    recommendation that it waits to take, if it has one."""

    number: str
    asked: Asked
    words: str
    offer: Offer | None = None


def only_known(form: Snapshot) -> Iterator[Asked]:
    """The questions that are sure to be asked, that nothing will ever recommend (facts, and what
    counsel decides for each deal), and without which the agreement would not read well."""
    for one in form.asked.values():
        question = one.question
        is_own = question.nature in _OWN and not question.recommend
        if one.state is State.OPEN and is_own and not _can_wait(form, question):
            yield one


def _can_wait(form: Snapshot, question: Question) -> bool:
    """Whether the table of its section may ask it: the library says so, or it is a choice that
    prints nothing and on which no wording of this agreement rests."""
    chooses = question.kind.sort.several or bool(question.options) or question.kind == YES_NO
    return question.can_wait or (chooses and not decided_by(form, question.id))


def offers_inside(form: Snapshot, section: str) -> dict[str, Offer]:
    """What is recommended in a section, with what comes into play there once that is taken."""
    taken: dict[str, Offer] = {}
    while True:
        new = {
            one.question.id: one.offer
            for one in form.inside(section)
            if one.offer is not None and one.question.id not in taken and one.state is State.OPEN
        }
        if not new:
            return taken
        taken |= new
        answers = {name: offer.answer for name, offer in new.items()}
        form = form.answer(answers, how=TAKEN)


def rows(form: Snapshot, section: str) -> list[TableRow]:
    """The table of a section: every question that is asked once its recommendations are taken."""
    offers = offers_inside(form, section)
    after = form.answer({name: one.answer for name, one in offers.items()}, how=TAKEN)
    numbers = after.numbers
    return [
        TableRow(numbers[name], one, stands_at(after, name), offers.get(name))
        for one in after.inside(section)
        if (name := one.question.id) and one.state is not State.MAY_COME
    ]


def left_for_later(form: Snapshot) -> set[str]:
    """The questions that somebody left for later, in this sitting or an earlier one."""
    given = form.answers.given
    return {name for name in form.asked if given.get(name, {}).get("how") == LEFT_FOR_LATER}


def next_section(form: Snapshot, left: Container[str], passed: Container[str] = ()) -> str:
    """The first section with a recommendation to take that nobody `passed`, or with a question
    that waits and that nobody `left` for later; empty where there is none."""
    waiting = (
        one.question.section
        for name, one in form.asked.items()
        if one.state is State.OPEN and name not in (left if one.offer is None else passed)
    )
    return next(waiting, "")
