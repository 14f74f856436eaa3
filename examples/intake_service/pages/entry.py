"""The way in: the list of deals for the firm, and the links for everybody else."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, session, url_for

from examples.intake_service.guard import signed_in, staff
from examples.intake_service.service import service
from examples.intake_service.store import LinkRefused

pages = Blueprint("entry", __name__)
LONGEST_NAME = 200


@pages.get("/healthz")
def health() -> Any:
    """Whether the service answers and its database can be read."""
    service().store.deals.revision(0)
    return {"is": "well"}


@pages.get("/")
def home() -> Any:
    """The deals by their names; without a signed-in person of the firm, those opened here."""
    words = request.args.get("words", "")
    if staff():
        found, count = service().store.deals.listed(words)
        known = service().library.clauses.precedents
        return render_template("deals.html", deals=found, count=count, words=words,
                               precedents=known, who=signed_in())  # fmt: skip
    opened = sorted(map(int, session.get("links", {})))
    if len(opened) == 1:
        return redirect(url_for("overview.page", deal=opened[0]), 303)
    return render_template("welcome.html", opened=opened)


@pages.post("/")
def start() -> Any:
    """A new deal, by somebody of the firm."""
    person = staff() or abort(404)
    name, precedent = request.form.get("name", "").strip(), request.form.get("precedent", "")
    known = service().library.clauses.precedents
    errors = name_faults(name) | ({} if precedent in known else
                                  {"precedent": "Select which agreement you need"})  # fmt: skip
    if errors:
        found, count = service().store.deals.listed()
        return render_template("deals.html", deals=found, count=count, words="", sent=request.form,
                               precedents=known, errors=errors, who=signed_in()), 422  # fmt: skip
    id = service().store.deals.new(name, precedent, service().act(person, "started the deal"))
    return redirect(url_for("overview.page", deal=id), 303)


def name_faults(name: str) -> dict[str, str]:
    """What is wrong with the name of a deal or a person, by the field."""
    if not name:
        return {"name": "Enter a name"}
    if len(name) > LONGEST_NAME or not name.isprintable():
        return {"name": f"Enter a name of one line, at most {LONGEST_NAME} characters"}
    return {}


@pages.get("/l/<link>")
def ask(link: str) -> Any:
    """A button; opening a link by itself does nothing, so that a mail scanner burns none."""
    try:
        found = service().store.links.opened(link, service().now)
    except LinkRefused as refused:
        abort(403, str(refused))
    return render_template("link.html", part=found.part)


@pages.post("/l/<link>")
def enter(link: str) -> Any:
    """Take the link into the session and go to a clean address."""
    try:
        found = service().store.links.opened(link, service().now)
    except LinkRefused as refused:
        abort(403, str(refused))
    session["links"] = {**session.get("links", {}), str(found.deal): found.id}
    return redirect(url_for("overview.page", deal=found.deal), 303)


@pages.post("/leave")
def leave() -> Any:
    """Forget every link in this browser."""
    session.clear()
    return redirect(url_for("entry.home"), 303)
