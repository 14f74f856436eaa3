"""The answers that are set aside: why, and how each comes back."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for

from examples.web_intake import did
from examples.web_intake.start import deals, form_of

pages = Blueprint("aside", __name__, url_prefix="/deal/<reference>/set-aside")


@pages.get("")
def page(reference: str) -> str:
    """Each answer that is kept and not used, with the answers that keep it out."""
    form = form_of(reference)
    asks = form.precedent.asks if form.precedent else ()
    because = {name: form.words.asked_because(name) if name in asks else []
               for name in form.set_aside}  # fmt: skip
    return render_template("aside.html", form=form, reference=reference, because=because,
                           asks=asks, back=url_for("start.tasks", reference=reference))  # fmt: skip


@pages.post("")
def discard(reference: str) -> Any:
    """Give up one answer that is set aside; one that came back meanwhile stays."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        name = request.form.get("answer", "")
        if name in form.set_aside:
            after = form.answer({name: None})
            did.remember(reference, form, after, name)
            save(after)
    return redirect(url_for("aside.page", reference=reference), 303)
