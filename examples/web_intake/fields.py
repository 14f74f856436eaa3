"""The questions about one record of a list, one a page; behind the last record comes a new one."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import Form
from examples.web_intake import did, posted, shown
from examples.web_intake.questions import changed, moved_on, otherwise
from examples.web_intake.records import MOVED, hub_page, list_in, via
from examples.web_intake.start import deals, form_of

pages = Blueprint("fields", __name__, url_prefix="/deal/<reference>/lists/<name>")


@pages.get("/<int:place>/<field>")
def show(reference: str, name: str, place: int, field: str) -> str:
    """One question about one record, which may be a new one."""
    form = form_of(reference)
    return _page(reference, form, name, place, field, _record(form, name, place, field))


@pages.post("/<int:place>/<field>")
def answer(reference: str, name: str, place: int, field: str) -> Any:
    """Save one answer about a record and go on to its next question."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        id = _record(form, name, place, field)
        question, path = form.asked[name].question.fields[field], f"{name}.{id}.{field}"
        now = form.words.records(name).get(id, {}).get(field)
        try:
            after = changed(form, question, path)
        except posted.NotAnAnswer as fault:
            return _page(reference, form, name, place, field, id, fault), 422
        sent = after.words.records(name)[id].get(field)
        if not _showed(request.form.get("record", ""), id, form.words.new_id(name)):
            if sent != now:
                return hub_page(reference, form, name, MOVED), 409
            after = form  # pressed twice
        if moved_on(now, after, path):
            fault = otherwise(shown.field_stands(form, name, id, field))
            return _page(reference, form, name, place, field, id, fault), 409
        named, _ = after.words.named(name, id)
        did.remember(reference, form, named, name, quiet=True)
        save(named)
    return redirect(_next(reference, after, name, place, id, field), 303)


def _showed(record: str, id: str, new: str) -> bool:
    """Whether the page showed this record: the same, or a new one where there is none yet."""
    return record == id or (not record and id == new)


def _record(form: Form, name: str, place: int, field: str) -> str:
    """The id of the record at a place; behind the last one, that of a new record."""
    question = list_in(form, name)
    ids = [*form.words.records(name), form.words.new_id(name)]
    if not 1 <= place <= len(ids) or field not in question.fields:
        abort(404)
    return ids[place - 1]


def _next(reference: str, after: Form, name: str, place: int, id: str, field: str) -> str:
    """The next question of the record without an answer; then the list."""
    whence = via() or None
    if request.form.get("to") == "record":
        return url_for("records.record", reference=reference, name=name, place=place, via=whence)
    fields = list(after.asked[name].question.fields)
    given, unknown = after.words.records(name).get(id, {}), after.data.get("unknown", ())
    for later in fields[fields.index(field) + 1 :]:
        if later not in given and f"{name}.{id}.{later}" not in unknown:
            return url_for("fields.show", reference=reference, name=name, place=place,
                           field=later, via=whence)  # fmt: skip
    return url_for("records.hub", reference=reference, name=name, to=whence)


def _page(
    reference: str, form: Form, name: str, place: int, field: str, id: str,
    fault: posted.NotAnAnswer | None = None,
) -> str:  # fmt: skip
    question, path = form.asked[name].question.fields[field], f"{name}.{id}.{field}"
    there = form.words.records(name)
    now = there.get(id, {}).get(field)
    faults = form.faults_of(path)
    wrong = shown.message(faults[0], path) if faults and not fault else ""
    return render_template(
        "question.html", form=form, reference=reference, question=question, offer=None, now=now,
        name=field, unknown=path in form.data.get("unknown", ()),
        caption=shown.called(form, name, id), error=str(fault or wrong),
        readings=fault.readings if fault else (), seen=shown.digest(now),
        sent=request.form if fault else None, record=id if id in there else "",
        to=request.values.get("to", ""), about=[], because=[], decides=[],
        back=url_for("records.hub", reference=reference, name=name, to=via() or None), via=via(),
    )  # fmt: skip
