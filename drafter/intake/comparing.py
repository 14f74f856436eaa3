"""Two sets of answers compared: what stands where, and whether somebody gave it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.data_classes import dataclass
from drafter.intake.answer_text import print_answer
from drafter.intake.model import Snapshot
from drafter.intake.question_state import TAKEN, offered
from drafter.intake.records import records_of
from drafter.intake.special_terms import special_terms
from drafter.kinds.model import Missing
from drafter.questionnaire.deal import Deal, settle
from drafter.questionnaire.model import Question
from drafter.questionnaire.record import ACCEPTED, PROPOSED


@dataclass(frozen=True, slots=True)
class Stand:
    """What an answer is in words, and how it came to be: `given`, `recommended`, `confirmed`,
    `proposed`, `accepted`, or empty where there is none."""

    words: str = "not answered"
    how: str = ""

    def __str__(self) -> str:
        return f"{self.words} ({self.how})" if self.how else self.words


@dataclass(frozen=True, slots=True)
class AnswersDifference:
    """What stands otherwise in two sets of answers. `path` is a question, `list.record` or
    `list.record.field`; what stands beside the answers has its key, such as `precedent`."""

    path: str
    section: str
    asks: str
    one: Stand
    other: Stand

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "path": self.path,
            "section": self.section,
            "asks": self.asks,
            "one": {"answer": self.one.words, "how": self.one.how or None},
            "other": {"answer": self.other.words, "how": self.other.how or None},
        }


Stands = dict[str, Stand]


def differences(one: Snapshot, other: Snapshot) -> tuple[AnswersDifference, ...]:
    """What stands otherwise, as an unattended draft would take it, in the order of the form."""
    first, second = dict(_stands_of_the_deal(one)), dict(_stands_of_the_deal(other))
    found = [AnswersDifference(path, "", "", *both) for path, both in _both(first, second)]
    settled = [settle(form.library.questionnaire, form.answers) for form in (one, other)]
    for question in one.library.questionnaire.questions.values():
        pairs = zip((one, other), settled, strict=True)
        first, second = (dict(_stands(form, deal, question)) for form, deal in pairs)
        found += [
            AnswersDifference(path, question.section, _asks(question, path), *both)
            for path, both in _both(first, second)
        ]
    return tuple(each for each in found if each.one != each.other)


def _both(one: Stands, other: Stands) -> Iterator[tuple[str, tuple[Stand, Stand]]]:
    """Each place that stands in either, as it stands in both."""
    for path in {**one, **other}:
        yield path, (one.get(path, Stand()), other.get(path, Stand()))


def _asks(question: Question, path: str) -> str:
    field = question.fields.get(path.rpartition(".")[2]) if path.count(".") == 2 else None
    return field.asks if field else question.asks


def _stands_of_the_deal(form: Snapshot) -> Iterator[tuple[str, Stand]]:
    """What is no answer: the precedent, special terms, and what somebody overrides."""
    yield "precedent", Stand(form.precedent.title if form.precedent else form.answers.precedent)
    for id, term in special_terms(form).items():
        yield f"special_terms.{id}", Stand("; ".join(map(str, term.values())))
    for named in form.answers.overrides:
        yield f"overrides.{named.what}", Stand(f"{named.reason} ({named.by}, {named.on})")


def _stands(form: Snapshot, deal: Deal, question: Question) -> Iterator[tuple[str, Stand]]:
    name, value = question.id, deal.value(question.id)
    if name in deal.set_aside:
        yield name, Stand("set aside")
    elif value is Missing.UNKNOWN:
        yield name, Stand("not known yet")
    elif offer := offered(deal.taken.get(name)):
        how = "confirmed" if name in form.answers.confirmed else "recommended"
        yield name, Stand(print_answer(form, question, offer.answer), how)
    elif question.fields and not isinstance(value, Missing):
        yield name, Stand(", ".join(records_of(form, name)) or "none", _how(form, name))
        yield from _records(form, question)
    elif not isinstance(value, Missing):
        yield name, Stand(_words(form, question, form.data["answers"][name]), _how(form, name))


def _records(form: Snapshot, question: Question) -> Iterator[tuple[str, Stand]]:
    unknown = form.data.get("unknown", ())
    for id, fields in records_of(form, question.id).items():
        for name, field in question.fields.items():
            path = f"{question.id}.{id}.{name}"
            if name in fields:
                yield path, Stand(_words(form, field, fields[name]), _how(form, path))
            elif path in unknown:
                yield path, Stand("not known yet")


def _words(form: Snapshot, question: Question, answer: Any) -> str:
    """A record that an answer names stands by its id: another name of it is no other answer."""
    return str(answer) if question.kind.sort.refers else print_answer(form, question, answer)


def _how(form: Snapshot, path: str) -> str:
    given = form.answers.given
    how = given.get(path, given.get(path.partition(".")[0], {})).get("how", "")
    return {TAKEN: "confirmed", PROPOSED: PROPOSED, ACCEPTED: ACCEPTED}.get(how, "given")
