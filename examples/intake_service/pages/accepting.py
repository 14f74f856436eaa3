"""What somebody else proposed: shown with whose it is; accepted by a name, one or all."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import Form
from examples.intake_service import shown
from examples.intake_service.fields import digest
from examples.intake_service.guard import looked_at
from examples.intake_service.pages.confirming import Changed
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.store import Repeated
from examples.intake_service.told import remember

pages = Blueprint("accepting", __name__, url_prefix="/deals/<int:deal>/proposed")
ALL = "all"


@pages.get("")
def page(deal: int) -> str:
    """Every answer that somebody proposed and nobody accepted, with whose it is."""
    return _page(looked_at(deal, "confirm"), {})


@pages.post("")
def accept(deal: int) -> Any:
    """Write down that a named person accepted what the page showed."""
    view = looked_at(deal, "confirm")
    names, by = _meant(view), request.form.get("by", "").strip()
    if not by or not by.isprintable():
        return _page(view, {"by": "Enter who accepts, as a name or title"}), 422
    if request.form.get("seen") != digest(_answers(view)):
        return _page(view, {"by": MEANWHILE}), 409
    try:
        act = service().act(view.person, f"accepted for {by}", tuple(names))
        service().save(deal, accepting(view, names, by), act, request.form.get("once", ""))
    except Repeated:
        return redirect(url_for("accepting.page", deal=deal), 303)
    except Changed:
        return _page(looked_at(deal), {"by": MEANWHILE}), 409
    remember(view, looked_at(deal), tuple(one.partition(".")[0] for one in names))
    return redirect(url_for("accepting.page", deal=deal), 303)


MEANWHILE = "What is proposed changed meanwhile. Read it again, then accept"


def accepting(view: View, names: list[str], by: str) -> Any:
    """The change that accepts these answers as this person saw them."""
    showed = _answers(view)

    def change(form: Form) -> Form:
        now = {one.path: [one.answer, one.whose] for one in form.proposed}
        if any(now.get(name) != showed[name] for name in names):
            raise Changed
        return form.accept(*names, by=by, on=service().today)

    return change


def mine(view: View) -> list[str]:
    """The proposed answers to questions that this person answers."""
    part, sharing = view.person.part, view.sharing
    parted = {one.path: one.path.split(".", 2) for one in view.form.proposed}
    return [path for path, (name, *inside) in parted.items() if sharing.asks(part, name)
            and (not inside or sharing.has(part, view.form, name, inside[0]))]  # fmt: skip


def _meant(view: View) -> list[str]:
    """The answer whose button was pressed, or all that this person may accept."""
    pressed, waiting = request.form.get("answer", ""), mine(view)
    if pressed == ALL and waiting:
        return waiting
    return [pressed] if pressed in waiting else abort(404)


def _answers(view: View) -> dict[str, Any]:
    return {one.path: [one.answer, one.whose] for one in view.form.proposed}


def _page(view: View, errors: dict[str, str]) -> str:
    return render_template("proposed.html", view=view, mine=mine(view), errors=errors,
                           error=bool(errors), sent=request.form, slug=shown.slug,
                           seen=digest(_answers(view)))  # fmt: skip
