"""Answers that somebody proposed: whose each is, and who accepted it.

Three words for three things: a recommendation of the library is confirmed, a point of a wording is
cleared by counsel, and an answer that somebody proposes is accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, did_you_mean, quoted, refuse_errors
from drafter.intake.answer_text import print_answer
from drafter.intake.model import Snapshot
from drafter.intake.records import name_of
from drafter.questionnaire.record import ACCEPTED

F = TypeVar("F", bound=Snapshot)
RULE = "acceptance"
Marks = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ProposedBy:
    """An answer with whose it is: a question or `list.record.field`, what that asks, the answer as
    a file spells it and in words, and what the record notes beside it."""

    path: str
    asks: str
    answer: Any
    words: str
    given: Marks

    @property
    def whose(self) -> str:
        """Who proposed it and when; after that, who accepted it."""
        proposer, accepter = _signed(self.given, "proposed_"), _signed(self.given)
        return f"{accepter}; proposed by {proposer}" if proposer else accepter or "somebody"

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {"question": self.path, "asks": self.asks, "answer": self.answer, **self.given}


def _signed(given: Marks, of: str = "") -> str:
    return ", ".join(word for key in ("by", "on") if (word := given.get(of + key)))


def proposed_by(form: Snapshot, paths: Iterable[str]) -> Iterator[ProposedBy]:
    """These answers, as far as they stand, each with whose it is."""
    for path in paths:
        name, *inside = path.split(".", 2)
        question, answer = form.library.questionnaire.questions[name], form.data["answers"][name]
        asks = question.asks
        if inside:
            question = question.fields[inside[-1]]
            asks = f"{question.asks} ({name_of(form, name, inside[0])})"
            answer = answer[inside[0]].get(inside[-1])
        if answer is not None:
            words = print_answer(form, question, answer)
            yield ProposedBy(path, asks, answer, words, form.answers.given.get(path, {}))


def accepted(form: F, names: Iterable[str], signed: Marks) -> F:
    """The form in which somebody accepted proposed answers: a question with all that is proposed
    inside it, or one `list.record.field`. Who proposed each stays beside who accepted it.

    Raises `Refused`, all at once.
    """
    names = list(dict.fromkeys(names))
    meant = {name: _meant(form, name) for name in names}
    faults = [_nothing(form, name) for name, paths in meant.items() if not paths]
    if not signed.get("by", "").strip():
        says = "an acceptance needs the name of the person who gives it"
        faults.append(Diagnostic(RULE, says, None, "say who: --by NAME"))
    refuse_errors(faults)
    given = dict(form.data["given"])
    for path in (path for paths in meant.values() for path in paths):
        given[path] = _accepted(form.data["given"][path], signed)
    return form.made({**form.data, "given": given})


def _meant(form: Snapshot, name: str) -> list[str]:
    waiting = form.answers.proposed
    return [path for path in waiting if path == name or path.startswith(f"{name}.")]


def _accepted(proposed: Marks, signed: Marks) -> dict[str, str]:
    before = {f"proposed_{key}": proposed.get(key, "") for key in ("by", "on")}
    marks = {**signed, "how": ACCEPTED, **before}
    return {key: word for key, word in marks.items() if word}


def _nothing(form: Snapshot, path: str) -> Diagnostic:
    questions, name = form.library.questionnaire.questions, path.partition(".")[0]
    if name not in questions:
        cure = did_you_mean(name, questions)
        return Diagnostic("unknown-question", f"no question is called {quoted(name)}", None, cure)
    says = f"no answer to {quoted(path)} is proposed"
    return Diagnostic(RULE, says, None, "leave it out", questions=(path,))
