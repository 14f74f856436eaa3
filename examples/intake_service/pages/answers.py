"""A section on one page: its questions with their fields, saved together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import Form
from examples.intake_service import shown
from examples.intake_service.answering import Sent, judged, left_out
from examples.intake_service.comments import readable
from examples.intake_service.fields import Field, Wrong
from examples.intake_service.guard import looked_at
from examples.intake_service.keeping import Moved, kept
from examples.intake_service.pages.overview import sections_of
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.told import remember

pages = Blueprint("answers", __name__, url_prefix="/deals/<int:deal>/sections")
TAKEN = "as recommended"  # as the form says it


@pages.get("/<section>")
def page(deal: int, section: str) -> str:
    """The questions of a section that this person answers."""
    view = looked_at(deal)
    return section_page(view, _named(view, section))


@pages.post("/<section>")
def save(deal: int, section: str) -> Any:
    """Save what can stand; show the page again with what cannot, as it was typed."""
    view, sent = kept(deal, lambda view: _judged(view, section), request.form.get("once", ""))
    named, after = _named(view, section), looked_at(deal)
    remember(view, after, sent.questions, left_out(view, fields_of(view, named), request.form))
    if sent.wrong:
        code = 409 if all(one.is_conflict for one in sent.wrong.values()) else 422
        return section_page(after, named, sent), code
    return redirect(_onward(after, named, view), 303)


def _judged(view: View, section: str) -> tuple[Sent, Callable[[Form], Form]]:
    """What was sent of a section, the recommendation that was taken among it."""
    sent = judged(view, fields_of(view, _named(view, section)), request.form, shown.said)
    name = request.form.get("take", "")
    if not name or not view.asks(name) or not view.person.is_of_the_firm:
        return sent, lambda form: form
    if view.form.words.how_given(name) == TAKEN:  # pressed twice
        return sent, lambda form: form
    if view.form.asked[name].offer is None:
        gone = Wrong("That recommendation holds no longer. Select or enter an answer", (), True)
        return replace(sent, wrong={**sent.wrong, name: gone}), lambda form: form
    return replace(sent, taken=(name,)), lambda form: _took(view, form, name)


def _took(view: View, form: Form, name: str) -> Form:
    """The form with a recommendation taken on purpose, if it is the one that was shown."""
    asked = form.asked.get(name)
    if asked is None or asked.offer != view.form.asked[name].offer:
        raise Moved
    return form.take(name, by=view.person.name, on=service().today)


def _named(view: View, section: str) -> str:
    """The name of a section in play, by its address."""
    named = [one for one in sections_of(view) if shown.slug(one) == section]
    return named[0] if named else abort(404)


def fields_of(view: View, section: str) -> list[Field]:
    """The questions of a section; those that are sure to be asked, and those that may be."""
    return [Field(name, view.form.asked[name].question) for name in sections_of(view)[section]
            if not Field(name, view.form.asked[name].question).is_list]  # fmt: skip


def section_page(view: View, section: str, sent: Sent | None = None) -> str:
    """The page of a section, after what was sent to it if anything was."""
    wrong = sent.wrong if sent else {}
    sections = list(sections_of(view))
    names = sections_of(view)[section] if section in sections else []
    firm = view.person.is_of_the_firm  # a recommendation is advice to the firm
    offers = {name: one.offer for name in names if firm and (one := view.form.asked[name]).offer}
    return render_template(
        "section.html", view=view, section=section, names=names, wrong=wrong, offers=offers,
        posted=request.form if wrong else None, sections=sections, error=bool(wrong),
        comments=comments_by_question(view), about=about(view, names),
    )  # fmt: skip


def comments_by_question(view: View) -> dict[str, int]:
    """How many comments stand at each question."""
    found = [one.question for one in readable(view)]
    return {name: found.count(name) for name in found}


def about(view: View, names: list[str]) -> list[Any]:
    """The warnings that rest on some questions and that nobody keeps."""
    return [one for one in view.form.words.standing if set(names) & set(one.questions)]


def _onward(after: View, section: str, before: View) -> str:
    """This section again where it has questions that came into play or wait; else the next one."""
    sections = list(sections_of(after))
    came = set(after.form.asked) - set(before.form.asked)
    if request.form.get("do") == "stay" or section not in sections or (
        came & set(sections_of(after)[section])
    ):  # fmt: skip
        return url_for("answers.page", deal=after.deal.id, section=shown.slug(section))
    later = sections[sections.index(section) + 1 :]
    if not later:
        return url_for("overview.page", deal=after.deal.id)
    return url_for("answers.page", deal=after.deal.id, section=shown.slug(later[0]))
