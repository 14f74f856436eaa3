"""Proposed answers: words of somebody else's file, which stand in a draft and go nowhere until a
named person accepts them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from drafter.diagnostics import Diagnostic, refuse_errors
from drafter.intake.comparing import AnswersDifference, differences
from drafter.intake.model import Snapshot
from drafter.intake.patch import patched
from drafter.questionnaire.record import PROPOSED

F = TypeVar("F", bound=Snapshot)
_BESIDE = ("unknown", "confirmed", "given")  # what speaks of answers by their paths


class Proposals(NamedTuple):
    """What became of somebody's answers: the form with those that it lacked, marked as proposed;
    their questions, and fields of records as `list.record.field`; and what stands otherwise in the
    two, which stays as it was."""

    form: Any
    added: tuple[str, ...]
    otherwise: tuple[AnswersDifference, ...]


def with_proposals(form: F, record: Mapping[str, Any], signed: Mapping[str, str]) -> Proposals:
    """The form with the answers of another's record that it has none for, each marked as proposed.

    Raises `Refused` where one of them cannot be read, or cannot stand beside the others.
    """
    theirs = _read_beside(form, record)
    patch = dict(_lacking(form, theirs.data["answers"]))
    data = patched(form.data, patch, {**signed, "how": PROPOSED}, form.library.questionnaire)
    after = form.made(data)
    refuse_errors(_new(after, form))
    both = form.data["answers"].keys() & (record.get("answers") or {}).keys()
    found = (one for one in differences(form, theirs) if one.path.partition(".")[0] in both)
    said = (one for one in found if one.one.words != one.other.words)
    otherwise = tuple(one for one in said if one.path not in patch)
    return Proposals(after, tuple(patch), otherwise)


def _lacking(form: Snapshot, others: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What others answer and the form does not: questions, and fields of the records of both."""
    mine = form.data["answers"]
    for name, theirs in others.items():
        if name not in mine:
            yield name, theirs
        elif isinstance(theirs, Mapping) and isinstance(mine[name], Mapping):
            for id in (one for one in theirs if one in mine[name]):
                for field in (one for one in theirs[id] if one not in mine[name][id]):
                    yield f"{name}.{id}.{field}", theirs[id][field]


def _read_beside(form: F, record: Mapping[str, Any]) -> F:
    """The form of another's answers. They may be a part, such as one field of a record: what is no
    whole by itself is read together with what this form has.

    Raises `Refused` for what cannot be read that way either.
    """
    theirs = form.made({**record, "precedent": form.answers.precedent})
    if not theirs.faults:
        return theirs
    mine, given = form.data["answers"], record.get("answers") or {}
    answers = {**mine} | {name: _joined(mine.get(name), one) for name, one in given.items()}
    left = {key: one for key, one in theirs.data.items() if key not in _BESIDE}
    together = form.made({**left, "answers": answers})
    refuse_errors(_new(together, form))
    return together


def _joined(mine: Any, theirs: Any) -> Any:
    """Two lists of records as one, theirs first; of anything else, theirs."""
    whole = isinstance(mine, Mapping) and isinstance(theirs, Mapping)
    if not whole or not all(isinstance(one, Mapping) for one in (*mine.values(), *theirs.values())):
        return theirs
    return {id: {**mine.get(id, {}), **theirs.get(id, {})} for id in {**mine, **theirs}}


def _new(after: Snapshot, before: Snapshot) -> list[Diagnostic]:
    known = {(one.rule, one.says) for one in before.faults}
    return [one for one in after.faults if (one.rule, one.says) not in known]
