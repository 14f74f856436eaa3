"""The JSON endpoints as one part of the application, and how they refuse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import Blueprint, Response, abort, g, jsonify, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from drafter import Diagnostic, Refused
from examples.intake_service.seen import View
from examples.intake_service.shown import message

api = Blueprint("api", __name__, url_prefix="/api")


def refused(code: int, title: str, detail: str, **more: Any) -> Response:
    """Why nothing, or not all, was done (RFC 9457)."""
    made = jsonify({"title": title, "status": code, "detail": detail, **more})
    made.status_code, made.mimetype = code, "application/problem+json"
    if code == 503:
        made.headers["Retry-After"] = "3"
    return made


@api.errorhandler(HTTPException)
def failed(error: HTTPException) -> Response:
    """What is wrong with a request, also with one that no endpoint takes."""
    made = refused(error.code or 500, error.name, error.description or error.name)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        made.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return made


@api.errorhandler(Refused)
def _refused(error: Refused) -> Response:
    faults = list(told(g.view, error.diagnostics))
    return refused(422, "Refused", "; ".join(one["says"] for one in faults), faults=faults)


def told(view: View, faults: Iterable[Diagnostic]) -> Iterable[dict[str, Any]]:
    """Faults as plain data, each with the questions that this person has."""
    for one in faults:
        names = [path for path in one.questions if view.shows(path.partition(".")[0])]
        yield {"rule": one.rule, "severity": str(one.severity), "says": message(one),
               "questions": names}  # fmt: skip


def body() -> dict[str, Any]:
    """What was sent: a JSON object. A page of another site cannot send one unasked."""
    if request.mimetype != "application/json":
        abort(415, "Send application/json.")
    data = request.get_json()
    if not isinstance(data, dict):
        abort(400, "Send an object.")
    return data


def text(data: dict[str, Any], key: str, required: bool = True) -> str:
    """A text that was sent under a key."""
    value = data.get(key, "")
    if not isinstance(value, str) or (required and not value.strip()):
        abort(422, f"`{key}` is a text that is not blank.")
    return value.strip()
