"""The first pages: start a deal, and its task list."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for

from drafter import Form
from examples.web_intake.deals import Deals

pages = Blueprint("start", __name__)


def deals() -> Deals:
    """The deals of this application."""
    return current_app.extensions["deals"]  # type: ignore[no-any-return]


def form_of(reference: str) -> Form:
    """The form of a deal; a page that says so where there is none."""
    try:
        return deals().form(reference)
    except KeyError:
        abort(404)


@pages.get("/")
def home() -> Any:
    """The service begins at its start page."""
    return redirect(url_for("start.begin"), 303)


@pages.get("/start")
def begin() -> str:
    """What to have at hand, who sees what, and which agreement."""
    return render_template("start.html", precedents=deals().library.clauses.precedents)


@pages.post("/start")
def create() -> Any:
    """A new deal, and its link."""
    known, chosen = deals().library.clauses.precedents, request.form.get("answer", "")
    if chosen not in known:
        told = "Select which agreement you need"
        return render_template("start.html", precedents=known, error=told), 422
    if not current_app.extensions["beginnings"].may_begin(request.remote_addr or ""):
        abort(429)
    return redirect(url_for("start.tasks", reference=deals().new(chosen)), 303)


@pages.get("/deal/<reference>")
def tasks(reference: str) -> str:
    """The task list: the sections, each with its three counts."""
    return render_template("tasks.html", form=form_of(reference), reference=reference)
