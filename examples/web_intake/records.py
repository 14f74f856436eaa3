"""A list of records: a hub that shows it grow, with add, change and remove.

An address counts the records: a short name would put an answer into it. What a page sends says
which record it showed, so that a list that changed meanwhile takes no answer for another.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import UNKNOWN, Form
from examples.web_intake import did, shown
from examples.web_intake.questions import asked_in, today, went_on
from examples.web_intake.start import deals, form_of

pages = Blueprint("records", __name__, url_prefix="/deal/<reference>/lists/<name>")


MOVED = "This list changed meanwhile, and your answer was not saved. Look at the list first"


def via() -> str:
    """Where the list was opened from, and leads back to when it is done."""
    return request.values.get("via", "")


def list_in(form: Form, name: str) -> Any:
    """The question of a list in play; a page that says so for any other name."""
    question = asked_in(form, name).question
    return question if question.kind.sort.has_records else abort(404)


def record_at(form: Form, name: str, place: int) -> str:
    """The id of a record by its place; a page that says so where there is none."""
    list_in(form, name)
    ids = list(form.words.records(name))
    return ids[place - 1] if 1 <= place <= len(ids) else abort(404)


# --- the list ---------------------------------------------------------------------------------


@pages.get("")
def hub(reference: str, name: str) -> str:
    """The list as it stands."""
    form = form_of(reference)
    list_in(form, name)
    return hub_page(reference, form, name)


def hub_page(reference: str, form: Form, name: str, error: str = "") -> str:
    """The page of a list."""
    question = form.asked[name].question
    lacking = {id: form.words.lacking(name, id) for id in form.words.records(name)}
    back = url_for("checking.section", reference=reference, section=shown.slug(question.section))
    return render_template(
        "hub.html", form=form, reference=reference, name=name, question=question, lacking=lacking,
        error=error, caption=shown.place(form, name), about=shown.about(form, name), back=back,
        to=request.values.get("to", ""), decides=form.words.decided_by(name),
        first=next(iter(question.fields)),
    )  # fmt: skip


@pages.post("")
def done(reference: str, name: str) -> Any:
    """The list is done, has no records, or is not known yet."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        question, after = list_in(form, name), form
        there = form.words.records(name)
        if request.form.get("do") in ("none", "unknown") and not there:
            value = UNKNOWN if request.form["do"] == "unknown" else "none"
            after = form.answer({name: value}, on=today(), how="typed")
        elif not there and after.asked[name].state.value == "open":
            return hub_page(
                reference, form, name, f"Add a {question.kind.one.replace('_', ' ')}"
            ), 422
        faults, missing = after.faults_of(name), after.asked[name].missing
        if faults or missing:
            told = shown.message(faults[0], name) if faults else "Answer what is still missing"
            return hub_page(reference, form, name, told), 422
        save(after)
    return went_on(reference, form, after, name)


# --- one record -------------------------------------------------------------------------------


@pages.get("/<int:place>")
def record(reference: str, name: str, place: int) -> str:
    """The answers of one record, each with a Change link."""
    form = form_of(reference)
    id, question = record_at(form, name, place), list_in(form, name)
    return render_template("record.html", form=form, reference=reference, name=name, place=place,
                           question=question, id=id, via=via())  # fmt: skip


@pages.get("/<int:place>/short-name")
def ask_short_name(reference: str, name: str, place: int) -> str:
    """What the answers file, and every answer that names it, call a record."""
    form = form_of(reference)
    return _short_name(reference, form, name, place, record_at(form, name, place))


@pages.post("/<int:place>/short-name")
def short_name(reference: str, name: str, place: int) -> Any:
    """Call a record otherwise; what names it names it still."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        id, wanted = record_at(form, name, place), request.form.get("answer", "").strip()
        if request.form.get("record") not in (id, wanted):
            return hub_page(reference, form, name, MOVED), 409
        try:
            save(form.rename_record(name, id, wanted))
        except ValueError as fault:
            error = shown.sentences(str(fault))
            return _short_name(reference, form, name, place, id, error), 422
    to = url_for("records.record", reference=reference, name=name, place=place, via=via() or None)
    return redirect(to, 303)


def _short_name(reference: str, form: Form, name: str, place: int, id: str, error: str = "") -> str:
    back = url_for("records.record", reference=reference, name=name, place=place,
                   via=via() or None)  # fmt: skip
    return render_template("short_name.html", form=form, reference=reference, name=name, id=id,
                           error=error, back=back, via=via(),
                           typed=request.form.get("answer", id))  # fmt: skip


@pages.get("/<int:place>/remove")
def ask_remove(reference: str, name: str, place: int) -> str:
    """What removing a record would leave behind."""
    form = form_of(reference)
    id = record_at(form, name, place)
    after = without(form, name, id)
    hurt = {path.partition(".")[0] for fault in after.faults for path in fault.questions}
    names = [one for one in form.asked if one in hurt and one != name]
    return render_template("remove.html", form=form, reference=reference, name=name, id=id,
                           place=place, names=names, via=via())  # fmt: skip


@pages.post("/<int:place>/remove")
def remove(reference: str, name: str, place: int) -> Any:
    """Remove the record that the page showed; a second press changes nothing."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        list_in(form, name)
        id = request.form.get("record", "")
        if id in form.words.records(name):
            after = without(form, name, id)
            did.remember(reference, form, after, name)
            save(after)
    return redirect(url_for("records.hub", reference=reference, name=name, to=via() or None), 303)


def without(form: Form, name: str, id: str) -> Form:
    """The form without a record; a list that loses its last one is open again."""
    left = {other: one for other, one in form.words.records(name).items() if other != id}
    return form.answer({name: left or None}, on=today(), how="typed")
