"""What warns, what clashes and what is only explained; a warning is kept by name for a reason."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for

from drafter import Form, Refused, override
from examples.intake_service import shown
from examples.intake_service.guard import looked_at
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.store import Repeated

pages = Blueprint("warnings", __name__, url_prefix="/deals/<int:deal>/warnings")


@pages.get("")
def page(deal: int) -> str:
    """The warnings that stand, those that somebody keeps, the clashes and the notes."""
    return _page(looked_at(deal, "read"), {})


@pages.post("")
def keep(deal: int) -> Any:
    """Keep a warning, or open it again."""
    view = looked_at(deal, "keep")
    what, by, reason = (request.form.get(key, "").strip() for key in ("what", "by", "reason"))
    if request.form.get("do") == "reopen":
        _save(view, "opened again: " + what, lambda form: form.reopen(what))
        return redirect(url_for("warnings.page", deal=deal), 303)
    try:
        override(what, by, service().today, reason.replace("\r\n", " ").replace("\n", " "))
    except Refused as refused:
        says = ". ".join(map(shown.message, refused.diagnostics))
        return _page(view, {what: says}), 422

    def change(form: Form) -> Form:
        standing = {one.id for one in form.words.standing}
        return form.keep(what, by, service().today, reason) if what in standing else form

    _save(view, f"kept the warning {what} for {by}", change)
    return redirect(url_for("warnings.page", deal=deal), 303)


def _save(view: View, did: str, change: Any) -> None:
    try:
        act = service().act(view.person, did)
        service().save(view.deal.id, change, act, request.form.get("once", ""))
    except Repeated:
        return


def kept(form: Form) -> list[tuple[Any, Any]]:
    """Each warning that somebody keeps, with the decision."""
    warned = {one.id: one for one in form.findings if one.rule.severity == "warn"}
    return [(warned[one.what], one) for one in form.answers.overrides if one.what in warned]


def _page(view: View, errors: dict[str, str]) -> str:
    return render_template("warnings.html", view=view, kept=kept(view.form), errors=errors,
                           error=bool(errors), sent=request.form)  # fmt: skip
