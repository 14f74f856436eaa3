"""Comments on a question, to the others of the deal or to the firm alone."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from examples.intake_service.comments import readable
from examples.intake_service.guard import looked_at
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.store import Comment, Repeated

pages = Blueprint("talk", __name__, url_prefix="/deals/<int:deal>/comments")
LONGEST = 4000  # characters


@pages.get("/<name>")
def page(deal: int, name: str) -> str:
    """What was said about a question."""
    return _page(_at(deal, name), name)


@pages.post("/<name>")
def say(deal: int, name: str) -> Any:
    """Say something about a question."""
    view, text = _at(deal, name), request.form.get("text", "").replace("\r\n", "\n").strip()
    if error := fault_of(text):
        return _page(view, name, error), 422
    person = view.person
    inside = person.is_of_the_firm and request.form.get("to") != "all"
    with suppress(Repeated):  # pressed twice
        said = Comment(name, service().now, person.part, person.name, text, inside)
        service().store.talk.say(deal, said, request.form.get("once", ""))
    return redirect(url_for("talk.page", deal=deal, name=name), 303)


def fault_of(text: str) -> str:
    """What is wrong with the text of a comment; nothing where it can be kept."""
    if not text:
        return "Enter what you want to say"
    if len(text) > LONGEST:
        return f"Enter at most {LONGEST} characters; you sent {len(text)}"
    if any(not (one.isprintable() or one in "\n\t") for one in text):
        return "Take out the control characters: they cannot be shown"
    return ""


def _at(deal: int, name: str) -> View:
    """The deal, where this person has a page with the question."""
    view = looked_at(deal)
    there = name in view.form.library.questionnaire.questions and view.shows(name)
    return view if there else abort(404)


def _page(view: View, name: str, error: str = "") -> str:
    said = [one for one in readable(view) if one.question == name]
    return render_template("comments.html", view=view, name=name, said=said, error=error,
                           sent=request.form)  # fmt: skip
