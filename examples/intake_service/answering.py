"""Answers of several people to one deal, put together question by question.

A page says of each question what it showed. What its reader left as it was never writes over what
somebody else answered meanwhile; where both changed one question, the second is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from werkzeug.datastructures import MultiDict

from drafter import Form
from examples.intake_service.fields import (
    BLANK,
    Field,
    Wrong,
    as_patch,
    digest,
    read,
    sentences,
    stands,
)
from examples.intake_service.own_records import party_field
from examples.intake_service.seen import View


@dataclass(frozen=True, slots=True)
class Sent:
    """What a page sent, judged: what is to change, what cannot be taken, and the questions that
    are settled by a button."""

    changes: Mapping[str, Any] = field(default_factory=dict)
    wrong: Mapping[str, Wrong] = field(default_factory=dict)
    taken: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that change."""
        changed = (path.partition(".")[0] for path in self.changes)
        return tuple(dict.fromkeys((*changed, *self.taken)))


Said = Callable[[Form, str], str]


def judged(view: View, fields: Iterable[Field], sent: MultiDict[str, str], said: Said) -> Sent:
    """What was sent about these fields, held against what the page showed and what stands now."""
    changes: dict[str, Any] = {}
    wrong: dict[str, Wrong] = {}
    for one in fields:
        shown = sent.get(f"seen:{one.path}")
        if shown is None or not view.asks(one.path):
            continue  # the page had not this question, or it is nobody's to answer here
        value, now = read(sent, view.form, one), stands(view.form, one.path)
        if isinstance(value, Wrong):
            wrong[one.path] = value
        elif value != now and digest(value) != shown:
            if digest(now) != shown:
                wrong[one.path] = _otherwise(said(view.form, one.path))
            else:
                changes[one.path] = value
    return _without_faults(view, changes, wrong)


def left_out(view: View, fields: Iterable[Field], sent: MultiDict[str, str]) -> list[str]:
    """The questions of a page that were answered on it and are asked no longer."""
    there, part = {one.path for one in fields}, view.person.part
    paths = [one.removeprefix("seen:") for one in sent if one.startswith("seen:")]
    gone = [path for path in paths if path not in there and path not in view.form.asked]
    return [
        path for path in gone if any(sent.getlist(f"a:{path}")) and view.sharing.asks(part, path)
    ]


def _otherwise(now: str) -> Wrong:
    says = f"Somebody answered this meanwhile. It is now: {now}"
    return Wrong(sentences(says, "Save again to put yours in its place"), (), True)


def _without_faults(view: View, changes: dict[str, Any], wrong: dict[str, Wrong]) -> Sent:
    """The changes that can stand; each that cannot is told where it was typed."""
    after = changed(view.form, changes, {}) if changes else view.form
    for path in list(changes):
        faults = after.faults_of(path)
        if faults and changes[path] not in (None, BLANK):
            says = faults[0].says.removeprefix(f"`{path}`: ")
            wrong[path] = Wrong(sentences(says, faults[0].cure))
            del changes[path]
    for path in _given_away(view, after, changes):
        wrong[path] = Wrong("Select a party of your own side: each side fills this list for itself")
        changes.pop(path, None)
    return Sent(changes, wrong)


def _given_away(view: View, after: Form, changes: Iterable[str]) -> list[str]:
    """The fields that say whose a record is, of records that would be somebody else's."""
    questions = view.form.library.questionnaire.questions
    records = dict.fromkeys(tuple(path.split(".")[:2]) for path in changes if "." in path)
    return [f"{name}.{id}.{party_field(questions[name])}" for name, id in records
            if not view.sharing.has(view.person.part, after, name, id)]  # fmt: skip


def changed(form: Form, changes: Mapping[str, Any], signed: Mapping[str, str]) -> Form:
    """The form after some changes; what is left blank is so on purpose."""
    patch: dict[str, Any] = {}
    for path, value in changes.items():
        patch |= as_patch(path, value)
    blank = [path for path, value in changes.items() if value == BLANK and "." not in path]
    after = form.answer(patch, **signed, how="typed") if patch else form
    return after.leave_blank(*blank, **signed) if blank else after
