"""The form: one immutable snapshot of an interview, made from the answers alone.

It knows what is asked and why, what comes next, what a recommendation would be, what clashes and
what was set aside. It answers nothing by itself: a recommendation is offered, never taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.consistency.judge import Finding
from drafter.diagnostics import Diagnostic
from drafter.intake.asked import (
    LEFT_BLANK,
    TAKEN,
    UNKNOWN,
    Asked,
    Clash,
    Offer,
    Progress,
    State,
    counted,
)
from drafter.library.model import Library, Precedent
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.deal import Deal

if TYPE_CHECKING:
    from drafter.intake.effect import Effect
    from drafter.intake.spoken import Spoken

__all__ = ["LEFT_BLANK", "TAKEN", "UNKNOWN", "Asked", "Clash", "Form", "Offer", "Progress", "State"]


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

    def rename_record(self, name: str, id: str, short_name: str) -> Form:
        """The form with a record of a list under another id; what names it names it still.

        Raises `ValueError` for a short name that cannot be one, or that another record has.
        """
        from drafter.intake.records import rename

        return rename(self, name, id, short_name)

    def put_term(self, fields: Mapping[str, str], id: str = "") -> Form:
        """The form with a special term of this deal: `heading`, `text`, `after` or `replaces` a
        topic, `by`, `reason`. Without an id it is a new one, called by its heading."""
        from drafter.intake.beside import with_term

        return with_term(self, fields, id)

    def drop_term(self, id: str) -> Form:
        """The form without a special term."""
        from drafter.intake.beside import without_term

        return without_term(self, id)

    def keep(self, rule: str, by: str, on: str, reason: str) -> Form:
        """The form in which somebody keeps a warning that stands, for a reason.

        Raises `KeyError` for a rule that does not warn now.
        """
        from drafter.intake.beside import kept

        return kept(self, rule, by, on, reason)

    def reopen(self, rule: str) -> Form:
        """The form in which a warning is kept no longer."""
        from drafter.intake.beside import reopened

        return reopened(self, rule)

    @property
    def words(self) -> Spoken:
        """The form in words: the same for a terminal and for a page."""
        from drafter.intake.spoken import Spoken

        return Spoken(self)

    def carried_over(self) -> tuple[Form, tuple[str, ...]]:
        """The form of old answers under the names that questions and options have now; and what
        was renamed, in words."""
        from drafter.intake.form import form
        from drafter.intake.resume import resumed

        data, told = resumed(self.library, self.data)
        return (form(self.library, data), told) if told else (self, ())

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
