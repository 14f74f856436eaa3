"""Makes the form from answers, and the next form from a patch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from drafter.conditions.judge import judge
from drafter.consistency.judge import Finding, findings
from drafter.diagnostics import Diagnostic
from drafter.intake.model import LEFT_BLANK, Asked, Clash, Form, Offer, State
from drafter.intake.patch import patched
from drafter.kinds import spelled
from drafter.kinds.model import Missing, Record, Value
from drafter.library.model import Library, Precedent
from drafter.questionnaire.answers import Answers, Places, read_partly
from drafter.questionnaire.deal import Deal, recommendation, settle
from drafter.questionnaire.model import Question


def form(library: Library, data: Mapping[str, Any], at: Places | None = None) -> Form:
    """The form of a deal record, which may be empty, partly faulty or whole.

    `at` says where each value stands in its file, for the faults.
    """
    record = {"precedent": "", "answers": {}, **data}
    answers, faults = read_partly(record, library.questionnaire, at)
    precedent = library.precedents.get(answers.precedent)
    deal = settle(library.questionnaire, answers, unattended=False)
    found = findings(library, deal)
    asked = {one.question.id: one for one in _asked(library, precedent, deal, _by_question(faults))}
    clashes = tuple(_clashes(found, deal))
    aside = _set_aside(library, precedent, deal)
    return Form(library, record, precedent, answers, deal, asked, found, clashes, aside, faults)


def _set_aside(library: Library, precedent: Precedent | None, deal: Deal) -> tuple[str, ...]:
    """The answers that are kept and not used: another answer, or the choice of the agreement,
    keeps their questions from being asked."""
    away = set(deal.set_aside)
    if precedent is not None:
        said = {*deal.answers.values, *deal.answers.unknown}
        away |= {name for name in said if "." not in name} - set(precedent.asks)
    return tuple(library.questionnaire.in_order(away))


def answered(
    before: Form, patch: Mapping[str, Any], signed: Mapping[str, str] | None = None
) -> Form:
    """The form after some answers changed (see `Form.answer`); the form before stays as it is."""
    library = before.library
    data = patched(before.data, patch, signed or {}, library.questionnaire)
    return form(library, _reopened(before, data))


def _reopened(before: Form, data: dict[str, Any]) -> dict[str, Any]:
    """The record without the reasons to keep a warning whose answers changed: they were given
    for other answers."""
    if not before.answers.overrides:
        return data
    rests_on = {one.rule.id: one.questions for one in before.findings}
    kept = [one for one in data["overrides"]
            if not _changed(before.data, data, rests_on.get(one["what"], ()))]  # fmt: skip
    return {**data, "overrides": kept}


def _changed(before: Mapping[str, Any], after: Mapping[str, Any], names: Iterable[str]) -> bool:
    return any(before["answers"].get(name) != after["answers"].get(name)
               or (name in before.get("unknown", ())) is not (name in after["unknown"])
               for name in names)  # fmt: skip


# --- which questions are asked ----------------------------------------------------------------


def asked_of(library: Library, precedent: Precedent | None) -> tuple[str, ...]:
    """The questions of a precedent; before one is chosen, those that every precedent asks."""
    if precedent is not None:
        return precedent.asks
    each = [one.asks for one in library.precedents.values()]
    return tuple(name for first in each[:1] for name in first if all(name in asks for asks in each))


def _asked(
    library: Library,
    precedent: Precedent | None,
    deal: Deal,
    faults: Mapping[str, tuple[Diagnostic, ...]],
) -> Iterator[Asked]:
    for name in asked_of(library, precedent):
        question = library.questionnaire.questions[name]
        verdict = True if question.ask_when is None else judge(question.ask_when, deal)
        if verdict is not False:
            one = _one(question, deal, faults.get(name, ()))
            yield one if verdict else replace(one, state=State.MAY_COME)


def _one(question: Question, deal: Deal, faults: tuple[Diagnostic, ...]) -> Asked:
    value = deal.value(question.id)
    if value is Missing.UNKNOWN:
        return Asked(question, State.UNKNOWN, because=question.ask_when)
    if isinstance(value, Missing):
        state = State.OPEN if faults or not question.optional else _optional(question, deal)
        return Asked(question, state, offer=_offer(question, deal), because=question.ask_when,
                     faults=faults)  # fmt: skip
    missing = tuple(_missing(question, value)) if question.fields else ()
    state = State.OPEN if missing or faults else State.ANSWERED
    return Asked(question, state, _spelled(value), missing, None, question.ask_when, faults)


def _optional(question: Question, deal: Deal) -> State:
    """An optional question waits until somebody says that it stays blank."""
    how = deal.answers.given.get(question.id, {}).get("how")
    return State.ANSWERED if how == LEFT_BLANK else State.OPTIONAL


def _offer(question: Question, deal: Deal) -> Offer | None:
    step = recommendation(question, deal)
    if step is None or step.take is None:
        return None
    return Offer("none" if step.take == () else spelled(step.take), step.because)


def _missing(question: Question, value: object) -> Iterator[str]:
    """The fields of records that have no answer, are not optional and not said to be unknown."""
    for record in cast(tuple[Record, ...], value):
        for name, field in question.fields.items():
            if record.values.get(name, Missing.ABSENT) is Missing.ABSENT and not field.optional:
                yield f"{record.id}.{name}"


def _spelled(value: object) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return {one.id: _fields(one) for one in cast(tuple[Record, ...], value)}
    return spelled(cast(Value, value))


def _fields(record: Record) -> dict[str, Any]:
    return {name: spelled(value) for name, value in record.values.items()
            if not isinstance(value, Missing) and name != "period"}  # fmt: skip


def _by_question(faults: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    grouped: dict[str, tuple[Diagnostic, ...]] = {}
    for fault in faults:
        for name in {path.partition(".")[0] for path in fault.questions}:
            grouped[name] = (*grouped.get(name, ()), fault)
    return grouped


# --- clashes ----------------------------------------------------------------------------------


def _clashes(found: Iterable[Finding], deal: Deal) -> Iterator[Clash]:
    for finding in found:
        if finding.rule.severity == "block" and not finding.pending:
            yield Clash(finding, smallest_clash(finding, deal))


def smallest_clash(finding: Finding, deal: Deal) -> tuple[str, ...]:
    """The least set of answers that a rule still fires on; the oldest are kept the longest."""
    kept = [name for name in finding.questions if name in deal.answers.values]
    left = kept.copy()
    while left:  # a rule may fire again without an answer: then all are tried once more
        name = left.pop()
        fewer = [other for other in kept if other != name]
        if judge(finding.rule.when, _without(deal, set(finding.questions) - set(fewer))):
            kept, left = fewer, fewer.copy()
    return tuple(kept)


def _without(deal: Deal, names: set[str]) -> Deal:
    values = {name: value for name, value in deal.answers.values.items() if name not in names}
    answers: Answers = replace(deal.answers, values=values)
    return settle(deal.questionnaire, answers, unattended=False)
