"""Another agreement for the same answers: what it does not ask is set aside, and kept."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for

from drafter import Form
from examples.web_intake import did
from examples.web_intake.start import deals, form_of

pages = Blueprint("precedent", __name__, url_prefix="/deal/<reference>/agreement")


@pages.get("")
def show(reference: str) -> str:
    """The agreements to choose from, and the one that is chosen."""
    return _page(reference, form_of(reference))


@pages.post("")
def choose(reference: str) -> Any:
    """Choose; the task list tells what it did."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        chosen = request.form.get("answer", "")
        if chosen not in form.library.precedents:
            return _page(reference, form, "Select which agreement you need"), 422
        after = form.choose(chosen)
        did.remember(reference, form, after, form.library.precedents[chosen].title)
        save(after)
    return redirect(url_for("start.tasks", reference=reference), 303)


def _page(reference: str, form: Form, error: str = "") -> str:
    return render_template("precedent.html", form=form, reference=reference, error=error,
                           precedents=form.library.precedents,
                           back=url_for("start.tasks", reference=reference))  # fmt: skip
