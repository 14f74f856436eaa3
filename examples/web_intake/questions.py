"""One question a page: shown, answered, taken as recommended, checked on Continue."""

from __future__ import annotations

import time
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import UNKNOWN, Form
from examples.web_intake import did, posted, shown
from examples.web_intake.start import deals, form_of

pages = Blueprint("questions", __name__, url_prefix="/deal/<reference>/questions")
TAKEN = "as recommended"  # as the form says it


def today() -> str:
    """The day that stands beside an answer in the record."""
    return time.strftime("%Y-%m-%d", time.gmtime())


def question_of(form: Form, name: str) -> Any:
    """A question by its name, in play or not."""
    return form.library.questionnaire.questions[name]


def asked_in(form: Form, name: str) -> Any:
    """A question in play; a page that says so for any other name."""
    return form.asked.get(name) or abort(404)


@pages.get("/<name>")
def show(reference: str, name: str) -> Any:
    """A question; a list has its own pages."""
    form = form_of(reference)
    if not asked_in(form, name).question.kind.sort.has_records:
        return _page(reference, form, name)
    to = request.args.get("to")
    return redirect(url_for("records.hub", reference=reference, name=name, to=to), 303)


@pages.post("/<name>")
def answer(reference: str, name: str) -> Any:
    """Save an answer and go on; show the page again where it cannot be read."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        asked = asked_in(form, name)
        if asked.question.kind.sort.has_records:
            abort(404)
        if request.form.get("do") == "take":
            return _took(reference, form, save, name)
        try:
            after = changed(form, asked.question, name)
        except posted.NotAnAnswer as fault:
            return _page(reference, form, name, fault), 422
        if moved_on(form.data["answers"].get(name), after, name):
            return _page(reference, form, name, otherwise(shown.stands(form, name))), 409
        save(after)
    return went_on(reference, form, after, name)


def _took(reference: str, form: Form, save: Any, name: str) -> Any:
    try:
        after = form.take(name, on=today())
    except KeyError:
        if form.words.how_given(name) == TAKEN:  # pressed twice
            return redirect(following(reference, form, form, name), 303)
        fault = posted.NotAnAnswer("That recommendation no longer holds. Select or enter an answer")
        return _page(reference, form, name, fault), 409
    save(after)
    return went_on(reference, form, after, name)


def changed(form: Form, question: Any, path: str) -> Form:
    """The form with what was sent. Raises `NotAnAnswer` where it cannot be read or stand."""
    value = posted.read(request.form, form, question)
    if value is None and "." not in path:
        return form.leave_blank(path, on=today())
    after = form.answer({path: value}, on=today(), how="typed")
    faults = () if value is UNKNOWN else after.faults_of(path)
    if faults:
        raise posted.NotAnAnswer(shown.message(faults[0], path))
    return after


def moved_on(now: Any, after: Form, path: str) -> bool:
    """Whether somebody else answered since the page was made, and answered otherwise."""
    name, *inside = path.split(".")
    sent = after.data["answers"].get(name)
    for part in inside:
        sent = (sent or {}).get(part)
    return request.form.get("seen") != shown.digest(now) and sent != now


def otherwise(now: str) -> posted.NotAnAnswer:
    """That somebody else gave another answer meanwhile."""
    return posted.NotAnAnswer(f"This answer changed meanwhile. It is now: {now}. "
                              "Press Continue to save yours in its place")  # fmt: skip


def went_on(reference: str, before: Form, after: Form, name: str) -> Any:
    """On to the next page, which tells what the answer did."""
    did.remember(reference, before, after, name)
    return redirect(following(reference, before, after, name), 303)


def following(reference: str, before: Form, after: Form, name: str) -> str:
    """The next page: a clash, a question that the answer opened, where one came from, or the next
    question."""
    known = {one.finding.rule.id for one in shown.settled_clashes(before)}
    if any(one.finding.rule.id not in known for one in shown.settled_clashes(after)):
        return url_for("checking.clash", reference=reference)
    order, to = list(after.asked), request.form.get("to") or None
    waiting = [one for one in order if after.asked[one].state.value in ("open", "optional")]
    if to in (*RETURNS, "section"):
        waiting = [one for one in waiting if one not in before.asked]
    at = order.index(name) if name in order else 0
    later = [one for one in waiting if order.index(one) > at] or waiting
    if not later and to == "section":
        section = shown.slug(question_of(after, name).section)
        return url_for("checking.section", reference=reference, section=section)
    if not later:
        return url_for(RETURNS.get(to or "", "checking.check"), reference=reference)
    return url_for("questions.show", reference=reference, name=later[0], to=to)


RETURNS = {
    "check": "checking.check",
    "aside": "aside.page",
    "warnings": "warnings.page",
    "recommended": "recommended.page",
    "proposed": "proposed.page",
}


def _page(reference: str, form: Form, name: str, fault: posted.NotAnAnswer | None = None) -> str:
    asked = form.asked[name]
    wrong = shown.message(asked.faults[0], name) if asked.faults and not fault else ""
    now = form.data["answers"].get(name)
    back = url_for("checking.section", reference=reference,
                   section=shown.slug(asked.question.section))  # fmt: skip
    return render_template(
        "question.html", form=form, reference=reference, question=asked.question, offer=asked.offer,
        name=name, now=now, unknown=asked.state.value == "unknown", caption=shown.place(form, name),
        error=str(fault or wrong), readings=fault.readings if fault else (),
        seen=shown.digest(now), sent=request.form if fault else None,
        to=request.values.get("to", ""), about=shown.about(form, name), back=back,
        because=form.words.asked_because(name), decides=form.words.decided_by(name),
    )  # fmt: skip
