"""What can be done by JSON: answer, confirm, comment, review and approve."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from flask import abort, request
from werkzeug.datastructures import MultiDict

from drafter import Form
from examples.intake_service import decisions, shown
from examples.intake_service.answering import Sent, judged
from examples.intake_service.api.blueprint import api, body, refused, text
from examples.intake_service.fields import BLANK, NOT_KNOWN, Field
from examples.intake_service.guard import looked_at
from examples.intake_service.keeping import kept
from examples.intake_service.pages.confirming import mine
from examples.intake_service.pages.records import NEW, fields_of, renamed, whole
from examples.intake_service.pages.talk import fault_of
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.store import Comment, Repeated

MOST = 500  # changes at once


def key() -> str:
    """A word of the client's own, so that what is sent twice is done once."""
    return request.headers.get("Idempotency-Key", "")[:64]


@api.patch("/deals/<int:deal>/answers")
def answer(deal: int) -> Any:
    """Answer questions; what cannot be taken is told by its path, the rest is saved."""
    changes = _as_posted(body().get("changes"))

    def judge(view: View) -> tuple[Sent, Callable[[Form], Form]]:
        sent, new = _judged(view, changes)
        return sent, lambda form: _named(form, new)

    _, sent = kept(deal, judge, key())
    return _answered(looked_at(deal), sent)


def _named(form: Form, new: dict[str, str]) -> Form:
    """The form, each record that was added under a short name made from its name."""
    for name, id in new.items():
        if id in form.words.records(name):
            form = form.words.named(name, id)[0]
    return form


def _answered(view: View, sent: Sent) -> Any:
    done = {"revision": view.deal.revision, "saved": list(sent.changes)}
    if not sent.wrong:
        return done
    wrong = [{"path": path, "says": one.says, "conflict": one.is_conflict,
              "readings": [{"id": each.id, "label": each.label} for each in one.readings]}
             for path, one in sent.wrong.items()]  # fmt: skip
    code = 409 if all(one.is_conflict for one in sent.wrong.values()) else 422
    says = "Some answers were not saved; each says why. The others were."
    return refused(code, "Not all saved", says, wrong=wrong, **done)


def _as_posted(changes: Any) -> MultiDict[str, str]:
    """Changes as a page sends them."""
    if not isinstance(changes, list) or not 0 < len(changes) <= MOST:
        abort(422, f"`changes` is a list of 1 to {MOST} changes.")
    posted: MultiDict[str, str] = MultiDict()
    for one in changes:
        path, answer = (one.get("path"), one.get("answer")) if isinstance(one, dict) else (None, "")
        words = answer if isinstance(answer, list) else [] if answer is None else [answer]
        if not isinstance(path, str) or not all(isinstance(word, str) for word in words):
            abort(422, "A change has a `path`, a `seen`, and an `answer`: a text, texts or null.")
        posted.add(f"seen:{path}", str(one.get("seen", "")))
        posted.setlist(f"a:{path}", words if words or answer is None else ["!none"])
        for mark, name in ((NOT_KNOWN, "unknown"), (BLANK, "blank")):
            if one.get(name) is True:
                posted.add(f"{mark}:{path}", "1")
    return posted


def _judged(view: View, posted: MultiDict[str, str]) -> tuple[Sent, dict[str, str]]:
    """What was sent, judged, and the ids that records added by it begin with."""
    fields: list[Field] = []
    new: dict[str, str] = {}
    paths = [one.partition(":")[2] for one in posted if one.startswith("seen:")]
    for name in dict.fromkeys(path.partition(".")[0] for path in paths):
        if not view.asks(name):
            abort(422, f"`{name}` is no question that is asked of you now.")
        field = Field(name, view.form.asked[name].question)
        fields.append(field)
        if field.is_list:
            new[name] = service().full(view.deal).words.new_id(name)
            posted = renamed(posted, f":{name}.{NEW}.", f":{name}.{new[name]}.")
            fields += fields_of(view, name, new[name])
    for one in fields:
        if f"seen:{one.path}" in posted and not view.asks(one.path):
            abort(422, f"`{one.path}` is no question that is asked of you now.")
    unknown = {path for path in paths if path not in {_shown(one.path, new) for one in fields}}
    if unknown - {one.path for one in fields}:
        abort(422, f"{', '.join(sorted(unknown))}: there is no such field.")
    sent = judged(view, fields, posted, shown.said)
    for name, id in new.items():
        sent = whole(sent, f"{name}.{id}.")
    return sent, new


def _shown(path: str, new: dict[str, str]) -> str:
    """A path as it was sent: a record that is added has no id yet."""
    name, *inside = path.split(".")
    added = len(inside) > 1 and new.get(name) == inside[0]
    return ".".join((name, NEW, *inside[1:])) if added else path


@api.post("/deals/<int:deal>/confirmations")
def confirm(deal: int) -> Any:
    """Confirm what is recommended for some questions, as it was shown, by name."""
    view, data = looked_at(deal, "confirm"), body()
    by, showed = text(data, "by"), data.get("answers")
    offers = {name: one.answer for named in mine(view).values() for name, one in named.items()}
    if not isinstance(showed, dict) or not showed or set(showed) - set(offers):
        abort(422, "`answers` has for each question the answer that was recommended to you.")
    if any(offers[name] != one for name, one in showed.items()):
        return refused(409, "Changed", "What is recommended changed meanwhile. Read it again.")
    with suppress(Repeated):
        act = service().act(view.person, f"confirmed for {by}", tuple(showed))
        today = service().today
        service().save(deal, lambda form: form.confirm(*showed, by=by, on=today), act, key())
    return {"revision": looked_at(deal).deal.revision, "saved": list(showed)}


@api.post("/deals/<int:deal>/comments")
def comment(deal: int) -> Any:
    """Say something about a question."""
    view, data = looked_at(deal), body()
    name, said = text(data, "question"), text(data, "text")
    known = name in view.form.library.questionnaire.questions
    if not known or not view.shows(name):
        abort(404)
    if fault := fault_of(said):
        return refused(422, "Refused", fault)
    person, inside = view.person, view.person.is_of_the_firm and data.get("inside") is not False
    with suppress(Repeated):
        made = Comment(name, service().now, person.part, person.name, said, inside)
        service().store.talk.say(deal, made, key())
    return {"question": name, "inside": inside}, 201


@api.post("/deals/<int:deal>/decisions")
def decide(deal: int) -> Any:
    """Review or approve one revision."""
    data = body()
    kind = text(data, "decision")
    view = looked_at(deal, "review" if kind == "reviewed" else "read")
    if kind not in ("reviewed", "approved"):
        abort(422, "`decision` is reviewed or approved.")
    if data.get("revision") != view.deal.revision:
        return refused(409, "Changed", f"The deal has revision {view.deal.revision} by now.")
    with suppress(Repeated):
        done = decisions.review(service(), view) if kind == "reviewed" else _approve(view, data)
        if not done:
            return refused(409, "Changed", "Somebody changed the deal meanwhile.")
    return {"decision": kind, "revision": view.deal.revision}, 201


def _approve(view: View, data: dict[str, Any]) -> bool:
    if view.person.part not in service().settings.approvers:
        abort(403, f"The part of {view.person.part.called} may not approve.")
    draft = service().draft(view.form.data)
    disclosed = decisions.printed_private(view, draft)
    if disclosed and data.get("disclose") is not True:
        abort(422, f"The file prints private answers ({', '.join(disclosed)}): send `disclose`.")
    return decisions.approve(service(), view, draft, disclosed)
