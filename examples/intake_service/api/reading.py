"""What can be read as JSON: the deals, one deal, its agreement, comments and history."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, request

from examples.intake_service.api.blueprint import api, told
from examples.intake_service.api.described import described
from examples.intake_service.api.openapi import DESCRIPTION
from examples.intake_service.comments import readable
from examples.intake_service.guard import link_of_request, looked_at, staff
from examples.intake_service.pages import files, history
from examples.intake_service.pages.overview import standing_of
from examples.intake_service.pages.preview import passages
from examples.intake_service.service import service
from examples.intake_service.store import Comment, Decision


@api.get("/openapi.json")
def description() -> Any:
    """What the endpoints take and give."""
    return DESCRIPTION


@api.get("/deals")
def deals() -> Any:
    """The deals of who asks: of a link its own; of the firm's people all, by words of the name."""
    link = link_of_request()
    if link:
        one = service().store.deals.get(link.deal)
        return {"deals": [{"deal": one.id, "name": one.name, "revision": one.revision}], "count": 1}
    if not staff():
        abort(401, "Send a link's token as a bearer token.")
    found, count = service().store.deals.listed(request.args.get("words", ""))
    listed = [{"deal": one.id, "name": one.name, "revision": one.revision} for one in found]
    return {"deals": listed, "count": count}


@api.get("/deals/<int:deal>")
def deal(deal: int) -> Any:
    """A deal as this person sees it: the questions of a front end, with all that it must show."""
    return described(looked_at(deal))


@api.get("/deals/<int:deal>/agreement")
def agreement(deal: int) -> Any:
    """The agreement of the answers as they stand, with the reason beside each clause."""
    view = looked_at(deal, "read")
    draft = service().draft(view.form.data)
    return {
        "revision": view.deal.revision,
        "withheld": len(view.withheld),
        "rests_on": draft.tally.as_text(),
        "findings": list(told(view, (*draft.warnings, *draft.notes))),
        "passages": [{"topic": one.topic, "text": [_line(each) for each in one.elements],
                      "why": one.why} for one in passages(draft)],
    }  # fmt: skip


def _line(element: Any) -> dict[str, Any]:
    """A paragraph, a table or a place to sign, in words."""
    cells = [[_words(cell) for cell in row] for _, row in getattr(element, "rows", ())]
    heads = [_words(cell) for cell in getattr(element, "headings", ())]
    lines = [f"{one.label}: {_words(one.printed)}" for one in getattr(element, "lines", ())]
    words = _words(getattr(element, "runs", None) or getattr(element, "lead", ()))
    return {"block": element.block, "role": str(getattr(element, "role", "")),
            "number": getattr(element, "number", ""), "words": words, "lines": lines,
            "rows": [heads, *cells] if heads else []}  # fmt: skip


def _words(runs: Any) -> str:
    return "".join(run.text for run in runs)


@api.get("/deals/<int:deal>/draft.docx")
def draft(deal: int) -> Response:
    """The draft as a Word file."""
    made = service().draft(looked_at(deal, "read").form.data).to_docx(service().style)
    return files.file(made, "draft.docx", files.WORD)


@api.get("/deals/<int:deal>/decision-record.json")
def record(deal: int) -> Any:
    """Why each clause is in."""
    return service().draft(looked_at(deal, "read").form.data).report()


@api.get("/deals/<int:deal>/approved.docx")
def approved(deal: int) -> Response:
    """The approved file, while the deal stands as approved."""
    return files.approved(deal)  # type: ignore[no-any-return]


@api.get("/deals/<int:deal>/comments")
def comments(deal: int) -> Any:
    """The comments that this person may read."""
    return {"comments": [_comment(one) for one in readable(looked_at(deal))]}


@api.get("/deals/<int:deal>/history")
def acts(deal: int) -> Any:
    """What happened; of the other side, its own acts."""
    view = looked_at(deal)
    return {"acts": [{"at": one.at, "part": one.part.value, "name": one.name, "did": one.did,
                      "questions": list(one.questions), "revision": one.revision}
                     for one in history.readable(view)],
            "approved": decided(standing_of(view).approved),
            "reviewed": decided(standing_of(view).reviewed)}  # fmt: skip


def decided(decision: Decision | None) -> dict[str, Any] | None:
    """A review or an approval as plain data."""
    if decision is None:
        return None
    return {"revision": decision.revision, "at": decision.at, "part": decision.part.value,
            "name": decision.name}  # fmt: skip


def _comment(one: Comment) -> dict[str, Any]:
    return {"question": one.question, "at": one.at, "part": one.part.value, "name": one.name,
            "text": one.text, "inside": one.inside}  # fmt: skip
