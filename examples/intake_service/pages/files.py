"""What can be taken away: the draft, the record of why, the answers, the approved file."""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, Response, abort

from drafter import Refused
from examples.intake_service.guard import looked_at
from examples.intake_service.pages.overview import standing_of
from examples.intake_service.pages.review import refused_page
from examples.intake_service.service import service

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
pages = Blueprint("files", __name__, url_prefix="/deals/<int:deal>")


@pages.get("/draft.docx")
def draft(deal: int) -> Any:
    """The draft as a Word file, as far as this person may know the answers."""
    view = looked_at(deal, "read")
    try:
        return file(service().draft(view.form.data).to_docx(service().style), "draft.docx", WORD)
    except Refused as refused:
        return refused_page(view, refused)


@pages.get("/decision-record.json")
def record(deal: int) -> Any:
    """Why each clause is in, as plain data."""
    view = looked_at(deal, "read")
    try:
        found = service().draft(view.form.data).report()
    except Refused as refused:
        return refused_page(view, refused)
    return file(plain(found), "decision-record.json", "application/json")


@pages.get("/answers.json")
def answers(deal: int) -> Any:
    """The answers file, which the command line drafts the same file from."""
    view = looked_at(deal, "share")
    return file(plain(service().full(view.deal).data), "answers.json", "application/json")


@pages.get("/approved.docx")
def approved(deal: int) -> Any:
    """The file that was approved, byte for byte, while the deal stands as approved."""
    standing = standing_of(looked_at(deal))
    if not standing.is_approved or standing.approved is None:
        abort(404)
    return file(standing.approved.file, "approved.docx", WORD)


def plain(data: Any) -> bytes:
    """Plain data as a file."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def file(made: bytes, name: str, kind: str) -> Response:
    """A file to keep."""
    return Response(made, mimetype=kind,
                    headers={"Content-Disposition": f'attachment; filename="{name}"'})  # fmt: skip
