"""Who reads which comments: they follow the answers that they are about."""

from __future__ import annotations

from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.store import Comment


def readable(view: View) -> list[Comment]:
    """The comments of a deal that a person may read, the oldest first: those on questions that a
    page of this person has, and for the other side none that is meant to stay in the house."""
    firm = view.person.is_of_the_firm
    said = service().store.talk.comments(view.deal.id)
    return [one for one in said if view.shows(one.question) and (firm or not one.inside)]
