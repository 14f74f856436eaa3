"""What a draft takes as recommended: confirmed by a name, a section or all; never a fact."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import Form
from examples.intake_service import shown
from examples.intake_service.fields import digest
from examples.intake_service.guard import looked_at
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.store import Repeated
from examples.intake_service.told import remember

pages = Blueprint("confirming", __name__, url_prefix="/deals/<int:deal>/recommended")
ALL = "all"


@pages.get("")
def page(deal: int) -> str:
    """Every answer that nobody gave and that a draft fills in, with the reason for each."""
    return _page(looked_at(deal, "confirm"), {})


@pages.post("")
def confirm(deal: int) -> Any:
    """Write down what the page showed, as taken by a named person."""
    view = looked_at(deal, "confirm")
    names, by = _meant(view), request.form.get("by", "").strip()
    if not by or not by.isprintable():
        return _page(view, {"by": "Enter who confirms, as a name or title"}), 422
    showed = request.form.get("seen")

    def change(form: Form) -> Form:
        if showed != digest(offers(view)) or any(one not in _flat(form) for one in names):
            raise Changed
        return form.confirm(*names, by=by, on=service().today)

    try:
        act = service().act(view.person, f"confirmed for {by}", tuple(names))
        service().save(deal, change, act, request.form.get("once", ""))
    except Repeated:
        return redirect(url_for("confirming.page", deal=deal), 303)
    except Changed:
        says = "What is recommended changed meanwhile. Read it again, then confirm"
        return _page(looked_at(deal), {"by": says}), 409
    remember(view, looked_at(deal), tuple(names))
    return redirect(url_for("confirming.page", deal=deal), 303)


class Changed(Exception):
    """What a page showed is not what stands now."""


def _meant(view: View) -> list[str]:
    """The questions of the section whose button was pressed, or of all."""
    pressed = request.form.get("section", "")
    sections = {shown.slug(one): list(named) for one, named in mine(view).items()}
    if pressed == ALL:
        return [name for names in sections.values() for name in names]
    return sections.get(pressed) or abort(404)


def mine(view: View) -> dict[str, dict[str, Any]]:
    """What is recommended of the questions that this person answers, by section."""
    sections = {section: {name: one for name, one in named.items()
                          if view.sharing.asks(view.person.part, name)}
                for section, named in view.form.recommended.items()}  # fmt: skip
    return {section: named for section, named in sections.items() if named}


def offers(view: View) -> dict[str, Any]:
    """What a page shows: the answer that is recommended for each question."""
    return {name: one.answer for named in mine(view).values() for name, one in named.items()}


def _flat(form: Form) -> set[str]:
    return {name for named in form.recommended.values() for name in named}


def _page(view: View, errors: dict[str, str]) -> str:
    seen = digest(offers(view))
    return render_template("recommended.html", view=view, sections=mine(view), errors=errors,
                           error=bool(errors), sent=request.form, seen=seen)  # fmt: skip
