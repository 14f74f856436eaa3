"""The agreement as it grows, as a page: beside each clause why it is in, and from which answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template

from drafter import Draft, Refused
from examples.intake_service.guard import looked_at
from examples.intake_service.pages.review import refused_page
from examples.intake_service.service import service

pages = Blueprint("preview", __name__, url_prefix="/deals/<int:deal>")


@dataclass(frozen=True, slots=True)
class Passage:
    """What one topic prints, and its entry in the record of why; nothing for what is no topic's."""

    topic: str
    elements: tuple[Any, ...]
    why: Any


@pages.get("/preview")
def page(deal: int) -> Any:
    """The agreement of the answers as they stand, as far as this person may know them."""
    view = looked_at(deal, "read")
    try:
        draft = service().draft(view.form.data)
    except Refused as refused:
        return refused_page(view, refused)
    return render_template("preview.html", view=view, passages=list(passages(draft)), draft=draft,
                           said=draft.summary())  # fmt: skip


@pages.get("/key-terms")
def key_terms(deal: int) -> Any:
    """The agreement in short: what each wording says in one plain sentence."""
    view = looked_at(deal, "read")
    try:
        draft = service().draft(view.form.data)
    except Refused as refused:
        return refused_page(view, refused)
    return render_template("key_terms.html", view=view, terms=list(summaries(draft)))


def passages(draft: Draft) -> Iterator[Passage]:
    """The agreement topic by topic, in reading order."""
    why = {one["topic"]: one for one in draft.report()["selection"]}
    topic, inside = "", []  # type: str, list[Any]
    for element in draft.document.elements:
        now = element.block.partition(".")[0]
        if now != topic and inside:
            yield Passage(topic, tuple(inside), why.get(topic))
            inside = []
        topic = now
        inside.append(element)
    yield Passage(topic, tuple(inside), why.get(topic))


def summaries(draft: Draft) -> Iterator[tuple[str, str]]:
    """The heading and the summary of each wording that has one."""
    chosen = draft.decision.selection.chosen
    for id, one in chosen.items():
        heading = draft.decision.selection.library.topics[id].heading
        if one.variant is not None and one.variant.front.summary and heading:
            yield heading, one.variant.front.summary
