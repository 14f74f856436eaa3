"""Who is asked what, what is private, and the links: made, listed, revoked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for

from examples.intake_service.guard import looked_at
from examples.intake_service.own_records import PARTIES, may_be_filled_by_each
from examples.intake_service.pages.entry import name_faults
from examples.intake_service.parts import SIDES, Part
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.sharing import Sharing
from examples.intake_service.store import Deal

pages = Blueprint("sharing", __name__, url_prefix="/deals/<int:deal>")
MEANWHILE = "The deal changed meanwhile. Look again, then save"
ANSWERED = "Some of these questions are answered already. Select that the answers may be read"
EACH = "each"  # of a list: each side fills its own records
DAY = 24 * 60 * 60  # seconds


@pages.get("/sides")
def sides(deal: int) -> str:
    """Each question, the side that is asked it, and whether its answer is private."""
    return _sides(looked_at(deal, "share"))


@pages.post("/sides")
def share(deal: int) -> Any:
    """Save who is asked what; a question that the page had not stays as it is."""
    view = looked_at(deal, "share")
    if request.form.get("revision") != str(view.deal.revision):
        return _sides(view, MEANWHILE), 409
    chosen = _chosen(view)
    if says := _cannot_be(view, chosen):
        return _sides(view, says), 422
    opened = exposed(view, chosen)
    if opened and not request.form.get("disclose"):
        return _sides(view, ANSWERED, opened), 422
    act = service().act(view.person, "settled who is asked what", tuple(opened))
    if not service().store.deals.share(chosen, act):
        return _sides(looked_at(deal), MEANWHILE), 409
    return redirect(url_for("sharing.sides", deal=deal), 303)


def _chosen(view: View) -> Deal:
    """The deal with who is asked what as the page has it."""
    questions = view.form.library.questionnaire.questions
    asked_of, private, each = dict(view.deal.asked_of), set(view.deal.private), set(view.deal.each)
    for name in view.form.precedent.asks if view.form.precedent else ():
        side = request.form.get(f"side:{name}")
        if side in SIDES:
            asked_of[name] = Part(side)
        if side in SIDES or (side == EACH and may_be_filled_by_each(questions[name])):
            each = each | {name} if side == EACH else each - {name}
            private = private | {name} if f"private:{name}" in request.form else private - {name}
    theirs = [id for id in view.form.words.records(PARTIES) if f"theirs:{id}" in request.form]
    return replace(view.deal, asked_of=asked_of, private=tuple(private), each=tuple(each),
                   theirs=tuple(theirs))  # fmt: skip


def _cannot_be(view: View, chosen: Deal) -> str:
    """Why the sides cannot be as they were chosen; empty where they can."""
    after = Sharing(view.sharing.library, chosen)
    if any(after.is_private(name) for name in chosen.each):
        return "A list that each side fills is seen by both, so it cannot be private"
    if chosen.each and not chosen.theirs:
        return "Select which party is the other side’s: it fills the records of that party"
    return ""


def exposed(view: View, chosen: Deal) -> list[str]:
    """The answers that somebody would read who does not now: the side that is asked instead, the
    other side where a list is filled by each and more of its records are its own, or all of the
    firm where an answer of the other side is private no longer."""
    before, after = view.sharing, Sharing(view.sharing.library, chosen)
    other, own = Part.OTHER_SIDE, Part.REQUESTER
    more = set(chosen.theirs) - set(view.deal.theirs)
    return [name for name in view.deal.data["answers"]
            if (after.asks(other, name) and (not before.asks(other, name)
                                             or (more and name in chosen.each)))
            or (after.sees(own, name) and not before.sees(own, name))]  # fmt: skip


def _sides(view: View, error: str = "", opened: list[str] | None = None) -> str:
    questions, sections = view.form.library.questionnaire.questions, {}  # type: Any, dict[str, Any]
    for name in view.form.precedent.asks if view.form.precedent else ():
        sections.setdefault(questions[name].section, []).append(questions[name])
    parties = view.form.words.records(PARTIES)
    return render_template("sides.html", view=view, sections=sections, sides=SIDES, error=error,
                           opened=opened or [], sent=request.form, parties=list(parties), each=EACH,
                           PARTIES=PARTIES, by_each=may_be_filled_by_each)  # fmt: skip


@pages.get("/links")
def links(deal: int) -> str:
    """The links of a deal, without what opens them."""
    return _links(looked_at(deal, "share"))


@pages.post("/links")
def make(deal: int) -> Any:
    """Make a link, and show it once; or revoke one."""
    view = looked_at(deal, "share")
    revoked, name = request.form.get("revoke", ""), request.form.get("name", "").strip()
    if revoked:
        _revoke(view, revoked)
        return redirect(url_for("sharing.links", deal=deal), 303)
    part, errors = request.form.get("part", ""), name_faults(name)
    if part not in set(Part):
        errors["part"] = "Select the part"
    if errors:
        return _links(view, errors=errors), 422
    return _links(view, new_link(deal, Part(part), name, view))


def new_link(deal: int, part: Part, name: str, view: View) -> str:
    """What opens a new link."""
    expires = service().now + service().settings.link_days * DAY
    act = service().act(view.person, f"made a link for {name}, {part.called}")
    return service().store.links.new(deal, part, name, expires, act)


def _revoke(view: View, number: str) -> None:
    for one in service().store.links.of(view.deal.id):
        if str(one.id) == number:
            act = service().act(view.person, f"revoked the link of {one.name}")
            service().store.links.revoke(one.id, act)


def _links(view: View, made: str = "", errors: dict[str, str] | None = None) -> str:
    address = url_for("entry.ask", link=made, _external=True) if made else ""
    return render_template("links.html", view=view, links=service().store.links.of(view.deal.id),
                           made=address, parts=list(Part), errors=errors or {}, error=bool(errors),
                           sent=request.form, now=service().now)  # fmt: skip
