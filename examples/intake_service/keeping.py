"""Judging and saving what was sent as one step, however many save at the same moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from drafter import Form
from examples.intake_service.answering import Sent, changed
from examples.intake_service.fields import stands
from examples.intake_service.guard import looked_at
from examples.intake_service.seen import View
from examples.intake_service.service import TRIES, Crowded, service
from examples.intake_service.store import Repeated

Judge = Callable[[View], tuple[Sent, Callable[[Form], Form]]]


class Moved(Exception):
    """Somebody answered the same question after what was sent was judged."""


def kept(deal: int, judge: Judge, key: str) -> tuple[View, Sent]:
    """Judge what was sent, and save what can stand with what else is to be done to the form; again
    where somebody else answered one of the questions in between. Gives the deal before and what
    became of what was sent."""
    for _ in range(TRIES):
        view = looked_at(deal, "answer")
        sent, more = judge(view)
        try:
            _keep(view, sent, more, key)
        except Repeated:
            return view, Sent()
        except Moved:
            continue
        return view, sent
    raise Crowded


def _keep(view: View, sent: Sent, more: Callable[[Form], Form], key: str) -> None:
    signed = {"by": view.person.name, "on": service().today}

    def change(form: Form) -> Form:
        refuse_moved(view, form, sent.changes)
        return more(changed(form, sent.changes, signed))

    act = service().act(view.person, "answered", sent.questions)
    service().save(view.deal.id, change, act, key)


def refuse_moved(view: View, form: Form, changes: Mapping[str, Any]) -> None:
    """Raise `Moved` where a question stands otherwise now than when it was judged."""
    if any(stands(form, path) != stands(view.form, path) for path in changes):
        raise Moved
