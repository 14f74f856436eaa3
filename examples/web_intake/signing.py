"""A page that a named person signs: what it showed is written down with who and when, one part of
it or all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import Form
from examples.web_intake import did, shown
from examples.web_intake.questions import today
from examples.web_intake.start import deals, form_of

ALL = "all"


@dataclass(frozen=True, slots=True)
class Signing:
    """What is signed. `name` is that of the page and its template, `pressed` that of its buttons,
    `act` what a person does, `what` what was shown; `parts` are the paths that each button signs,
    `showed` is what the page shows, by path; `signed` is the form after it."""

    name: str
    pressed: str
    act: str
    what: str
    parts: Callable[[Form], Mapping[str, list[str]]]
    showed: Callable[[Form], dict[str, Any]]
    signed: Callable[[Form, list[str], str, str], Form]

    def page(self, reference: str) -> str:
        """What waits for a name."""
        return self._page(reference, form_of(reference))

    def sign(self, reference: str) -> Any:
        """Write down that a named person stands behind what the page showed."""
        form_of(reference)
        with deals().changing(reference) as (form, save):
            names, by = self._meant(form), request.form.get("by", "").strip()
            if not by:
                return self._page(reference, form, f"Enter who {self.act}s, as a title"), 422
            if request.form.get("seen") != shown.digest(self.showed(form)):
                says = f"What is {self.what} changed meanwhile. Read it again, then {self.act}"
                return self._page(reference, form, says), 409
            after = self.signed(form, names, by, today())
            if fault := next((one for one in after.faults if one not in form.faults), None):
                return self._page(reference, form, shown.message(fault, "")), 422
            did.remember(reference, form, after, self.name)
            save(after)
        return redirect(url_for(f"{self.name}.page", reference=reference), 303)

    def _meant(self, form: Form) -> list[str]:
        """What the button that was pressed signs."""
        pressed, parts = request.form.get(self.pressed, ""), self.parts(form)
        if pressed == ALL:
            return [path for paths in parts.values() for path in paths]
        return parts.get(pressed) or abort(404)

    def _page(self, reference: str, form: Form, error: str = "") -> str:
        return render_template(
            f"{self.name}.html", form=form, reference=reference, error=bool(error),
            errors={"by": error} if error else {}, sent=request.form,
            seen=shown.digest(self.showed(form)), back=url_for("start.tasks", reference=reference),
        )  # fmt: skip


def pages_of(signing: Signing) -> Blueprint:
    """The page, and what its buttons do."""
    pages = Blueprint(signing.name, __name__, url_prefix=f"/deal/<reference>/{signing.name}")
    pages.add_url_rule("", "page", signing.page)
    pages.add_url_rule("", "sign", signing.sign, methods=["POST"])
    return pages


# --- what a draft takes as recommended, confirmed by section --------------------------------------


def _sections(form: Form) -> dict[str, list[str]]:
    return {shown.slug(section): list(offers) for section, offers in form.recommended.items()}


def _offers(form: Form) -> dict[str, Any]:
    return {name: offer.answer for one in form.recommended.values() for name, offer in one.items()}


recommended = pages_of(Signing(
    "recommended", "section", "confirm", "recommended", _sections, _offers,
    lambda form, names, by, on: form.confirm(*names, by=by, on=on),
))  # fmt: skip


# --- what somebody else proposed, accepted one by one ---------------------------------------------


def _paths(form: Form) -> dict[str, list[str]]:
    return {one.path: [one.path] for one in form.proposed}


def _answers(form: Form) -> dict[str, Any]:
    return {one.path: [one.answer, one.whose] for one in form.proposed}


proposed = pages_of(Signing(
    "proposed", "answer", "accept", "proposed", _paths, _answers,
    lambda form, names, by, on: form.accept(*names, by=by, on=on),
))  # fmt: skip
