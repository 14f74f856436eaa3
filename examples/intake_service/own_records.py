"""Lists that both sides fill, each its own records: the row of its party, and what names it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drafter import Form
from examples.intake_service.parts import Part

PARTIES = "parties"


def party_field(question: Any) -> str:
    """The first field of a list that names a party: it says whose a record is. Empty where there
    is none."""
    fields = question.fields.items()
    return next((name for name, one in fields if one.kind.of == PARTIES), "")


def may_be_filled_by_each(question: Any) -> bool:
    """Whether each side can fill its own records of a list: those of the parties, and lists whose
    records name a party."""
    return question.id == PARTIES or bool(party_field(question))


def side_of(form: Form, theirs: Iterable[str], name: str, id: str) -> Part | None:
    """Whose record it is; None of one that is not there yet, which either may add. A party is
    added by the firm."""
    question = form.library.questionnaire.questions[name]
    record = form.words.records(name).get(id)
    if name != PARTIES and record is None:
        return None
    party = id if name == PARTIES else (record or {}).get(party_field(question))
    return Part.OTHER_SIDE if party in theirs else Part.REQUESTER
