"""The warnings of a deal: change an answer, or keep them all and say why."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import Form
from examples.web_intake import shown
from examples.web_intake.questions import today
from examples.web_intake.start import deals, form_of

pages = Blueprint("warnings", __name__, url_prefix="/deal/<reference>/warnings")


@pages.get("")
def page(reference: str) -> str:
    """The warnings that stand, and those that somebody keeps."""
    form = form_of(reference)
    return render_template("warnings.html", form=form, reference=reference, kept=kept(form),
                           back=url_for("start.tasks", reference=reference))  # fmt: skip


def kept(form: Form) -> list[tuple[Any, Any]]:
    """Each warning that somebody keeps, with the decision."""
    warned = {one.id: one for one in form.findings if one.rule.severity == "warn"}
    return [(warned[one.what], one) for one in form.answers.overrides if one.what in warned]


@pages.get("/<rule>")
def ask(reference: str, rule: str) -> str:
    """Who keeps the answers, and why."""
    form = form_of(reference)
    return _page(reference, form, _standing(form, rule))


@pages.post("/<rule>")
def keep(reference: str, rule: str) -> Any:
    """Keep a warning, or open it again."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        if request.form.get("do") == "reopen":
            save(form.reopen(rule))
            return redirect(url_for("warnings.page", reference=reference), 303)
        if rule in {one.what for one in form.answers.overrides}:  # pressed twice
            return redirect(url_for("warnings.page", reference=reference), 303)
        finding = _standing(form, rule)
        by, reason = (request.form.get(key, "").strip() for key in ("by", "reason"))
        errors = {key: says for key, word, says in (
            ("by", by, "Enter who decides, as a title"),
            ("reason", reason, "Enter why the answers are kept, in a sentence"),
        ) if not word}  # fmt: skip
        after = form if errors else form.keep(rule, by, today(), reason.replace("\r\n", "\n"))
        for fault in after.faults[len(form.faults) :]:
            errors["by" if ".by" in fault.says else "reason"] = shown.message(fault, "")
        if errors:
            return _page(reference, form, finding, errors), 422
        save(after)
    return redirect(url_for("warnings.page", reference=reference), 303)


def _standing(form: Form, rule: str) -> Any:
    return next((one for one in form.words.standing if one.id == rule), None) or abort(404)


def _page(reference: str, form: Form, finding: Any, errors: dict[str, str] | None = None) -> str:
    return render_template("keep.html", form=form, reference=reference, finding=finding,
                           errors=errors or {}, error=bool(errors), sent=request.form,
                           back=url_for("warnings.page", reference=reference))  # fmt: skip
