"""The form: one immutable snapshot of an interview, made from the answers alone.

It knows what is asked and why, what comes next, what a recommendation would be, what clashes and
what was set aside. It answers nothing by itself: a recommendation is offered, never taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from drafter.conditions.model import Condition
from drafter.consistency.judge import Finding
from drafter.diagnostics import Diagnostic
from drafter.library.model import Library, Precedent
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Question


class State(StrEnum):
    """How a question stands."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"  # said on purpose: not known yet
    OPEN = "open"  # asked and without an answer: sure to come
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
    """Three counts: answered or said to be unknown; sure to come; may come."""

    answered: int
    sure: int
    may: int

    @property
    def total(self) -> int:
        """All that could still be asked, and all that was answered."""
        return self.answered + self.sure + self.may


@dataclass(frozen=True, slots=True)
class Clash:
    """Answers that cannot stand together: remove or change any one of them and the rule is quiet."""

    finding: Finding
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A snapshot of the interview. `data` is the deal record as plain data; a faulty answer stays
    in it, is told under its question, and counts as open."""

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

    @property
    def next(self) -> Asked | None:
        """The first question that is sure to be asked and has no answer; None when all is said."""
        return next((one for one in self.asked.values() if one.state is State.OPEN), None)

    @property
    def progress(self) -> Progress:
        """The three counts over the whole form."""
        return counted(self.asked.values())

    @property
    def sections(self) -> Mapping[str, Progress]:
        """The three counts of each section, in order."""
        names = dict.fromkeys(one.question.section for one in self.asked.values())
        return {name: counted(one for one in self.asked.values() if one.question.section == name)
                for name in names}  # fmt: skip

    @property
    def complete(self) -> bool:
        """Whether nothing is open, nothing clashes and no answer is at fault."""
        return self.next is None and not self.clashes and not self.faults


def counted(asked: Any) -> Progress:
    """The three counts of some questions."""
    states = [one.state for one in asked]
    said = states.count(State.ANSWERED) + states.count(State.UNKNOWN)
    return Progress(said, states.count(State.OPEN), states.count(State.MAY_COME))
