"""Accepting by JSON what somebody else proposed."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from flask import abort

from examples.intake_service.api.blueprint import api, body, refused, text
from examples.intake_service.api.writing import key
from examples.intake_service.guard import looked_at
from examples.intake_service.pages.accepting import MEANWHILE, accepting, mine
from examples.intake_service.pages.confirming import Changed
from examples.intake_service.service import service
from examples.intake_service.store import Repeated


@api.post("/deals/<int:deal>/acceptances")
def accept(deal: int) -> Any:
    """Accept proposed answers, as they were shown, by name."""
    view, data = looked_at(deal, "confirm"), body()
    by, showed = text(data, "by"), data.get("answers")
    waiting = {one.path: one.answer for one in view.form.proposed if one.path in mine(view)}
    if not isinstance(showed, dict) or not showed or set(showed) - set(waiting):
        abort(422, "`answers` has for each question the answer that was proposed to you.")
    if any(waiting[name] != one for name, one in showed.items()):
        return refused(409, "Changed", MEANWHILE)
    names = list(showed)
    try:
        with suppress(Repeated):
            act = service().act(view.person, f"accepted for {by}", tuple(names))
            service().save(deal, accepting(view, names, by), act, key())
    except Changed:
        return refused(409, "Changed", MEANWHILE)
    return {"revision": looked_at(deal).deal.revision, "saved": names}
