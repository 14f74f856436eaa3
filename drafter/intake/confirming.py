"""Recommendations confirmed: what an unattended draft would take, written down as answered.

A draft fills what nobody answered with what is recommended. Before the other side sees it, a named
person confirms those answers: each then stands in the record with its value. A library that
recommends something else later changes nothing, and that it does is told. A fact is never
recommended, so it is never confirmed: it is answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from drafter.diagnostics import NOTE, WARNING, Diagnostic, did_you_mean, quoted, refuse_errors
from drafter.intake.model import Snapshot
from drafter.intake.patch import patched
from drafter.intake.question_state import TAKEN, Offer, offered
from drafter.questionnaire.deal import Deal, print_answer_of, recommendation, settle
from drafter.questionnaire.model import Nature, Question

F = TypeVar("F", bound=Snapshot)
RULE = "confirmation"


def recommended(form: Snapshot) -> dict[str, dict[str, Offer]]:
    """What a draft of these answers takes as recommended: by section, by question, in order."""
    questionnaire = form.library.questionnaire
    asks = form.precedent.asks if form.precedent else ()
    taken = settle(questionnaire, form.answers).taken
    sections: dict[str, dict[str, Offer]] = {}
    for name in questionnaire.in_order(taken):
        offer = offered(taken[name])
        if offer is not None and name in asks:
            sections.setdefault(questionnaire.questions[name].section, {})[name] = offer
    return sections


def confirmed(form: F, names: Iterable[str], signed: Mapping[str, str]) -> F:
    """The form in which somebody confirmed the recommendations of these questions.

    Warnings that somebody keeps stay kept: the draft says what it said. Raises `Refused` with
    every question that has nothing to confirm.
    """
    offers = {name: one for inside in recommended(form).values() for name, one in inside.items()}
    names = list(dict.fromkeys(names))
    faults = [_nothing(form, name) for name in names if name not in offers]
    if not signed.get("by", "").strip():
        says = "a confirmation needs the name of the person who gives it"
        faults.append(Diagnostic(RULE, says, None, "say who: --by NAME"))
    refuse_errors(faults)
    patch = {name: offers[name].answer for name in names}
    data = patched(form.data, patch, {**signed, "how": TAKEN}, form.library.questionnaire)
    if "confirmed" in data:  # a name without its value, which now stands beside it
        data["confirmed"] = [one for one in data["confirmed"] if one not in patch]
    after = form.made(data)
    refuse_errors([one for one in after.faults if one not in form.faults])
    return after


def _nothing(form: Snapshot, name: str) -> Diagnostic:
    questions = form.library.questionnaire.questions
    question = questions.get(name)
    if question is None:
        cure = did_you_mean(name, questions)
        return Diagnostic("unknown-question", f"no question is called {quoted(name)}", None, cure)
    if name in form.answers.values:
        says, cure = f"`{name}` is answered already", "leave it out"
    elif question.nature is Nature.FACT:
        says, cure = f"`{name}` asks for a fact, which nobody can confirm", "answer it"
    else:
        says, cure = f"nothing is recommended for `{name}` as the answers stand", "answer it"
    return Diagnostic(RULE, says, None, cure, questions=(name,))


def warnings_of_confirmed(deal: Deal) -> Iterator[Diagnostic]:
    """What to know of confirmed answers: where something else is recommended by now, and which
    were confirmed without the value that was recommended then."""
    for name, given in deal.answers.given.items():
        question = deal.questionnaire.questions.get(name)
        if given.get("how") == TAKEN and question is not None and name in deal.origin:
            yield from _otherwise(question, deal)
    for name in deal.taken:
        if name in deal.answers.confirmed:
            says = f"`{name}` is confirmed without its value: {print_answer_of(name, deal)} stands"
            cure = f"write it down: drafter confirm ANSWERS {name} --by NAME"
            yield Diagnostic(
                "confirmed-unseen", says, None, cure, severity=WARNING, questions=(name,)
            )


def _otherwise(question: Question, deal: Deal) -> Iterator[Diagnostic]:
    """The note that a recommendation that somebody took is no longer given."""
    offer = offered(recommendation(question, deal))
    stands = print_answer_of(question.id, deal)
    if offer is None:
        return
    now = offer.answer if isinstance(offer.answer, str) else ", ".join(offer.answer)
    if stands != now:
        says = f"`{question.id}` stands as confirmed ({stands}), and {now} is recommended now"
        cure = f"keep it, or change it, because {offer.because}"
        yield Diagnostic(
            "recommended-otherwise", says, None, cure, severity=NOTE, questions=(question.id,)
        )
