"""The gate: what may leave for which purpose, whoever asks.

Approvals, open topics, warnings, blanks, brackets and recommendations are judged here and nowhere
else.

A draft stays in the house and passes. What is drafted for the other side (`issue`) or for
signature needs a current approval of every wording, a decision on every topic and warning, and a
named person behind every recommendation that it rests on; what is signed has no blank or bracket
either. Each fault but an open topic can be overridden by a named person with a reason.
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from drafter.consistency.judge import Finding
from drafter.diagnostics import Diagnostic
from drafter.library.model import Variant
from drafter.questionnaire.record import Override
from drafter.selection.model import Selection
from drafter.workspace.approvals import Approval

PURPOSES = ("draft", "issue", "signature")
_SHOWN = 8  # paragraphs that a message names


@dataclass(frozen=True, slots=True)
class Approvals:
    """The approvals that were given, as they are judged on a day (ISO date).

    >>> Approvals().given
    ()
    """

    given: tuple[Approval, ...] = ()
    today: str = ""

    def of(self, wording: str) -> tuple[Approval, ...]:
        """Those of one wording, named `topic/variant`."""
        return tuple(one for one in self.given if one.wording == wording)


NONE_GIVEN = Approvals()


class Gate(NamedTuple):
    """A fault, and the name by which this one instance of it is overridden (its rule overrides
    all of a kind, but one that is `alone`); a firm one cannot be overridden."""

    what: str
    fault: Diagnostic
    is_firm: bool = False
    alone: bool = False


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
        deal, earlier = (
            self.selection.deal,
            set(self.taken).intersection(self.selection.precedent.asks),
        )
        taken = (earlier | self.selection.recommended.keys()) - deal.answers.confirmed
        return tuple(deal.questionnaire.in_order(taken))

    def faults(self, purpose: str, approvals: Approvals) -> list[Diagnostic]:
        """Why it may not leave for a purpose, as far as nobody has overridden it by name."""
        return closed(self._gates(purpose, approvals), self.selection.deal.answers.overrides)

    def _gates(self, purpose: str, approvals: Approvals) -> Iterator[Gate]:
        if purpose == "draft":
            return
        yield from _approval_gates(self.selection, approvals)
        yield from _open(self.selection, self.open_definitions)
        yield from _warnings(self.findings)
        yield from self._recommendations()
        if purpose == "signature":
            yield from unfinished_gates(self.blanks, self.awaited)

    def _recommendations(self) -> Iterator[Gate]:
        answers, place = self.selection.deal.answers, self.selection.deal.answers.place("precedent")
        questions = self.selection.deal.questionnaire.questions
        sections = {name: questions[name].section for name in self.unconfirmed}
        file = shlex.quote(place.file) if place else "ANSWERS"
        cure = f"drafter confirm {file} --all --by NAME; without --all it lists them"
        yield from unconfirmed_gate(sections, answers.overrides, cure)


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """A file that counsel finished, as far as it is judged: the paragraphs that read otherwise
    than the approved wordings; whose comments and tracked changes are in it, and how many;
    whether it has the watermark of a draft."""

    name: str
    paragraphs: tuple[str, ...]
    changes: Mapping[str, int]
    comments: Mapping[str, int]
    has_watermark: bool

    def gates(self, purpose: str) -> Iterator[Gate]:
        """Why it may not leave as it is."""
        if self.paragraphs:
            shown = "; ".join(self.paragraphs[:_SHOWN])
            more = f"; and {len(self.paragraphs) - _SHOWN} more" if self.paragraphs[_SHOWN:] else ""
            says = f"words of {self.name} that no approval covers: {shown}{more}"
            cure = "if they may go out: --override counsel-words --reason WORDS"
            yield _gate("counsel-words", "counsel-words", says, cure)
        if self.has_watermark:
            says = f"{self.name} has the watermark of a draft"
            cure = "work on the file that was issued, or take the watermark out in Word"
            yield Gate("draft-watermark", Diagnostic("draft-watermark", says, None, cure), True)
        yield from self._marks("comments-left", self.comments, purpose)
        yield from self._marks("tracked-changes-left", self.changes, purpose)

    def _marks(self, rule: str, authors: Mapping[str, int], purpose: str) -> Iterator[Gate]:
        """Comments of drafter tell the other side our reasons, and nothing signed has any mark."""
        marks = rule.removesuffix("-left").replace("-", " ")
        ours = any(author.startswith("drafter") for author in authors)
        is_firm = purpose == "signature" or (rule == "comments-left" and ours)
        if authors:
            whose = ", ".join(f"{number} by {author}" for author, number in authors.items())
            cure = f"settle the {marks} in Word"
            cure += "" if is_firm else f"; if they may go out: --override {rule} --reason WORDS"
            yield Gate(
                rule, Diagnostic(rule, f"{self.name} has {marks}: {whose}", None, cure), is_firm
            )


def closed(gates: Iterable[Gate], overrides: Iterable[Override]) -> list[Diagnostic]:
    """The faults that nobody has overridden by name."""
    named = {one.what for one in overrides}
    return [gate.fault for gate in gates if gate.is_firm or not _names(gate) & named]


def _names(gate: Gate) -> set[str]:
    return {gate.what} if gate.alone else {gate.what, gate.fault.rule}


def relied_on(selection: Selection, approvals: Approvals) -> list[dict[str, str]]:
    """The approvals that a file rests on, as plain data."""
    used = dict(_wordings(selection))
    return [
        one._asdict()
        for one in approvals.given
        if used.get(one.wording) == one.digest and one.holds(approvals.today)
    ]


def unfinished_gates(blanks: Mapping[str, str], awaited: Mapping[str, str]) -> Iterator[Gate]:
    """What may not stand in a signed agreement; both map a question to what it asks."""
    for name, asks in blanks.items():
        yield _gate("blank", name, f"`{name}` is blank", f"answer: {asks}")
    for name, asks in awaited.items():
        says = f"words in brackets wait for `{name}`"
        yield _gate("bracket", name, says, f"answer: {asks}")


def unconfirmed_gate(
    unconfirmed: Mapping[str, str], overrides: Iterable[Override], cure: str
) -> Iterator[Gate]:
    """The recommendations that nobody confirmed, as one fault: each question with its section,
    which may be empty. One question alone may be overridden too."""
    named = {one.what for one in overrides}
    left = {name: section for name, section in unconfirmed.items() if name not in named}
    if left:
        many = f"{len(left)} answers are recommendations"
        count = "1 answer is a recommendation" if len(left) == 1 else many
        says = f"{count} that nobody confirmed: {_by_section(left)}"
        yield Gate(
            "unconfirmed", Diagnostic("unconfirmed", says, None, cure, questions=tuple(left))
        )


def _by_section(left: Mapping[str, str]) -> str:
    sections = Counter(section for section in left.values() if section)
    if sections:
        return ", ".join(f"{number} in {section}" for section, number in sections.items())
    return ", ".join(f"`{name}`" for name in left)


def _approval_gates(selection: Selection, approvals: Approvals) -> Iterator[Gate]:
    """Each wording that is not approved as it stands, or whose review is overdue."""
    for chosen in selection.chosen.values():
        variant = chosen.variant
        if variant is not None:
            wording = f"{variant.topic}/{variant.id}"
            yield from _approval(wording, variant.digest, approvals)
            if variant.front.review_by and variant.front.review_by < approvals.today:
                says = f"`{wording}` was to be reviewed by {variant.front.review_by}"
                yield _gate("review-overdue", wording, says, "review it and set a new date")
            yield from _lapsed(wording, variant, approvals.today)


def _lapsed(wording: str, variant: Variant, today: str) -> Iterator[Gate]:
    for law in variant.front.legal_basis:
        if law.lapsed_by(today):
            says = f"`{wording}` rests on a law out of force since {law.valid_to}: {law.law}"
            yield _gate("lapsed-law", wording, says, "look at the law that replaced it")


def _approval(wording: str, digest: str, approvals: Approvals) -> Iterator[Gate]:
    given = approvals.of(wording)
    own = [one for one in given if one.digest == digest]
    if any(one.holds(approvals.today) for one in own):
        return
    if own:
        says = f"the approval of `{wording}` does not hold on {approvals.today}"
    elif given:
        says = f"`{wording}` was edited after it was approved"
    else:
        says = f"`{wording}` is not approved"
    yield _gate("not-approved", wording, says, f"drafter approve {wording} --by NAME --on DATE")


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


def _wordings(selection: Selection) -> Iterator[tuple[str, str]]:
    """Each wording used, with the digest of its file."""
    for chosen in selection.chosen.values():
        if chosen.variant is not None:
            yield f"{chosen.variant.topic}/{chosen.variant.id}", chosen.variant.digest


def _gate(rule: str, what: str, says: str, cure: str) -> Gate:
    return Gate(what, Diagnostic(rule, says, None, cure))
