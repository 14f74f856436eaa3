"""What happened to a deal: who did what, when; questions, and never an answer."""

from __future__ import annotations

from flask import Blueprint, render_template

from examples.intake_service.guard import looked_at
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.store import Act

pages = Blueprint("history", __name__, url_prefix="/deals/<int:deal>/history")


@pages.get("")
def page(deal: int) -> str:
    """The acts on a deal, the newest first; the other side reads its own."""
    view = looked_at(deal)
    return render_template("history.html", view=view, acts=readable(view))


def readable(view: View) -> list[Act]:
    """The acts that a person may read."""
    acts = service().store.deals.acts(view.deal.id)
    return [one for one in acts if view.person.is_of_the_firm or one.part is view.person.part]
