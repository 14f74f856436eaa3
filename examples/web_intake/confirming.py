"""What a draft takes as recommended: shown by section; confirmed by a name, section or all."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import Form
from examples.web_intake import did, shown
from examples.web_intake.questions import today
from examples.web_intake.start import deals, form_of

pages = Blueprint("confirming", __name__, url_prefix="/deal/<reference>/recommended")
ALL = "all"


@pages.get("")
def page(reference: str) -> str:
    """Every answer that nobody gave and that a draft fills in, with the reason for each."""
    return _page(reference, form_of(reference))


@pages.post("")
def confirm(reference: str) -> Any:
    """Write down what the page showed, as taken by a named person."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        names, by = _meant(form), request.form.get("by", "").strip()
        if not by:
            return _page(reference, form, {"by": "Enter who confirms, as a title"}), 422
        if request.form.get("seen") != shown.digest(_answers(form)):
            said = "What is recommended changed meanwhile. Read it again, then confirm"
            return _page(reference, form, {"by": said}), 409
        after = form.confirm(*names, by=by, on=today())
        did.remember(reference, form, after, "recommended")
        save(after)
    return redirect(url_for("confirming.page", reference=reference), 303)


def _meant(form: Form) -> list[str]:
    """The questions of the section whose button was pressed, or of all."""
    pressed = request.form.get("section", "")
    sections = {shown.slug(section): list(offers) for section, offers in form.recommended.items()}
    if pressed == ALL:
        return [name for names in sections.values() for name in names]
    return sections.get(pressed) or abort(404)


def _answers(form: Form) -> dict[str, Any]:
    return {name: offer.answer for one in form.recommended.values() for name, offer in one.items()}


def _page(reference: str, form: Form, errors: dict[str, str] | None = None) -> str:
    return render_template("recommended.html", form=form, reference=reference, errors=errors or {},
                           error=bool(errors), sent=request.form, seen=shown.digest(_answers(form)),
                           back=url_for("start.tasks", reference=reference))  # fmt: skip
