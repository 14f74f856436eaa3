"""The record of a draft as plain data: what stands in it, why, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from drafter.agreement.assemble import Assembled
from drafter.agreement.tally import Tally
from drafter.consistency.finding import Finding
from drafter.kinds import spelled
from drafter.kinds.model import Missing
from drafter.questionnaire.record import ACCEPTED
from drafter.selection.aside import set_aside
from drafter.selection.deviation import deviations
from drafter.selection.explain import explain
from drafter.selection.explained import explained
from drafter.selection.explanation import Explanation
from drafter.selection.model import Selection
from drafter.selection.points import points


def report(
    selection: Selection,
    findings: Iterable[Finding],
    assembled: Assembled,
    approvals: list[dict[str, str]],
    counts: Tally,
    with_changes: bool = False,
) -> dict[str, Any]:
    """The record of a draft; `approvals` are those that it rests on."""
    deal, answers = selection.deal, selection.deal.answers
    return {
        "precedent": selection.precedent.id,
        **_meant_for(assembled),
        "counts": counts.as_data(),
        "library": selection.library.digest,
        "printed_words": assembled.edition.as_data(),
        "selection": [one.as_data() for one in _explanations(selection, with_changes)],
        "deviations": [one.as_data() for one in deviations(selection, with_changes)],
        "findings": [finding.as_data() for finding in findings],
        "recommended": list(_recommended(selection)),
        "proposed": list(_proposed(selection)),
        "accepted": list(_accepted(selection)),
        "assumed": [one.as_data(assembled.agreement.numbers) for one in assembled.assumed],
        "set_aside": list(set_aside(selection.precedent, deal)),
        "overrides": [_as_data(one) for one in answers.overrides],
        "approvals": approvals,
        "confirm": [one.as_data() for one in points(selection)],
        **_left_open(selection, assembled),
        "special_terms": [_as_data(one) for one in answers.special_terms],
        "definitions": list(assembled.terms),
    }


def _explanations(selection: Selection, with_changes: bool) -> Iterator[Explanation]:
    if with_changes:
        return (explain(selection, topic, with_changes=True) for topic in selection.chosen)
    return (explained(selection, topic) for topic in selection.chosen)


def _left_open(selection: Selection, assembled: Assembled) -> dict[str, Any]:
    """What is blank, what stands in brackets, what is not decided."""
    return {
        "blanks": _asked(assembled.blanks),
        "awaited": _asked(assembled.awaited),
        "open": list(_open(selection, assembled)),
    }


def _meant_for(assembled: Assembled) -> dict[str, Any]:
    agreement = assembled.agreement
    return {"purpose": agreement.purpose, "preview": agreement.is_preview}


def _open(selection: Selection, assembled: Assembled) -> Iterator[dict[str, Any]]:
    for id, one in selection.chosen.items():
        if one.is_open:
            yield {"topic": id, "possible": list(one.rows)}
    for id, rows in assembled.open_definitions.items():
        yield {"definition": id, "possible": list(rows)}


def _asked(questions: dict[str, str]) -> list[dict[str, str]]:
    return [{"question": name, "asks": asks} for name, asks in questions.items()]


def _as_data(value: Any) -> dict[str, str]:
    return {name: getattr(value, name) for name in value.__slots__ if getattr(value, name)}


def _proposed(selection: Selection) -> Iterator[dict[str, Any]]:
    """The answers that somebody proposed and nobody accepted, with whose they are."""
    given = selection.deal.answers.given
    for name in selection.deal.answers.proposed:
        yield {"question": name, "by": "", "on": "", **given.get(name, {})}


def _accepted(selection: Selection) -> Iterator[dict[str, Any]]:
    """The answers that somebody proposed, with who did and who accepted them."""
    for name, given in selection.deal.answers.given.items():
        if given.get("how") == ACCEPTED:
            yield {"question": name, **given}


def _recommended(selection: Selection) -> Iterator[dict[str, Any]]:
    deal = selection.deal
    for name, step in selection.recommended.items():
        value = deal.value(name)
        taken = "none" if isinstance(value, Missing) or value == () else spelled(value)
        yield {
            "question": name,
            "answer": taken,
            "because": step.because,
            "confirmed": name in deal.answers.confirmed,
        }
