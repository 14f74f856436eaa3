"""Why this variant, and why not the others: as data, and as text.

A reason names the question that decided, its answer, and whether a person gave it or the
recommendation did. What another variant would need is the part of its condition that fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from drafter.conditions.judge import judge
from drafter.conditions.model import All, Condition, Not
from drafter.conditions.model import Either as Either
from drafter.conditions.reasons import grounds, lacking
from drafter.conditions.source import source
from drafter.conditions.walk import subjects
from drafter.consistency.smallest_change import SmallestChange, print_changes, smallest_change
from drafter.kinds.model import Missing
from drafter.library.model import LEFT_OUT, FrontMatter, Row
from drafter.questionnaire.deal import Deal, print_answer_of
from drafter.questionnaire.order import questions_behind
from drafter.selection.model import Chosen, Selection


@dataclass(frozen=True, slots=True)
class Reason:
    """One question that decided: its id, its words, the answer and where that came from."""

    question: str
    asks: str
    answer: str
    origin: str  # answered, recommended, absent, unknown, not asked
    why: str = ""  # the recommendation's reason

    def as_data(self) -> dict[str, str]:
        """The same as plain data."""
        return {
            "question": self.question,
            "asks": self.asks,
            "answer": self.answer,
            "origin": self.origin,
        } | ({"why": self.why} if self.why else {})


@dataclass(frozen=True, slots=True)
class Alternative:
    """A variant that was not chosen, and what it would need.

    `needs` is what its condition lacks; `change` the fewest answers that would give it, found and
    tried, None where none was found; `approval_from` who may give it.
    """

    variant: str
    needs: str
    position: str = ""
    approval_from: str = ""
    change: SmallestChange | None = None

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        entry: dict[str, Any] = {"variant": self.variant, "needs": self.needs}
        told = {"position": self.position, "approval_from": self.approval_from}
        entry |= {name: words for name, words in told.items() if words}
        return entry | (self.change.as_data() if self.change else {})


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a topic stands as it does."""

    topic: str
    heading: str
    variant: str | None
    position: str
    because: tuple[Reason, ...]
    instead: tuple[Alternative, ...]
    possible: tuple[str, ...] = ()
    front: FrontMatter = field(default_factory=FrontMatter)

    def as_data(self) -> dict[str, Any]:
        """The entry of a report."""
        entry: dict[str, Any] = {
            "topic": self.topic,
            "heading": self.heading,
            "variant": self.variant,
            "position": self.position,
            "because": [reason.as_data() for reason in self.because],
            "instead": [one.as_data() for one in self.instead],
        }
        entry |= {name: words for name, words in self._ground().items() if words}
        return entry | ({"possible": list(self.possible)} if self.possible else {})

    def _ground(self) -> dict[str, Any]:
        """What the variant says and why lawyers hold it: their words, the law, what to confirm."""
        front = self.front
        laws = [
            {name: words for name, words in asdict(law).items() if words}
            for law in front.legal_basis
        ]
        return {
            "summary": front.summary,
            "note": front.note,
            "legal_basis": laws,
            "approval_from": front.approval_from,
            "confirm": list(front.confirm),
        }


def explain(selection: Selection, topic: str, with_changes: bool = False) -> Explanation:
    """Why this topic has the variant that it has.

    `with_changes`: for each other variant, the fewest answers that would give it are looked for.
    """
    chosen = selection.chosen[topic]
    deal = selection.deal
    variant = chosen.variant
    return Explanation(
        topic=topic,
        heading=chosen.topic.heading,
        variant=None if chosen.is_open else chosen.rows[0],
        position=variant.front.position if variant else "",
        because=tuple(reasons(_deciding(chosen, deal), deal)),
        instead=tuple(_instead(chosen, selection, with_changes)),
        possible=chosen.rows if chosen.is_open else (),
        front=variant.front if variant else FrontMatter(),
    )


def _deciding(chosen: Chosen, deal: Deal) -> Iterator[Condition]:
    """The tests that decided: of the row that holds, or of each row that is still possible."""
    for row in chosen.topic.rows:
        if row.when is None or row.variant not in chosen.rows:
            continue
        if judge(row.when, deal) is not False:
            yield from grounds(row.when, deal)
    if not chosen.is_open:
        yield from _by_exclusion(chosen, deal)


def _by_exclusion(chosen: Chosen, deal: Deal) -> Iterator[Condition]:
    """A row may be chosen because all others are false; then they are the reason."""
    row = next(row for row in chosen.topic.rows if row.variant == chosen.rows[0])
    if row.when is None or judge(row.when, deal):
        return
    for other in chosen.topic.rows:
        if other is not row and other.when is not None:
            yield from grounds(other.when, deal)


def reasons(tests: Iterable[Condition], deal: Deal) -> Iterator[Reason]:
    """The questions behind the tests, once each, in questionnaire order."""
    read = {name for test in tests for name in subjects(test)}
    behind = {q for name in read for q in questions_behind(name, deal.questionnaire)}
    for name in deal.questionnaire.in_order(behind):
        taken = deal.taken.get(name)
        value = deal.value(name)
        origin = value.value if isinstance(value, Missing) else deal.origin[name]
        yield Reason(
            name,
            deal.questionnaire.questions[name].asks,
            print_answer_of(name, deal),
            origin,
            taken.because if taken else "",
        )


# --- why not the others -----------------------------------------------------------------------


def _instead(chosen: Chosen, selection: Selection, with_changes: bool) -> Iterator[Alternative]:
    deal, variants = selection.deal, chosen.topic.variants
    for row in chosen.topic.rows:
        if row.variant not in chosen.rows or chosen.is_open:
            front = variants[row.variant].front if row.variant in variants else FrontMatter()
            change = None
            if with_changes and row.when is not None:
                change = smallest_change(row.when, deal, selection.library)
            yield Alternative(
                row.variant, _needed(row, deal), front.position, front.approval_from, change
            )


def _needed(row: Row, deal: Deal) -> str:
    if row.when is None:
        return "nothing"
    missing = lacking(row.when, deal)
    return "nothing" if missing is None else _with_present(missing, deal)


def _with_present(missing: Condition, deal: Deal) -> str:
    """`ownership is joint (now: maker)`: each failing test with what stands there now."""
    match missing:
        case All(parts):
            return " and ".join(_bracketed(part, deal) for part in parts)
        case Either(parts):
            return " or ".join(_bracketed(part, deal) for part in parts)
        case Not(Not(part)):
            return _with_present(part, deal)
        case _:
            return f"{source(missing)}{_now(missing, deal)}"


def _bracketed(part: Condition, deal: Deal) -> str:
    words = _with_present(part, deal)
    return f"({words})" if isinstance(part, All | Either) else words


def _now(test: Condition, deal: Deal) -> str:
    present = [_present(name, deal) for name in subjects(test)]
    return f" (now: {'; '.join(present)})" if present else ""


def _present(name: str, deal: Deal) -> str:
    kind = deal.questionnaire.kind(name)
    if kind is not None and kind.sort.has_records:
        value = deal.value(name)
        return (
            f"{len(value)} in {name}" if isinstance(value, tuple) else print_answer_of(name, deal)
        )
    return print_answer_of(name, deal)


# --- as text ----------------------------------------------------------------------------------


def print_explanation(explanation: Explanation) -> str:
    """The explanation of one topic for the terminal."""
    outcome = explanation.variant or "open: " + ", ".join(explanation.possible)
    position = f" ({explanation.position})" if explanation.position else ""
    lines = [f"{explanation.heading} [{explanation.topic}]: {outcome}{position}"]
    lines += _ground_lines(explanation.front)
    lines += [f"  because  {line}" for line in _reason_lines(explanation)]
    lines += [f"  not      {_instead_line(one)}" for one in explanation.instead]
    return "\n".join(lines)


def _ground_lines(front: FrontMatter) -> Iterator[str]:
    """What the variant says, and the ground that lawyers give for it."""
    if front.summary:
        yield f"  says     {front.summary}"
    if front.note:
        yield f"  note     {front.note}"
    for law in front.legal_basis:
        until = f" to {law.valid_to}" if law.valid_to else ""
        since = f" (in force from {law.valid_from}{until})" if law.valid_from else ""
        yield f"  law      {law.law}{since}"
    if front.approval_from:
        yield f"  given by {front.approval_from}"
    for point in front.confirm:
        yield f"  confirm  {point}"


def _instead_line(one: Alternative) -> str:
    given = f", given by {one.approval_from}" if one.approval_from else ""
    position = f" ({one.position}{given})" if one.position else ""
    return f"{one.variant}{position}: would need {wanted(one)}"


def wanted(one: Alternative) -> str:
    """What another wording would need: the change that was tried, or what its condition lacks."""
    if one.change is None:
        return one.needs
    refused = f"; {' and '.join(one.change.blocked)} would refuse it" if one.change.blocked else ""
    return f"{print_changes(one.change.changes)}{refused}"


def _reason_lines(explanation: Explanation) -> list[str]:
    if not explanation.because:
        return ["the topic has one wording" if explanation.variant != LEFT_OUT else "never"]
    return [print_reason(reason) for reason in explanation.because]


def print_reason(reason: Reason) -> str:
    """One reason for the terminal."""
    how = f", as recommended: {reason.why}" if reason.origin == "recommended" else ""
    answer = reason.answer if reason.origin in ("answered", "recommended") else reason.origin
    return f"{reason.question}: {answer}{how}"
