"""Check the answers, see what clashes, and take the draft away."""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, Response, abort, current_app, redirect, render_template, url_for

from drafter import Form, Refused
from examples.web_intake import shown
from examples.web_intake.start import deals, form_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
pages = Blueprint("checking", __name__, url_prefix="/deal/<reference>")


@pages.get("/sections/<section>")
def section(reference: str, section: str) -> str:
    """The answers of one section."""
    form = form_of(reference)
    named = [one for one in form.section_names if shown.slug(one) == section] or abort(404)
    return render_template("section.html", form=form, reference=reference, section=named[0])


@pages.get("/check")
def check(reference: str) -> str:
    """Every answer, what warns, and what is set aside."""
    form, style = form_of(reference), current_app.extensions["style"]
    told = [shown.message(one, "") for one in style.told] if style else []
    return render_template("check.html", form=form, reference=reference, tally=_tally(form),
                           of_style=told)  # fmt: skip


@pages.get("/clash")
def clash(reference: str) -> Any:
    """The answers that cannot stand together; back to the task list where all can."""
    form = form_of(reference)
    if not form.clashes:
        return redirect(url_for("start.tasks", reference=reference), 303)
    return render_template("clash.html", form=form, reference=reference)


@pages.get("/draft.docx")
def draft(reference: str) -> Any:
    """The agreement as a Word file."""
    return _made(
        form_of(reference), reference, "draft.docx", WORD,
        lambda agreement: agreement.to_docx(current_app.extensions["style"]),
    )  # fmt: skip


@pages.get("/decision-record.json")
def record(reference: str) -> Any:
    """Why each clause is in, as plain data."""
    return _made(
        form_of(reference), reference, "decision-record.json", "application/json",
        lambda agreement: json.dumps(agreement.report(), ensure_ascii=False, indent=1).encode(),
    )  # fmt: skip


def _made(form: Form, reference: str, name: str, kind: str, make: Any) -> Any:
    try:
        made = make(deals().library.draft(form.data))
    except Refused as refused:
        if form.clashes:
            return redirect(url_for("checking.clash", reference=reference), 303)
        faults = [(one, _first(form, one.questions)) for one in refused.diagnostics]
        page = render_template("refused.html", form=form, reference=reference, faults=faults)
        return page, 422
    return Response(made, mimetype=kind,
                    headers={"Content-Disposition": f'attachment; filename="{name}"'})  # fmt: skip


def _tally(form: Form) -> str:
    """What a draft would rest on, counted; nothing where it cannot be made yet."""
    try:
        return deals().library.draft(form.data).tally.as_text()
    except Refused:
        return ""


def _first(form: Form, paths: tuple[str, ...]) -> str:
    """The question of a fault that can be answered now."""
    names = (path.partition(".")[0] for path in paths)
    return next((name for name in names if name in form.asked), "")
