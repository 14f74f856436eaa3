"""The form: one immutable snapshot of an interview, made from the answers alone.

It knows what is asked and why, what comes next, what a recommendation would be, what clashes and
what was set aside. It answers nothing by itself: a recommendation is offered, never taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from drafter.conditions.model import Condition, Missing
from drafter.consistency.judge import Finding
from drafter.diagnostics import Diagnostic
from drafter.library.model import Library, Precedent
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Question

if TYPE_CHECKING:
    from drafter.intake.effect import Effect

UNKNOWN = Missing.UNKNOWN
TAKEN, LEFT_BLANK = "taken", "left blank"  # how an answer was given, when it was not typed


class State(StrEnum):
    """How a question stands."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"  # said on purpose: not known yet
    OPEN = "open"  # asked and without an answer: sure to come
    OPTIONAL = "optional"  # asked and without an answer, which may stay so
    MAY_COME = "may come"  # asked or not, an earlier answer decides


@dataclass(frozen=True, slots=True)
class Offer:
    """A recommendation that holds now: the answer as a file spells it, and why."""

    answer: str | list[str]
    because: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the form. `answer` is as a file spells it; `missing` are the fields of a list
    that still lack an answer, as `record.field`; `because` is the condition that made it asked."""

    question: Question
    state: State
    answer: Any = None
    missing: tuple[str, ...] = ()
    offer: Offer | None = None
    because: Condition | None = None
    faults: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Three counts: said (answered, unknown or left blank), sure to come, may come."""

    answered: int
    sure: int
    may: int

    @property
    def total(self) -> int:
        """All that could still be asked, and all that was answered."""
        return self.answered + self.sure + self.may


@dataclass(frozen=True, slots=True)
class Clash:
    """Answers that cannot stand together: remove any one of them and the rule is quiet."""

    finding: Finding
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A snapshot of the interview. `data` is the deal record as plain data, ready for
    `Library.draft` or a file; a faulty answer stays in it, is told, and counts as open."""

    library: Library
    data: Mapping[str, Any]
    precedent: Precedent | None
    answers: Answers
    deal: Deal
    asked: Mapping[str, Asked]
    findings: tuple[Finding, ...]
    clashes: tuple[Clash, ...]
    set_aside: tuple[str, ...]
    faults: tuple[Diagnostic, ...]

    def answer(self, patch: Mapping[str, Any], by: str = "", on: str = "", how: str = "") -> Form:
        """The form after some answers changed; this one stays as it is.

        A key is a question or one field of a record (`parties.north.name`). A key that is missing
        leaves its answer alone, None makes it absent, `UNKNOWN` says that it is not known yet.
        `by`, `on` (ISO date) and `how` stand beside the answers in the record.
        """
        from drafter.intake.form import answered

        return answered(self, patch, {"by": by, "on": on, "how": how})

    def take(self, *names: str, by: str = "", on: str = "") -> Form:
        """The form after somebody took the recommendations of these questions, on purpose.

        Raises `KeyError` for a question that has none now.
        """
        patch = {}
        for name in names:
            one = self.asked.get(name)
            if one is None or one.offer is None:
                raise KeyError(name)
            patch[name] = one.offer.answer
        return self.answer(patch, by, on, TAKEN)

    def leave_blank(self, *names: str, by: str = "", on: str = "") -> Form:
        """The form after somebody left optional questions blank, on purpose."""
        return self.answer(dict.fromkeys(names), by, on, LEFT_BLANK)

    def choose(self, precedent: str) -> Form:
        """The form of the same answers for another precedent."""
        from drafter.intake.form import form

        return form(self.library, {**self.data, "precedent": precedent})

    def since(self, before: Form) -> Effect:
        """What changed in the agreement and in what is asked, from an earlier form to this one."""
        from drafter.intake.effect import effect

        return effect(before, self)

    @property
    def next(self) -> Asked | None:
        """The first question that waits for a word; an optional one may be left blank."""
        waiting = (State.OPEN, State.OPTIONAL)
        return next((one for one in self.asked.values() if one.state in waiting), None)

    @property
    def progress(self) -> Progress:
        """The three counts over the whole form."""
        return counted(self.asked.values())

    @property
    def sections(self) -> Mapping[str, Progress]:
        """The three counts of each section, in order."""
        return {name: counted(self.inside(name)) for name in self.section_names}

    @property
    def section_names(self) -> tuple[str, ...]:
        """The sections that have a question in play, in order."""
        return tuple(dict.fromkeys(one.question.section for one in self.asked.values()))

    def inside(self, section: str) -> tuple[Asked, ...]:
        """The questions of a section that are in play, in order."""
        return tuple(one for one in self.asked.values() if one.question.section == section)

    def faults_of(self, path: str) -> tuple[Diagnostic, ...]:
        """What is wrong with one answer: a question, or `list.record.field`."""
        return tuple(fault for fault in self.faults if path in fault.questions)

    @property
    def missing(self) -> tuple[str, ...]:
        """What is sure to be needed and has no answer: questions, and `list.record.field`."""
        return tuple(path for one in self.asked.values() for path in _paths(one))

    @property
    def complete(self) -> bool:
        """Whether nothing is open, nothing clashes and no answer is at fault."""
        return not (self.progress.sure or self.clashes or self.faults or self.precedent is None)


def _paths(one: Asked) -> Iterable[str]:
    name = one.question.id
    if one.state is not State.OPEN:
        return ()
    return [f"{name}.{path}" for path in one.missing] or [name]


def counted(asked: Iterable[Asked]) -> Progress:
    """The three counts of some questions. An optional one that waits may come."""
    states = [one.state for one in asked]
    said = states.count(State.ANSWERED) + states.count(State.UNKNOWN)
    may = states.count(State.OPTIONAL) + states.count(State.MAY_COME)
    return Progress(said, states.count(State.OPEN), may)
