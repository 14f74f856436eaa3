"""An agreement that is to leave, and all that keeps it back."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping

from drafter.consistency.finding import Finding
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.gate.answers import proposed_gate, unconfirmed_gate, unfinished_gates
from drafter.gate.model import Approvals, Gate, closed
from drafter.gate.wordings import wording_gates
from drafter.selection.model import Selection

PURPOSES = ("draft", "issue", "signature")


@dataclass(frozen=True, slots=True)
class Leaving:
    """An agreement that is to leave: what was selected and found, and what its text leaves blank
    (`blanks`) or in brackets (`awaited`), each a question and what it asks. `taken` names answers
    that are recommendations taken by an earlier draft; `open_definitions` are not decided."""

    selection: Selection
    findings: tuple[Finding, ...]
    blanks: Mapping[str, str]
    awaited: Mapping[str, str]
    taken: tuple[str, ...] = ()
    open_definitions: tuple[str, ...] = ()

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The questions whose answer is a recommendation that nobody confirmed."""
        deal = self.selection.deal
        earlier = set(self.taken).intersection(self.selection.precedent.asks)
        taken = (earlier | self.selection.recommended.keys()) - deal.answers.confirmed
        return tuple(deal.questionnaire.in_order(taken))

    @property
    def proposed(self) -> tuple[str, ...]:
        """The answers in play that somebody proposed and nobody accepted: questions, and
        `list.record.field`."""
        deal, waiting = self.selection.deal, self.selection.deal.answers.proposed
        return tuple(one for one in waiting if one.partition(".")[0] not in deal.set_aside)

    def faults(self, purpose: str, approvals: Approvals) -> list[Diagnostic]:
        """Why it may not leave for a purpose, as far as nobody has overridden it by name."""
        return closed(self._gates(purpose, approvals), self.selection.deal.answers.overrides)

    def _gates(self, purpose: str, approvals: Approvals) -> Iterator[Gate]:
        if purpose == "draft":
            return
        yield from wording_gates(self.selection, approvals)
        yield from _open(self.selection, self.open_definitions)
        yield from _warnings(self.findings)
        yield from self._recommendations()
        how = f"drafter answers accept {self._file} --all --by NAME; without --all it lists them"
        yield from proposed_gate(self.proposed, how)
        if purpose == "signature":
            yield from unfinished_gates(self.blanks, self.awaited)

    @property
    def _file(self) -> str:
        place = self.selection.deal.answers.place("precedent")
        return shlex.quote(place.file) if place else "ANSWERS"

    def _recommendations(self) -> Iterator[Gate]:
        answers = self.selection.deal.answers
        questions = self.selection.deal.questionnaire.questions
        sections = {name: questions[name].section for name in self.unconfirmed}
        cure = f"drafter confirm {self._file} --all --by NAME; without --all it lists them"
        yield from unconfirmed_gate(sections, answers.overrides, cure)


def _open(selection: Selection, definitions: Iterable[str]) -> Iterator[Gate]:
    topics = [(id, f"`{id}`") for id, chosen in selection.chosen.items() if chosen.is_open]
    for id, called in (*topics, *((id, f"the definition `{id}`") for id in definitions)):
        says = f"{called} is not decided yet"
        fault = Diagnostic("open-topic", says, None, "answer its questions")
        yield Gate(id, fault, is_firm=True)


def _warnings(findings: Iterable[Finding]) -> Iterator[Gate]:
    for finding in findings:
        rule = finding.rule
        if rule.severity == "warn" and not finding.pending:
            cure = f"settle it, or override `{finding.id}` by name, with a reason"
            fault = Diagnostic(rule.id, rule.message, None, cure)
            yield Gate(finding.id, fault, alone=finding.id != rule.id)
