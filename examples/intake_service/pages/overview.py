"""The overview of a deal: its sections with counts, what warns, what waits, what can be taken."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template

from examples.intake_service.decisions import Standing, standing
from examples.intake_service.guard import looked_at
from examples.intake_service.seen import View
from examples.intake_service.service import service

pages = Blueprint("overview", __name__, url_prefix="/deals/<int:deal>")


@pages.get("")
def page(deal: int) -> str:
    """Where the deal stands, for the person who asks."""
    view = looked_at(deal)
    return render_template("overview.html", view=view, sections=sections_of(view),
                           standing=standing_of(view), others=waiting(view))  # fmt: skip


@pages.get("/revision")
def revision(deal: int) -> Any:
    """The number of the newest revision, for a page that keeps itself fresh."""
    return {"revision": looked_at(deal).deal.revision}


def standing_of(view: View) -> Standing:
    """What was reviewed and approved of a deal, and whether it still is."""
    return standing(view.deal, service().store.talk.decisions(view.deal.id))


def sections_of(view: View) -> dict[str, list[str]]:
    """The questions that a person is to answer, by section."""
    sections = {section: [one.question.id for one in view.form.inside(section)
                          if view.asks(one.question.id)]
                for section in view.form.section_names}  # fmt: skip
    return {section: names for section, names in sections.items() if names}


def waiting(view: View) -> list[str]:
    """The questions that wait for the other of the two sides, for the firm to see."""
    if not view.person.is_of_the_firm:
        return []
    return [name for name, one in view.form.asked.items() if one.state.value == "open"
            and (not view.asks(name) or len(view.missing(name)) < len(one.missing))]  # fmt: skip
