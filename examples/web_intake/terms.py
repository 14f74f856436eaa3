"""Special terms: clauses of this deal alone, in the parties' own words, after a clause or instead
of one. The library judges each field; a page only says where the fault stands."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from drafter import Form, Refused
from examples.web_intake import shown
from examples.web_intake.start import deals, form_of

pages = Blueprint("terms", __name__, url_prefix="/deal/<reference>/special-terms")
_WANTED = {
    "heading": "Enter a heading for the clause",
    "text": "Enter the text of the clause",
    "place": "Select whether it follows a clause or stands instead of one",
    "clause": "Select the clause",
    "reason": "Enter why the deal needs it",
}


_GONE = "Somebody removed this clause meanwhile. Press Continue to add it again"


def term_at(form: Form, place: int) -> str:
    """The id of a special term by its place; a page that says so where there is none."""
    ids = list(form.words.special_terms)
    return ids[place - 1] if 1 <= place <= len(ids) else abort(404)


@pages.get("")
def page(reference: str) -> str:
    """The special terms of the deal."""
    return render_template("terms.html", form=form_of(reference), reference=reference,
                           back=url_for("start.tasks", reference=reference))  # fmt: skip


@pages.get("/<int:place>")
def show(reference: str, place: int) -> str:
    """One special term; behind the last one, an empty page for a new one."""
    form = form_of(reference)
    id = _id(form, place)
    return _page(reference, form, id, _shown(form.words.special_terms.get(id, {})))


@pages.post("/<int:place>")
def save_term(reference: str, place: int) -> Any:
    """Save a special term that the library takes; say at each field what it refuses."""
    form_of(reference)
    sent = {key: request.form.get(key, "").replace("\r\n", "\n").strip()
            for key in ("heading", "text", "place", "clause", "by", "reason")}  # fmt: skip
    if sent["place"] not in ("after", "replaces"):
        sent["place"] = ""
    with deals().changing(reference) as (form, save):
        id, now, term = request.form.get("term", ""), form.words.special_terms, _spelled(sent)
        if id and id not in now:
            return _page(reference, form, "", sent, {"heading": _GONE}), 409
        if term in now.values():  # pressed twice
            return redirect(url_for("terms.page", reference=reference), 303)
        if id and request.form.get("seen") != shown.digest(now[id]):
            return _page(reference, form, id, sent, {"heading": _otherwise(now[id])}), 409
        errors = {key: says for key, says in _WANTED.items() if not sent[key]}
        after = form.put_term(term, id)
        errors = errors or faults(form, after, id or list(after.words.special_terms)[-1])
        if errors:
            return _page(reference, form, id, sent, errors), 422
        save(after)
    return redirect(url_for("terms.page", reference=reference), 303)


def _otherwise(term: dict[str, str]) -> str:
    return (f"This clause changed meanwhile. It is now: {term['heading']}. {term['text']} "
            "Press Continue to save yours in its place")  # fmt: skip


FIELDS = {"heading": "heading", "text": "text", "by": "by", "reason": "reason",
          "after": "clause", "replaces": "clause", "": "clause"}  # fmt: skip


def faults(before: Form, form: Form, id: str) -> dict[str, str]:
    """What the library refuses of a changed special term, by the field of the page."""
    known = {one.says for one in _refused(before, id)}
    return {str(one.place): shown.message(one, f"special_terms.{id}.{one.place}")
            for one in _refused(form, id) if one.says not in known}  # fmt: skip


def _refused(form: Form, id: str) -> list[Any]:
    """What the library refuses of the special terms, its place a field of the page."""
    terms = form.words.special_terms
    at: Any = {("special_terms", id, key): field for key, field in FIELDS.items()}
    at |= {("special_terms", other, ""): "clause" for other in terms}
    record = {"precedent": form.data["precedent"], "answers": {}, "special_terms": terms}
    library = deals().library
    try:
        library.select(library.read(record, at))
    except Refused as refused:
        return [one for one in refused.diagnostics if one.place in FIELDS.values()]
    return []


def _spelled(sent: dict[str, str]) -> dict[str, str]:
    """What was sent as an answers file has it."""
    term = {key: sent[key] for key in ("heading", "text", "by", "reason") if sent[key]}
    return term | ({sent["place"]: sent["clause"]} if sent["place"] and sent["clause"] else {})


def _shown(term: dict[str, str]) -> dict[str, str]:
    """A special term as the page has it."""
    place = next((key for key in ("after", "replaces") if term.get(key)), "")
    return {**term, "place": place, "clause": term.get(place, "")}


def _id(form: Form, place: int) -> str:
    """The id at a place; none behind the last one, where a new one comes."""
    return "" if place == len(form.words.special_terms) + 1 else term_at(form, place)


def _page(
    reference: str, form: Form, id: str, sent: dict[str, str], errors: dict[str, str] | None = None
) -> str:
    now = form.words.special_terms.get(id)
    return render_template("term.html", form=form, reference=reference, sent=sent, id=id,
                           seen=shown.digest(now), errors=errors or {}, error=bool(errors),
                           back=url_for("terms.page", reference=reference))  # fmt: skip


@pages.get("/<int:place>/remove")
def ask_remove(reference: str, place: int) -> str:
    """Whether to remove a special term."""
    form = form_of(reference)
    id = term_at(form, place)
    return render_template("remove_term.html", form=form, reference=reference, id=id,
                           term=form.words.special_terms[id],
                           back=url_for("terms.page", reference=reference))  # fmt: skip


@pages.post("/<int:place>/remove")
def remove(reference: str, place: int) -> Any:
    """Remove the special term that the page showed; a second press changes nothing."""
    form_of(reference)
    with deals().changing(reference) as (form, save):
        id = request.form.get("term", "")
        if id in form.words.special_terms:
            save(form.drop_term(id))
    return redirect(url_for("terms.page", reference=reference), 303)
