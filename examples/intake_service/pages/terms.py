"""Special terms: clauses of this deal alone, in the parties' own words, written by the firm. The
library judges each field; a page only says where the fault stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for

from drafter import Form, Refused
from examples.intake_service.fields import digest
from examples.intake_service.guard import looked_at
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.shown import message
from examples.intake_service.store import Repeated
from examples.intake_service.told import remember

pages = Blueprint("terms", __name__, url_prefix="/deals/<int:deal>/special-terms")
FIELDS = ("heading", "text", "place", "clause", "by", "reason")
WANTED = {
    "heading": "Enter a heading for the clause",
    "text": "Enter the text of the clause",
    "place": "Select whether it follows a clause or stands instead of one",
    "clause": "Select the clause",
    "reason": "Enter why the deal needs it",
}


class Changed(Exception):
    """Somebody changed or removed the clause that a page showed."""


@pages.get("")
def page(deal: int) -> Any:
    """The special terms of a deal, and a place to write one; `term` counts which is changed."""
    view = looked_at(deal, "confirm")
    ids, place = list(view.form.words.special_terms), request.args.get("term", "")
    id = ids[int(place) - 1] if place.isdecimal() and 1 <= int(place) <= len(ids) else ""
    return _page(view, id, _shown(view.form.words.special_terms.get(id, {})))


@pages.post("")
def save(deal: int) -> Any:
    """Add, change or remove a special term; say at each field what cannot stand."""
    view = looked_at(deal, "confirm")
    id, removes = request.form.get("term", ""), request.form.get("do") == "remove"
    sent = {key: request.form.get(key, "").replace("\r\n", "\n").strip() for key in FIELDS}
    errors = {} if removes else _faults(view.form, id, sent)
    if errors:
        return _page(view, id, sent, errors), 422

    def change(form: Form) -> Form:
        if id and digest(form.words.special_terms.get(id)) != request.form.get("seen"):
            raise Changed
        return form.drop_term(id) if removes else form.put_term(_spelled(sent), id)

    did = "removed a special term" if removes else "wrote a special term"
    try:
        service().save(deal, change, service().act(view.person, did), request.form.get("once", ""))
    except Repeated:
        return redirect(url_for("terms.page", deal=deal), 303)
    except Changed:
        now = looked_at(deal)
        says = {"heading": "This clause changed meanwhile. Look at it below, then save again"}
        there = id if id in now.form.words.special_terms else ""
        return _page(now, there, sent, says), 409
    remember(view, looked_at(deal), ())
    return redirect(url_for("terms.page", deal=deal), 303)


def _faults(form: Form, id: str, sent: dict[str, str]) -> dict[str, str]:
    """What is missing, and what the library refuses of a term, by the field of the page."""
    if sent["place"] not in ("after", "replaces"):
        sent["place"] = ""
    missing = {key: says for key, says in WANTED.items() if not sent[key]}
    if missing:
        return missing
    after = form.put_term(_spelled(sent), id)
    own = id or list(after.words.special_terms)[-1]
    return dict(_refused(after, own))


def _refused(form: Form, id: str) -> Iterator[tuple[str, str]]:
    """What the library refuses of one special term, its place a field of the page."""
    places = {"after": "clause", "replaces": "clause", "": "clause"}
    at: Any = {("special_terms", id, key): places.get(key, key)
               for key in ("heading", "text", "by", "reason", *places)}  # fmt: skip
    record = {"precedent": form.data["precedent"], "answers": {},
              "special_terms": {id: form.words.special_terms[id]}}  # fmt: skip
    library = service().library
    try:
        library.select(library.read(record, at))
    except Refused as refused:
        for one in refused.diagnostics:
            if str(one.place) in WANTED | {"by": ""}:
                yield str(one.place), message(one)


def _spelled(sent: dict[str, str]) -> dict[str, str]:
    """What was sent as an answers file has it."""
    term = {key: sent[key] for key in ("heading", "text", "by", "reason") if sent[key]}
    return term | {"after" if sent["place"] == "after" else "replaces": sent["clause"]}


def _shown(term: dict[str, str]) -> dict[str, str]:
    """A special term as the page has it."""
    place = next((key for key in ("after", "replaces") if term.get(key)), "")
    return {**dict.fromkeys(FIELDS, ""), **term, "place": place, "clause": term.get(place, "")}


def clauses(form: Form) -> Iterator[tuple[str, str]]:
    """The clauses of the agreement that have a heading, in order: id and heading."""
    for id in form.precedent.topics if form.precedent else ():
        if heading := form.library.topics[id].heading:
            yield id, heading


def _page(view: View, id: str, sent: dict[str, str], errors: dict[str, str] | None = None) -> str:
    now = view.form.words.special_terms
    return render_template("terms.html", view=view, terms=now, id=id, sent=sent,
                           errors=errors or {}, error=bool(errors), seen=digest(now.get(id)),
                           clauses=list(clauses(view.form)))  # fmt: skip
