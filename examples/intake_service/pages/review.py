"""Review and approval: what keeps the gate closed, settled by name; then a named person's word."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import Form, Refused, override
from examples.intake_service import decisions, shown
from examples.intake_service.guard import looked_at
from examples.intake_service.pages.overview import standing_of
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.store import Repeated

pages = Blueprint("review", __name__, url_prefix="/deals/<int:deal>/review")
MEANWHILE = "Somebody changed the deal meanwhile. Read it again, then decide"


@pages.get("")
def page(deal: int) -> Any:
    """What stands between the deal and its approval."""
    return _page(looked_at(deal, "read"))


@pages.post("")
def decide(deal: int) -> Any:
    """Review, override, or approve."""
    view, do = looked_at(deal, "read"), request.form.get("do", "")
    if do not in ("review", "override", "approve"):
        abort(400)
    if request.form.get("revision") != str(view.deal.revision):
        return _page(view, {"do": MEANWHILE}, 409)
    try:
        error = {"review": _review, "override": _override, "approve": _approve}[do](view)
    except Repeated:
        error = {}
    except Refused as refused:
        return _page(view, {"do": "; ".join(map(shown.message, refused.diagnostics))}, 422)
    return _page(view, error, 422) if error else redirect(url_for("review.page", deal=deal), 303)


def _review(view: View) -> dict[str, str]:
    looked_at(view.deal.id, "review")
    return {} if decisions.review(service(), view) else {"do": MEANWHILE}


def _override(view: View) -> dict[str, str]:
    """What closes the gate, all of one rule, overridden by name with a reason."""
    looked_at(view.deal.id, "keep")
    what, by, reason = (request.form.get(key, "").strip() for key in ("what", "by", "reason"))
    made = override(what, by, service().today, " ".join(reason.split()))
    entry = {"what": made.what, "by": made.by, "on": made.on, "reason": made.reason}

    def change(form: Form) -> Form:
        overrides = form.data.get("overrides", ())
        there = any(one["what"] == what for one in overrides)
        return form if there else form.made({**form.data, "overrides": [*overrides, entry]})

    act = service().act(view.person, f"overrode {what} for {by}")
    service().save(view.deal.id, change, act, request.form.get("once", ""))
    return {}


def _approve(view: View) -> dict[str, str]:
    if view.person.part not in service().settings.approvers:
        abort(403, f"The part of {view.person.part.called} may not approve.")
    draft = service().draft(view.form.data)
    disclosed = decisions.printed_private(view, draft)
    if disclosed and not request.form.get("disclose"):
        return {"disclose": "Select that these answers may be read by whoever gets the file"}
    done = decisions.approve(service(), view, draft, disclosed)
    return {} if done else {"do": MEANWHILE}


def _page(view: View, errors: dict[str, str] | None = None, code: int = 200) -> Any:
    try:
        draft = service().draft(view.form.data)
    except Refused as refused:
        return refused_page(view, refused)
    kinds: dict[str, list[Any]] = {}
    for one in decisions.closed(service(), draft):
        kinds.setdefault(one.rule, []).append(one)
    page = render_template(
        "review.html", view=view, kinds=kinds, standing=standing_of(view), tally=draft.tally,
        private=decisions.printed_private(view, draft), errors=errors or {}, error=bool(errors),
        sent=request.form, may_approve=view.person.part in service().settings.approvers,
    )  # fmt: skip
    return page, code


def refused_page(view: View, refused: Refused) -> Any:
    """Why there is no draft yet, each fault with the question to answer."""
    faults = [(one, next((name for path in one.questions
                          if view.asks(name := path.partition(".")[0])), ""))
              for one in refused.diagnostics]  # fmt: skip
    return render_template("refused.html", view=view, faults=faults), 422
