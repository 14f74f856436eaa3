"""How a question stands in the form, what it is offered, and how many are left."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from drafter.conditions.model import Condition
from drafter.consistency.finding import Finding
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.kinds import spelled
from drafter.kinds.model import Missing
from drafter.questionnaire.model import Question, Recommendation

UNKNOWN = Missing.UNKNOWN
TAKEN, LEFT_BLANK = "taken", "left blank"  # how an answer was given, when it was not typed
LEFT_FOR_LATER = "left for later"  # that none was given, on purpose and for now


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


def offered(step: Recommendation | None) -> Offer | None:
    """A recommendation as a file spells it; None where nothing is recommended."""
    if step is None or step.take is None:
        return None
    return Offer("none" if step.take == () else spelled(step.take), step.because)


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


def counted(asked: Iterable[Asked]) -> Progress:
    """The three counts of some questions. An optional one that waits may come."""
    states = [one.state for one in asked]
    said = states.count(State.ANSWERED) + states.count(State.UNKNOWN)
    may = states.count(State.OPTIONAL) + states.count(State.MAY_COME)
    return Progress(said, states.count(State.OPEN), may)
