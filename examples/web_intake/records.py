"""A list of records: a hub that shows it grow, with add, change and remove."""

from __future__ import annotations

import json
import re
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import UNKNOWN, Form
from examples.web_intake import shown
from examples.web_intake.questions import about, asked_in, changed, following, moved_on, today
from examples.web_intake.start import deals, form_of

pages = Blueprint("records", __name__, url_prefix="/deal/<reference>/lists/<name>")


def list_in(form: Form, name: str) -> Any:
    """The question of a list in play; a page that says so for any other name."""
    question = asked_in(form, name).question
    return question if question.kind.sort.value == "list" else abort(404)


@pages.get("")
def hub(reference: str, name: str) -> str:
    """The list as it stands."""
    form = form_of(reference)
    list_in(form, name)
    return _hub(reference, form, name)


def _hub(reference: str, form: Form, name: str, error: str = "") -> str:
    asked = form.asked[name]
    lacking = {id: [f for f in asked.question.fields if f"{id}.{f}" in asked.missing
                    or form.faults_of(f"{name}.{id}.{f}")]
               for id in shown.records(form, name)}  # fmt: skip
    return render_template(
        "hub.html", form=form, reference=reference, name=name, question=asked.question,
        lacking=lacking, error=error, caption=shown.place(form, name), about=about(form, name),
        to=request.values.get("to", ""), new=new_id(form, name),
        back=url_for("checking.section", reference=reference,
                     section=shown.slug(asked.question.section)),
    )  # fmt: skip


def new_id(form: Form, name: str) -> str:
    """An id that nothing in the deal has used; it says nothing of the answers."""
    one = form.library.questionnaire.questions[name].kind.one.replace("_", "-")
    used = re.findall(rf"\b{one}-(\d{{1,6}})\b", json.dumps(dict(form.data)))
    return f"{one}-{max(map(int, used), default=0) + 1}"


@pages.post("")
def done(reference: str, name: str) -> Any:
    """The list is done, has no records, or is not known yet."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        question, after = list_in(form, name), form
        there = shown.records(form, name)
        if request.form.get("do") in ("none", "unknown") and not there:
            value = UNKNOWN if request.form["do"] == "unknown" else "none"
            after = form.answer({name: value}, on=today(), how="typed")
        elif not there and after.asked[name].state.value == "open":
            return _hub(reference, form, name, f"Add a {question.kind.one.replace('_', ' ')}"), 422
        faults, missing = after.faults_of(name), after.asked[name].missing
        if faults or missing:
            told = shown.message(faults[0], name) if faults else "Answer what is still missing"
            return _hub(reference, form, name, told), 422
        save(after)
    return redirect(following(reference, form, after, name), 303)


@pages.get("/<id>")
def record(reference: str, name: str, id: str) -> str:
    """The answers of one record, each with a Change link."""
    form = form_of(reference)
    question = list_in(form, name)
    if id not in shown.records(form, name):
        abort(404)
    return render_template("record.html", form=form, reference=reference, name=name,
                           question=question, id=id)  # fmt: skip


@pages.get("/<id>/remove")
def ask_remove(reference: str, name: str, id: str) -> str:
    """What removing a record would leave behind."""
    form = form_of(reference)
    list_in(form, name)
    if id not in shown.records(form, name):
        abort(404)
    after = without(form, name, id)
    hurt = {path.partition(".")[0] for fault in after.faults for path in fault.questions}
    names = [one for one in form.asked if one in hurt and one != name]
    return render_template("remove.html", form=form, reference=reference, name=name, id=id,
                           names=names)  # fmt: skip


@pages.post("/<id>/remove")
def remove(reference: str, name: str, id: str) -> Any:
    """Remove a record; a second press changes nothing."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        list_in(form, name)
        if id in shown.records(form, name):
            save(without(form, name, id))
    return redirect(url_for("records.hub", reference=reference, name=name), 303)


def without(form: Form, name: str, id: str) -> Form:
    """The form without a record; a list that loses its last one is open again."""
    left = {other: one for other, one in shown.records(form, name).items() if other != id}
    return form.answer({name: left or None}, on=today(), how="typed")


# --- the fields of a record -------------------------------------------------------------------


@pages.get("/<id>/<field>")
def show(reference: str, name: str, id: str, field: str) -> str:
    """One question about one record, which may be a new one."""
    form = form_of(reference)
    _check(form, name, id, field)
    return _page(reference, form, name, id, field)


@pages.post("/<id>/<field>")
def answer(reference: str, name: str, id: str, field: str) -> Any:
    """Save one answer about a record and go on to its next question."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        question, path = _check(form, name, id, field), f"{name}.{id}.{field}"
        now = shown.records(form, name).get(id, {}).get(field)
        after, error = changed(form, question.fields[field], path)
        if not error and moved_on(now, after, path):
            told = shown.in_words(form, question.fields[field], now)
            error = f"This answer changed meanwhile. It is now: {told}. " \
                    "Press Continue to save yours in its place"  # fmt: skip
            return _page(reference, form, name, id, field, error), 409
        if error:
            return _page(reference, form, name, id, field, error), 422
        save(after)
    return redirect(_next(reference, after, name, id, field), 303)


def _check(form: Form, name: str, id: str, field: str) -> Any:
    question = list_in(form, name)
    known = id in shown.records(form, name) or id == new_id(form, name)
    return question if known and field in question.fields else abort(404)


def _next(reference: str, after: Form, name: str, id: str, field: str) -> str:
    """The next question of the record without an answer; then the record's hub."""
    if request.form.get("to") == "record":
        return url_for("records.record", reference=reference, name=name, id=id)
    fields = list(after.asked[name].question.fields)
    given = shown.records(after, name).get(id, {})
    unknown = after.data.get("unknown", ())
    for later in fields[fields.index(field) + 1 :]:
        if later not in given and f"{name}.{id}.{later}" not in unknown:
            return url_for("records.show", reference=reference, name=name, id=id, field=later)
    return url_for("records.hub", reference=reference, name=name)


def _page(reference: str, form: Form, name: str, id: str, field: str, error: str = "") -> str:
    question, path = form.asked[name].question.fields[field], f"{name}.{id}.{field}"
    now = shown.records(form, name).get(id, {}).get(field)
    faults = form.faults_of(path)
    called = shown.name_of(form, name, id)
    return render_template(
        "question.html", form=form, reference=reference, question=question, offer=None, now=now,
        name=field, unknown=path in form.data.get("unknown", ()), caption=called,
        error=error or (shown.message(faults[0], path) if faults else ""),
        seen=shown.digest(now), sent=request.form if error else None,
        to=request.values.get("to", ""), about=[],
        back=url_for("records.hub", reference=reference, name=name),
    )  # fmt: skip
