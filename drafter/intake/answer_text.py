"""Questions and answers in words: labels, names, dates and amounts as people read them.

A terminal and a page print the same words, because they come from here.
"""

from __future__ import annotations

from typing import Any

from drafter.conditions.model import Condition
from drafter.conditions.reasons import grounds
from drafter.conditions.walk import subjects
from drafter.intake.model import LEFT_FOR_LATER, TAKEN, Snapshot, State
from drafter.intake.records import name_of, records_of
from drafter.kinds.picking import Candidate
from drafter.questionnaire.model import Question
from drafter.questionnaire.order import questions_behind
from drafter.questionnaire.record import ACCEPTED, PROPOSED


def wanted(question: Question) -> str:
    """What an answer must be where there are no lines to choose from."""
    return question.kind.sort.wanted_typed


def choices(form: Snapshot, question: Question) -> list[Candidate]:
    """The lines of a question: options, yes and no, or the records that it may name."""
    if question.options:
        return [Candidate(one.id, one.label) for one in question.options]
    if question.kind.sort.lines:
        return list(question.kind.sort.lines)
    of = question.kind.of
    return [Candidate(id, name_of(form, of, id)) for id in records_of(form, of)] if of else []


def print_answer(form: Snapshot, question: Question, answer: Any) -> str:
    """An answer in words."""
    if isinstance(answer, dict):
        return ", ".join(name_of(form, question.id, id) for id in answer) or "none"
    if isinstance(answer, list | tuple):
        return ", ".join(_one(form, question, str(one)) for one in answer) or "none"
    return _one(form, question, str(answer))


def _one(form: Snapshot, question: Question, word: str) -> str:
    labels = {one.id: one.label for one in choices(form, question)}
    return labels[word] if word in labels else question.kind.sort.shown(word, question.kind)


def stands_at(form: Snapshot, name: str) -> str:
    """What a question stands at, in words."""
    asked = form.asked.get(name)
    given = form.data["answers"].get(name)
    if name in form.data.get("unknown", ()):
        return "not known yet"
    if given is not None:
        return print_answer(form, form.library.questionnaire.questions[name], given)
    return "left blank" if asked is not None and asked.state is State.ANSWERED else "not answered"


def how_given(form: Snapshot, path: str) -> str:
    """`as recommended` where somebody took the recommendation, `proposed by` whom and who accepted
    it, for a list also what is proposed inside it, `left for later`; else nothing. A field,
    `list.record.field`, stands as its list does where it has no mark of its own."""
    marks = form.data.get("given", {})
    given = marks.get(path) or marks.get(path.partition(".")[0], {})
    how, by = given.get("how"), given.get("by", "somebody")
    inside = [one for one in form.answers.proposed if one.startswith(f"{path}.")]
    if how == PROPOSED:
        return f"proposed by {by}, not accepted"
    if inside:
        return f"proposed and not accepted: {', '.join(inside)}"
    if how == ACCEPTED:
        return f"proposed by {given.get('proposed_by', 'somebody')}, accepted by {by}"
    return {TAKEN: "as recommended", LEFT_FOR_LATER: LEFT_FOR_LATER}.get(how or "", "")


def number_of(form: Snapshot, name: str) -> str:
    """The number of a question, such as `3.2`; empty when it is not in play."""
    return form.numbers[name] if name in form.asked else ""


def numbered(form: Snapshot, number: str) -> list[str]:
    """The questions that a number, an id or a part of an id may name."""
    section, _, place = number.partition(".")
    if section.isdigit() and place.isdigit():
        number, numbers = f"{int(section)}.{int(place)}", form.numbers
        return [one for one in form.asked if numbers[one] == number]
    if number in form.asked or not number:
        return [number] if number else []
    begins = [name for name in form.asked if name.startswith(number)]
    return begins or [name for name in form.asked if number in name]


def grounds_of(form: Snapshot, condition: Condition) -> list[str]:
    """The questions whose answers decided a condition, in order."""
    questionnaire = form.library.questionnaire
    names = {read for test in grounds(condition, form.deal) for read in subjects(test)}
    return questionnaire.in_order(
        {one for name in names for one in questions_behind(name, questionnaire)}
    )


def because(form: Snapshot, condition: Condition) -> str:
    """The answers that made a condition hold, in words."""
    told = []
    for name in grounds_of(form, condition):
        asks = form.library.questionnaire.questions[name].asks
        told.append(f"{number_of(form, name) or name} {asks} {stands_at(form, name)}")
    return "; ".join(told)
