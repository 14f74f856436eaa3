"""A list on one page: each record with its fields, and an empty one to add."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict

from drafter import UNKNOWN, Form
from examples.intake_service import shown
from examples.intake_service.answering import Sent, judged
from examples.intake_service.comments import readable
from examples.intake_service.fields import Field, Wrong, digest, stands
from examples.intake_service.guard import looked_at
from examples.intake_service.keeping import kept
from examples.intake_service.own_records import PARTIES
from examples.intake_service.pages.answers import about
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.told import remember

pages = Blueprint("records", __name__, url_prefix="/deals/<int:deal>/lists")
NEW = "+"  # stands for the id of a record that is added; no id of a record can be this


@pages.get("/<name>")
def page(deal: int, name: str) -> str:
    """The records of a list that this person answers."""
    view = looked_at(deal)
    return list_page(view, _named(view, name))


@pages.post("/<name>")
def save(deal: int, name: str) -> Any:
    """Save what can stand of the records; show the page again with what cannot."""
    view, sent = kept(deal, lambda view: _judged(view, name), request.form.get("once", ""))
    after = looked_at(deal)
    remember(view, after, (name,))
    if sent.wrong and name in after.form.asked:
        code = 409 if all(one.is_conflict for one in sent.wrong.values()) else 422
        return list_page(after, name, dict(sent.wrong)), code
    return redirect(_onward(after, name), 303)


def _judged(view: View, name: str) -> tuple[Sent, Callable[[Form], Form]]:
    """What was sent of a list; of what is wrong with a record that is added, by its place."""
    _named(view, name)
    id = service().full(view.deal).words.new_id(name)
    posted = renamed(request.form, f":{name}.{NEW}.", f":{name}.{id}.")
    sent = whole(judged(view, fields_of(view, name, id), posted, shown.said), f"{name}.{id}.")
    do = request.form.get("do", "")
    said = {"none": "none", "unknown": UNKNOWN}.get(do) if not sent.wrong else None
    removed = [one.partition(":")[2] for one in request.form if one.startswith("remove:")]
    if (said or removed) and not may_remove(view, name):
        abort(403, "The firm says which parties and records there are.")
    removed = [one for one in removed if view.asks(f"{name}.{one}")]
    stale = {one: says for one in removed if (says := _changed(view, f"{name}.{one}.", posted))}
    wrong = {path.replace(f"{name}.{id}.", f"{name}.{NEW}."): one
             for path, one in (sent.wrong | stale).items()}  # fmt: skip
    removed = [one for one in removed if one not in stale]
    taken = (name,) if removed or said else ()
    return Sent(sent.changes, wrong, taken), lambda form: _done(view, form, name, id, removed, said)


def _changed(view: View, start: str, posted: MultiDict[str, str]) -> Wrong | None:
    """That somebody changed a record that is to be removed; nothing where it is as it was."""
    shown_as = {key.partition(":")[2]: one for key, one in posted.items()
                if key.startswith(f"seen:{start}")}  # fmt: skip
    if all(digest(stands(view.form, path)) == one for path, one in shown_as.items()):
        return None
    return Wrong("Somebody changed this record meanwhile. Look at it, then remove it", (), True)


def _done(
    view: View, form: Form, name: str, id: str, removed: list[str], said: Any
) -> Form:  # fmt: skip
    """The form with records removed, a list said to be empty or unknown, and a name for what was
    added."""
    signed = {"by": view.person.name, "on": service().today, "how": "typed"}
    there = form.words.records(name)
    if said is not None and not there:
        return form.answer({name: said}, **signed)
    left = {one: there[one] for one in there if one not in removed}
    if left != there:
        form = form.answer({name: left or None}, **signed)
    return form.words.named(name, id)[0] if id in form.words.records(name) else form


def renamed(sent: MultiDict[str, str], old: str, new: str) -> MultiDict[str, str]:
    """What was sent, its fields under another record."""
    return MultiDict([(key.replace(old, new), one) for key, one in sent.items(multi=True)])


def whole(sent: Sent, new: str) -> Sent:
    """A new record is saved whole, or shown again as it was typed."""
    if not any(path.startswith(new) for path in sent.wrong):
        return sent
    left = {path: one for path, one in sent.changes.items() if not path.startswith(new)}
    return Sent(left, sent.wrong)


def _named(view: View, name: str) -> str:
    """A list that this person answers."""
    asked = view.form.asked.get(name)
    is_there = asked is not None and Field(name, asked.question).is_list and view.asks(name)
    return name if is_there else abort(404)


def fields_of(view: View, name: str, new: str) -> list[Field]:
    """Each field of each record, and of one that is added."""
    question = view.form.asked[name].question
    ids = dict.fromkeys((*view.form.words.records(name), new))
    return [Field(f"{name}.{id}.{field}", one) for id in ids if view.asks(f"{name}.{id}")
            for field, one in question.fields.items()]  # fmt: skip


def may_remove(view: View, name: str) -> bool:
    """Whether this person may take records out of a list, or say that it has none."""
    by_each = view.is_filled_by_each(name) and name == PARTIES
    return view.person.is_of_the_firm or not by_each


def list_page(view: View, name: str, wrong: dict[str, Any] | None = None) -> str:
    """The page of a list, after what was sent to it if anything was."""
    asked, there = view.form.asked[name], view.records(name)
    mine = [id for id in there if view.asks(f"{name}.{id}")]
    return render_template(
        "list.html", view=view, name=name, asked=asked, question=asked.question, new=NEW,
        mine=mine, others=[id for id in there if id not in mine], may_remove=may_remove(view, name),
        may_add=view.asks(f"{name}.{NEW}"),
        wrong=wrong or {}, error=bool(wrong), posted=request.form if wrong else None,
        about=about(view, [name]), comments=[one for one in readable(view) if one.question == name],
    )  # fmt: skip


def _onward(view: View, name: str) -> str:
    """The list again while it is added to; else the section it belongs to."""
    if request.form.get("do") == "section" and name in view.form.asked:
        section = shown.slug(view.form.asked[name].question.section)
        return url_for("answers.page", deal=view.deal.id, section=section)
    return url_for("records.page", deal=view.deal.id, name=name)
