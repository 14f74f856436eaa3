"""One immutable snapshot of an interview: what is asked, what clashes, what was set aside.

It answers nothing by itself: a recommendation is offered, never taken.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, Self

from drafter.consistency.finding import Finding
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.intake.patch import patched
from drafter.intake.question_state import (
    LEFT_BLANK,
    LEFT_FOR_LATER,
    TAKEN,
    UNKNOWN,
    Asked,
    Clash,
    Offer,
    Progress,
    State,
    counted,
)
from drafter.library.model import ClauseLibrary, Precedent
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.deal import Deal

__all__ = [
    "LEFT_BLANK",
    "LEFT_FOR_LATER",
    "TAKEN",
    "UNKNOWN",
    "Asked",
    "Clash",
    "Offer",
    "Progress",
    "Snapshot",
    "State",
]


@dataclass(frozen=True, slots=True)
class Snapshot(ABC):
    """What a form holds. `data` is the deal record as plain data, ready for `Library.draft` or a
    file; a faulty answer stays in it, is told, and counts as open."""

    library: ClauseLibrary
    data: Mapping[str, Any]
    precedent: Precedent | None
    answers: Answers
    deal: Deal
    asked: Mapping[str, Asked]
    findings: tuple[Finding, ...]
    clashes: tuple[Clash, ...]
    set_aside: tuple[str, ...]
    faults: tuple[Diagnostic, ...]

    @abstractmethod
    def made(self, data: Mapping[str, Any]) -> Self:
        """The form of another deal record and the same library."""

    def answer(self, patch: Mapping[str, Any], by: str = "", on: str = "", how: str = "") -> Self:
        """The form after some answers changed; this one stays as it is.

        A key is a question or one field of a record (`parties.north.name`). A key that is missing
        leaves its answer alone, None makes it absent, `UNKNOWN` says that it is not known yet.
        `by`, `on` (ISO date) and `how` stand beside the answers in the record.
        """
        signed = {"by": by, "on": on, "how": how}
        data = patched(self.data, patch, signed, self.library.questionnaire)
        return self.made(_reopened(self, data))

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

    @property
    def numbers(self) -> Mapping[str, str]:
        """The number of each question that this agreement may ever ask, such as `3.2`: whatever
        comes into play or goes, a number once shown stays."""
        asks = self.precedent.asks if self.precedent else tuple(self.asked)
        inside: dict[str, list[str]] = {}
        for name in asks:
            section = self.library.questionnaire.questions[name].section
            inside.setdefault(section, []).append(name)
        return {
            name: f"{at}.{place}"
            for at, names in enumerate(inside.values(), 1)
            for place, name in enumerate(names, 1)
        }

    @property
    def sections_by_number(self) -> Mapping[str, str]:
        """The sections in play by their numbers, such as `3`."""
        numbers = self.numbers
        return {
            numbers[name].partition(".")[0]: one.question.section
            for name, one in self.asked.items()
        }

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


def _reopened(before: Snapshot, data: dict[str, Any]) -> dict[str, Any]:
    """The record without the reasons to keep a warning whose answers changed: they were given
    for other answers."""
    if not before.answers.overrides:
        return data
    rests_on = {one.id: one.questions for one in before.findings}
    kept = [
        one
        for one in data["overrides"]
        if not _changed(before.data, data, rests_on.get(one["what"], ()))
    ]
    return {**data, "overrides": kept}


def _changed(before: Mapping[str, Any], after: Mapping[str, Any], names: Iterable[str]) -> bool:
    return any(
        before["answers"].get(name) != after["answers"].get(name)
        or (name in before.get("unknown", ())) is not (name in after["unknown"])
        for name in names
    )
