"""What somebody else proposed: shown with whose it is; accepted by a name, one or all."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import Form
from examples.web_intake import did, shown
from examples.web_intake.questions import today
from examples.web_intake.start import deals, form_of

pages = Blueprint("accepting", __name__, url_prefix="/deal/<reference>/proposed")
ALL = "all"


@pages.get("")
def page(reference: str) -> str:
    """Every answer that somebody proposed and nobody accepted, with whose it is."""
    return _page(reference, form_of(reference))


@pages.post("")
def accept(reference: str) -> Any:
    """Write down that a named person accepted what the page showed."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        names, by = _meant(form), request.form.get("by", "").strip()
        if not by:
            return _page(reference, form, {"by": "Enter who accepts, as a title"}), 422
        if request.form.get("seen") != shown.digest(_answers(form)):
            said = "What is proposed changed meanwhile. Read it again, then accept"
            return _page(reference, form, {"by": said}), 409
        after = form.accept(*names, by=by, on=today())
        if fault := next((one for one in after.faults if one not in form.faults), None):
            return _page(reference, form, {"by": shown.message(fault, "")}), 422
        did.remember(reference, form, after, "proposed")
        save(after)
    return redirect(url_for("accepting.page", reference=reference), 303)


def _meant(form: Form) -> list[str]:
    """The answer whose button was pressed, or all."""
    pressed, waiting = request.form.get("answer", ""), [one.path for one in form.proposed]
    if pressed == ALL:
        return waiting
    return [pressed] if pressed in waiting else abort(404)


def _answers(form: Form) -> dict[str, Any]:
    return {one.path: [one.answer, one.whose] for one in form.proposed}


def _page(reference: str, form: Form, errors: dict[str, str] | None = None) -> str:
    return render_template("proposed.html", form=form, reference=reference, errors=errors or {},
                           error=bool(errors), sent=request.form, seen=shown.digest(_answers(form)),
                           back=url_for("start.tasks", reference=reference))  # fmt: skip
